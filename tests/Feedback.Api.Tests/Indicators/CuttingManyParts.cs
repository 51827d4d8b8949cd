using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>
/// Organisations as large as they may be: work that grows with the square of the units, or with periods times values, would take
/// minutes and gigabytes here.
/// </summary>
public sealed class CuttingManyParts
{
    private const int Values = 10_000, Units = 20_000;

    private static readonly Variable Response = new() { Id = 1, Survey = 1, Kind = Variable.ResponseKind };

    private static readonly Survey Asked = new()
    {
        Id = 1,
        Key = "asked",
        Audience = Audience.Customer,
        Grid = "month",
        Access = "key",
        MinimumGroup = null,
        IsClosed = false,
        Versions = [],
        Dimensions = ["channel"],
        Variables = [Response],
    };

    /// <summary>1,992 months times 10,000 values are twenty million; three of them were counted.</summary>
    [Test]
    [CancelAfter(10_000)]
    public void Of_periods_times_values_only_those_counted_are_rows(CancellationToken late)
    {
        var query = QueryOf([new Axis("channel")], Interval.Month);
        var groups = new Groups(query, Cohorts(i => [("channel", $"c{i}")], Values), new UnitTree([]));
        var slots = new CountSlots();
        var counted = new Dictionary<(int Bucket, int Part), CountedGroup>
        {
            [(20260301, PartOf(groups, "c77"))] = Counted(slots, 2),
            [(19000101, PartOf(groups, "c9000"))] = Counted(slots, 5),
            [(20260301, PartOf(groups, "c3"))] = Counted(slots, 0),
            [(20260301, PartOf(groups, "c9000"))] = Counted(slots, 1),
        };
        var rows = new Cube(query).RowsOf(groups, counted, query.Range).ToList();
        Assert.That(rows.Select(r => (r.From, r.To, r.By[0], new Cube(query).Responses(r.Total))), Is.EquivalentTo(((DateOnly?, DateOnly?, string?, long)[])
        [
            (new(1900, 1, 1), new(1900, 2, 1), "c9000", 5), (new(2026, 3, 1), new(2026, 4, 1), "c77", 2), (new(2026, 3, 1), new(2026, 4, 1), "c9000", 1),
        ]));
        Assert.That(rows.Select(r => r.From), Is.Ordered);
        Assert.That(late.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Everybody_together_has_a_row_for_every_period_be_it_empty()
    {
        var query = QueryOf([], Interval.Month);
        var groups = new Groups(query, Cohorts(i => [("channel", $"c{i}")], 3), new UnitTree([]));
        var rows = new Cube(query).RowsOf(groups, new() { [(19000201, 0)] = Counted(new CountSlots(), 4) }, query.Range).ToList();
        Assert.That(rows, Has.Count.EqualTo(166 * 12));
        Assert.That(rows.Select(r => new Cube(query).Responses(r.Total)), Is.EqualTo(Enumerable.Range(0, 166 * 12).Select(i => i == 1 ? 4L : 0)));
    }

    /// <summary>Room for all months and values would be 160 MB.</summary>
    [Test]
    public void A_month_has_room_from_its_first_count_on()
    {
        var groups = new Groups(QueryOf([new Axis("channel")], Interval.Month), Cohorts(i => [("channel", $"c{i}")], Values), new UnitTree([]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ICountTarget table = new CountTable(groups, Interval.Month, (190001, 206601));
        var slot = table.SlotOf(1, 0, true);
        foreach (var month in (int[])[190001, 202602, 206512]) table.SumsOf(groups.Cohorts[0].Cohort, month)![slot].Add(new CountSum(month, 0, 0));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2_000_000));
        Assert.That((table.SumsOf(1, 189912), table.SumsOf(1, 206601)), Is.EqualTo(((CountSum[]?)null, (CountSum[]?)null)));
        Assert.That(((CountTable)table).Groups.Select(g => (g.Key.Bucket, g.Value.Of(1).Single().Sum.N)), Is.EquivalentTo(((int, long)[])[(19000101, 190001), (20260201, 202602), (20651201, 206512)]));
    }

    /// <summary>5,000 regions with three shops each: comparing each with each would make 25 million sets.</summary>
    [Test]
    [CancelAfter(10_000)]
    public void Units_without_an_initiative_are_found_by_walking_up(CancellationToken late)
    {
        var tree = new UnitTree(Enumerable.Range(0, Units).Select(i => new Unit { Code = $"u{i:00000}", Name = "U", Parent = i < 5_000 ? null : $"u{i % 5_000:00000}" }));
        var (touched, others) = InitiativeRows.Compared(tree, ["u00007", "u05007", "u12345"]);
        Assert.That(touched, Is.EqualTo(new[] { "u00007", "u12345" }), "u05007 lies in u00007.");
        Assert.That(others, Is.EqualTo(Enumerable.Range(0, 5_000).Where(i => i is not 7 and not 2_345).Concat([7_345, 17_345]).Select(i => $"u{i:00000}")), "u12345 lies in u02345, which leaves its other shops; those elsewhere lie in their regions.");
        Assert.That(late.IsCancellationRequested, Is.False);
    }

    /// <summary>A row a unit, and each knows its unit: looking for it among all would be 400 million comparisons, twice.</summary>
    [Test]
    [CancelAfter(10_000)]
    public void A_row_of_a_unit_finds_it_at_once(CancellationToken late)
    {
        var tree = new UnitTree(Enumerable.Range(0, Units).Select(i => new Unit { Code = $"u{i}", Name = "U", Headcount = i }));
        var cohorts = Cohorts(i => [("channel", $"c{i % 50}"), ("unit", $"u{i}")], Units);
        var request = new IndicatorRequest { Indicator = new Listening(), Audience = Audience.Customer, Surveys = [Asked], Others = [], NamesSurveys = false, By = ["unit"] };
        var scope = new ReadScope(null!, cohorts, new CatalogueSnapshot(1, [], tree, [Asked]), 10, new DateOnly(2026, 11, 22)) { Frozen = new FrozenReleases() };
        var query = QueryOf([new Axis("unit")], Interval.None) with { Cells = [new Axis("channel"), new Axis("unit")] };
        var groups = new Groups(query, cohorts, tree);
        var slots = new CountSlots();
        var cube = new Cube(query);
        var places = new ListeningPlaces(scope, request);
        var rows = cube.RowsOf(groups, groups.Cohorts.ToDictionary(c => (0, c.Part), c => Counted(slots, c.Cohort)), query.Range).ToList();
        Assert.That(rows, Has.Count.EqualTo(Units));
        Assert.That(rows.All(r => places.Units(cube, r).Single() is var (heads, answers) && answers == heads + 1), Is.True);
        Assert.That(places.Channels(cube, rows[0]).Values.Sum(), Is.EqualTo(cube.Responses(rows[0].Total)));
        Assert.That(late.IsCancellationRequested, Is.False);
    }

    private static CubeQuery QueryOf(IReadOnlyList<Axis> rows, Interval interval) =>
        new() { Surveys = [Asked], Variables = [], Rows = rows, Interval = interval, Range = new DayRange(new(1900, 1, 1), new(2066, 1, 1)) };

    private static Cohorts Cohorts(Func<int, (string Dimension, string Value)[]> values, int count)
    {
        var cohorts = new Cohorts();
        for (var i = 0; i < count; i++) cohorts.Add(i + 1, new CohortKey(1, false, [.. values(i).Select(v => v.Dimension)], [.. values(i).Select(v => v.Value)]));
        return cohorts;
    }

    private static int PartOf(Groups groups, string value) => Enumerable.Range(0, groups.Values.Count).Single(p => groups.Values[p][0] == value);

    private static CountedGroup Counted(CountSlots slots, int n)
    {
        var slot = slots.Of(Response.Id, 0, true);
        var group = new CountedGroup(slots);
        group.Sums()[slot].Add(new CountSum(n, 0, 0));
        return group;
    }
}
