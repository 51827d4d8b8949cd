using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A12: what stands beside an estimate, and what one cell shows under several indicators.</summary>
public sealed class UsingSideFigures(string engine) : AttackFixture(engine)
{
    /// <summary>Indicators of the people who answered all four items of trust, and which of them small cells show.</summary>
    private static readonly (string Indicator, bool IsForSmall)[] OfTrust =
        [("trust", true), .. InventedSurvey.Trust.Select(i => ("item?item=" + i, true)), ("net-trust", false), ("agreement?measure=trust", false)];

    private static readonly (string Indicator, bool IsForSmall)[] OfEngagement = [("engagement", true), ("item?item=engagement.pride", true), ("engagement-positive", false)];

    private static readonly (string Indicator, bool IsForSmall)[] OfRecommend = [("recommend", true), ("item?item=recommend", false)];

    private static readonly (string Indicator, bool IsForSmall)[] OfStay = [("stay", true), ("item?item=stay", false)];

    private static IEnumerable<TestCaseData> OneBase() =>
        [new TestCaseData([OfTrust]), new TestCaseData([OfEngagement]), new TestCaseData([OfRecommend]), new TestCaseData([OfStay])];

    [TestCaseSource(nameof(OneBase))]
    public async Task A12_indicators_of_one_base_are_released_for_the_same_cells_and_of_small_ones_one_figure(object indicators)
    {
        var list = ((string Indicator, bool IsForSmall)[])indicators;
        var truth = Pulse.Truth(Bases.Of(list[0].Indicator));
        var cells = (await Pulse.Released(list[0].Indicator)).ToHashSet();
        var large = cells.Where(c => truth[c].People >= Large).ToHashSet();
        Assert.That(large, Has.Count.InRange(30, cells.Count - 30));
        foreach (var (indicator, isForSmall) in list.Skip(1)) Assert.That((await Pulse.Released(indicator)).ToHashSet().SetEquals(isForSmall ? cells : large), indicator);
    }

    /// <summary>
    /// The interval of a small cell is made of n and the spread of everybody, which is served: so n comes out. That is harmless as
    /// long as no difference of two such sizes, and no sum of them, is a group below k: what the other attacks look for counts n as known.
    /// </summary>
    [Test]
    public async Task A12_sizes_come_out_of_intervals_and_are_never_below_ten()
    {
        var (rows, truth) = (await Pulse.Crawl("trust"), Pulse.Truth(InventedSurvey.Trust));
        var small = rows.Values.Where(r => r.IsReleased && truth[r.Cell].People < Large).ToList();
        Assert.That(small, Has.Count.GreaterThan(50));
        Assert.That(small.Select(r => r.N), Is.All.AnyOf(10L, 15L, 20L, 25L, 30L));
        Assert.That(rows.Values.Where(r => r.IsReleased).Select(r => r.N - truth[r.Cell].People), Is.All.InRange(-2, 2));
        // Cells without a headcount, inside the scale: size is what the width says.
        var widths = small.Where(r => r.Cell.First is not null && r.Low > 0 && r.High < 100).ToLookup(r => truth[r.Cell].People, r => Math.Round((double)(r.High - r.Low)!, 1));
        var (sizes, told) = (widths.Select(w => w.Key).Order().ToArray(), 0);
        for (var i = 1; i < sizes.Length; i++) told += widths[sizes[i]].Max() < widths[sizes[i - 1]].Min() ? 1 : 0;
        TestContext.Out.WriteLine($"{told} of {sizes.Length - 1} neighbouring sizes told apart by the width of the interval alone");
        Assert.That(widths.Select(w => w.Max() - w.Min()), Is.All.LessThan(.2001));
    }

    [Test]
    public async Task A12_the_gap_between_purpose_and_readiness_is_that_of_the_served_rows()
    {
        var (readiness, purpose) = (await Pulse.Crawl("change-readiness"), await Pulse.Crawl("purpose"));
        var truth = Pulse.Truth(InventedSurvey.Purpose);
        var gaps = 0;
        foreach (var row in readiness.Values.Where(r => r.Components.ContainsKey("purposeGap")))
        {
            Assert.That(purpose[row.Cell].IsReleased && truth[row.Cell].People >= Large, row.ToString());
            Assert.That(row.Components["purposeGap"], Is.EqualTo(purpose[row.Cell].Estimate - row.Estimate).Within(.0001), row.ToString());
            gaps++;
        }
        Assert.That(gaps, Is.GreaterThan(30));
    }

    [Test]
    public async Task A12_a_component_of_another_base_is_there_only_where_its_own_cell_is()
    {
        var (trust, outcome) = (await Pulse.Crawl("trust"), await Pulse.Crawl("item?item=trust.outcome"));
        var truth = Pulse.Truth("trust.outcome");
        var shown = trust.Values.Where(r => r.Components.ContainsKey("outcome")).ToList();
        Assert.That(shown, Has.Count.GreaterThan(30));
        foreach (var row in shown)
        {
            Assert.That(outcome[row.Cell].IsReleased && truth[row.Cell].People >= Large, row.ToString());
            Assert.That(row.Components["outcome"], Is.EqualTo(outcome[row.Cell].Estimate), row.ToString());
        }
    }

    [TestCase("gender:f", "gender:m")]
    [TestCase("grade:SCS", "grade:AO")]
    [TestCase("tenure:0-1", "tenure:10+")]
    public async Task A12_a_gap_is_that_of_the_served_rows_or_withheld(string senior, string frontline)
    {
        var gaps = await Service.Rows($"hierarchy-gap?measure=engagement&senior={Uri.EscapeDataString(senior)}&frontline={Uri.EscapeDataString(frontline)}&by=unit&survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}&limit=20000");
        var rows = await Pulse.Crawl("engagement");
        foreach (var gap in gaps)
        {
            var (above, below) = (rows[Cell(gap, senior)], rows[Cell(gap, frontline)]);
            if (gap.Status() != "released") continue;
            Assert.That(above.IsReleased && below.IsReleased, gap.ToJsonString());
            if (gap["estimate"] is null) Assert.That(above.Bound ?? below.Bound, Is.Not.Null, gap.ToJsonString());
            else Assert.That(gap.Number("estimate"), Is.EqualTo(above.Estimate - below.Estimate).Within(.0001), gap.ToJsonString());
        }

        static AskedCell Cell(System.Text.Json.Nodes.JsonNode row, string value) =>
            AskedCell.Of((string?)row["unit"], [new Predicate(value[..value.IndexOf(':', StringComparison.Ordinal)], value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..])]);
    }

    /// <summary>Heads and answers of a unit are both protected: those of a part and of the rest of the unit around it.</summary>
    [Test]
    public async Task A12_how_many_people_there_are_is_told_only_where_the_rest_is_nobody_or_ten()
    {
        var rows = await Pulse.Crawl("listening");
        var heads = new TrueCells(Pulse.Organisation, [], Pulse.Organisation.People);
        var answers = new TrueCells(Pulse.Organisation, [], Pulse.Organisation.People.Where(p => p.Answered));
        var shown = rows.Values.Where(r => r.IsReleased && r.Cell.First is null).Select(r => r.Cell).ToHashSet();
        TestContext.Out.WriteLine($"{shown.Count} units of {Pulse.Organisation.Units.Count} say how many answered");
        Assert.That(shown, Has.Count.GreaterThan(20));
        var open = shown.Where(c => rows[c].Bound is null && heads[c].People >= Large).ToList();
        Assert.That(open, Has.Count.GreaterThan(10));
        Assert.That(open.Where(c => Math.Abs(rows[c].Components["invited"] - heads[c].People) > 2.5 || Math.Abs(rows[c].Components["answered"] - answers[c].People) > 2.5), Is.Empty);
        Assert.That(shown.Where(c => rows[c].Bound is null && heads[c].People - answers[c].People < K), Is.Empty);
        foreach (var truth in (TrueCells[])[heads, answers])
        {
            Assert.That(shown.Where(c => truth[c].People < K), Is.Empty);
            var left = shown.SelectMany(c => truth.Around(c).Where(shown.Contains).Select(p => truth[p].People - truth[c].People));
            Assert.That(left.Where(n => n is > 0 and < K), Is.Empty);
            Crack.Of(truth, shown, K).AssertNothing("heads or answers");
        }
    }
}
