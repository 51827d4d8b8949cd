using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A2, A3, A5, A18: taking cells from one another.</summary>
public sealed class SubtractingCells(string engine) : AttackFixture(engine)
{
    [TestCaseSource(typeof(Bases), nameof(Bases.OneEach))]
    public async Task A02_a_parent_minus_a_child_leaves_nobody_or_ten(string indicator)
    {
        var (released, truth) = ((await Pulse.Released(indicator)).ToHashSet(), Pulse.Truth(Bases.Of(indicator)));
        var pairs = released.SelectMany(c => truth.Around(c).Where(released.Contains).Select(p => (Parent: p, Child: c, Left: truth[p].People - truth[c].People))).ToList();
        Assert.That(pairs, Has.Count.GreaterThan(released.Count));
        Assert.That(pairs.Where(p => p.Left is > 0 and < K), Is.Empty);
    }

    [Test]
    public async Task A02_any_cell_minus_any_cell_inside_it_leaves_nobody_or_ten()
    {
        var truth = Pulse.Truth(InventedSurvey.Trust);
        TrueCell[] released = [.. (await Pulse.Released("trust")).Select(c => truth[c])];
        var sets = released.ToDictionary(c => c, c => c.Classes.ToHashSet());
        var pairs = released.SelectMany(p => released.Where(c => p.People - c.People is > 0 and < K && sets[c].IsSubsetOf(sets[p])).Select(c => $"{p.Cell} minus {c.Cell}"));
        Assert.That(pairs, Is.Empty);
    }

    [TestCaseSource(typeof(Bases), nameof(Bases.OneEach))]
    public async Task A03_a_parent_minus_all_its_parts_leaves_nobody_or_ten_in_two_cells(string indicator)
    {
        var (released, truth) = ((await Pulse.Released(indicator)).ToHashSet(), Pulse.Truth(Bases.Of(indicator)));
        var leftovers = released.SelectMany(c => truth.Breakdowns(c).Select(b => (Cell: c, b.By, Hidden: b.Parts.Where(p => !released.Contains(p) && truth[p].People > 0).ToList()))).ToList();
        Assert.That(leftovers, Has.Some.Matches<(AskedCell, string, List<AskedCell> Hidden)>(l => l.Hidden.Count > 1));
        Assert.That(leftovers.Where(l => l.Hidden.Count == 1 || l.Hidden.Sum(p => truth[p].People) is > 0 and < K).Select(l => $"{l.Cell} by {l.By}: {l.Hidden.Sum(p => truth[p].People)}"), Is.Empty);
    }

    /// <summary>People of one site cost where they sit but for one person: the site as a dimension and the unit differ by that person.</summary>
    [Test]
    public async Task A05_a_dimension_that_nearly_repeats_the_units_gives_nobody_away()
    {
        var organisation = new HandMade().Unit("north").Unit("south").Unit("west")
            .People("north", 30, HandMade.Mixed, ("cost", "n")).People("north", 1, HandMade.Mixed, ("cost", "s"))
            .People("south", 40, HandMade.Mixed, ("cost", "s")).People("west", 35, HandMade.Mixed, ("cost", "w")).Build();
        await using var second = await ReleasedOrganisation.Of(Engine, InventedSurvey.Definition(InventedSurvey.Trust, ["cost"]), organisation);
        var (released, truth) = ((await second.Released("trust")).ToHashSet(), second.Truth(InventedSurvey.Trust));
        Assert.That(released, Is.Not.Empty);
        foreach (var (unit, cost) in (((string, string)[])[("north", "n"), ("south", "s")]))
        {
            Assert.That(released.IsSupersetOf([new AskedCell(unit), new AskedCell(null, new Predicate("cost", cost))]), Is.False, $"{unit} and {cost}");
        }
        Crack.Of(truth, released, K).AssertNothing("a second hierarchy");
    }

    [TestCase("grade")]
    [TestCase("unit")]
    [TestCase("unit,gender")]
    [TestCase("location,tenure")]
    public async Task A18_an_export_holds_what_the_answer_holds(string by)
    {
        var crawler = Pulse.Crawler(ReleasedOrganisation.LastPeriod);
        var path = crawler.Path("trust", AskedCell.Whole, by.Split(','));
        var rows = (await Service.Read.GetAsync(path).Body())["value"]!.AsArray();
        var lines = (await Service.Read.GetStringAsync(path + "&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        Assert.That(lines, Has.Length.EqualTo(rows.Count + 1));
        for (var i = 0; i < rows.Count; i++) Assert.That(lines[i + 1].Split(','), Is.EqualTo(columns.Select(c => Cell(rows[i]!, c))));
    }

    private static string Cell(JsonNode row, string column) =>
        (column.StartsWith("components.", StringComparison.Ordinal) ? row["components"]![column["components.".Length..]] : row[column])?.ToString() ?? "";
}
