using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A22: how a small cell answered, value by value, from all that is served of it.</summary>
public sealed class GuessingHistograms(string engine) : AttackFixture(engine)
{
    private static readonly string[] Indicators =
        ["trust", "engagement", "purpose", "change-readiness", "recommend", "stay", "effort", "item?item=trust.capability", "item?item=trust.outcome", "item?item=collaboration"];

    [TestCaseSource(nameof(Indicators))]
    public async Task A22_of_a_small_cell_an_estimate_and_limits_are_served_and_nothing_else(string indicator)
    {
        var small = await Small(indicator);
        Assert.That(small, Has.Count.GreaterThan(50));
        Assert.That(small.Where(r => r.Components.Count > 0).Select(r => r.ToString()), Is.Empty);
    }

    /// <summary>The width tells nothing about the spread inside: the same size, estimate and headcount, the same limits.</summary>
    [TestCaseSource(nameof(Indicators))]
    public async Task A22_small_cells_of_equal_size_and_estimate_have_equal_limits(string indicator)
    {
        var truth = Pulse.Truth(Bases.Of(indicator));
        var alike = (await Small(indicator)).GroupBy(r => (truth[r.Cell].People, r.Estimate, Heads(r.Cell))).ToList();
        Assert.That(alike.Count(g => g.Count() > 1), Is.GreaterThan(1));
        // Estimates are rounded, so that two that look equal may lie a tenth apart, and their limits with them.
        Assert.That(alike.Where(g => g.Max(r => r.Low) - g.Min(r => r.Low) > .1501 || g.Max(r => r.High) - g.Min(r => r.High) > .1501).Select(g => string.Join('\n', g)), Is.Empty);
    }

    /// <summary>
    /// Whoever knows n tries every histogram of five values: those whose mean rounds to the estimate all fit, and the limits fit
    /// them too, because these are made of n and everybody's spread. Only a mean next to an end of the scale leaves a single one.
    /// </summary>
    [TestCase("item?item=trust.capability")]
    [TestCase("item?item=trust.outcome")]
    [TestCase("effort")]
    [TestCase("item?item=collaboration")]
    public async Task A22_more_than_one_histogram_fits_unless_the_mean_alone_says_it(string indicator)
    {
        var (small, truth) = (await Small(indicator), Pulse.Truth(Bases.Of(indicator)));
        var fits = small.Where(r => r.Bound is null).Select(r => (Row: r, Count: HistogramsThatFit(truth[r.Cell].People, (double)r.Estimate!))).ToList();
        TestContext.Out.WriteLine($"{indicator}: {fits.Count} small cells, {fits.Min(f => f.Count)} to {fits.Max(f => f.Count)} histograms fit");
        Assert.That(fits.Where(f => f.Count < 2 && f.Row.Estimate is > 10 and < 90).Select(f => f.Row.ToString()), Is.Empty);
        Assert.That(fits.Select(f => f.Count), Is.All.GreaterThan(0), "the true one always fits");
    }

    /// <summary>Of these, with a small cell, no second figure is served under another slug.</summary>
    [TestCase("net-trust", "trust")]
    [TestCase("engagement-positive", "engagement")]
    [TestCase("item?item=recommend", "recommend")]
    [TestCase("item?item=stay", "stay")]
    [TestCase("item?item=effort", "effort")]
    [TestCase("agreement?measure=trust", "trust")]
    [TestCase("agreement?measure=item:trust.capability", "trust")]
    [TestCase("agreement?measure=item:collaboration", "item?item=collaboration")]
    public async Task A22_a_second_figure_of_a_small_cell_is_withheld(string indicator, string first)
    {
        var (rows, truth) = (await Pulse.Crawl(indicator), Pulse.Truth(Bases.Of(first)));
        Assert.That(rows.Values.Where(r => r.Status != "withheld" && truth[r.Cell].People < Large).Select(r => r.ToString()), Is.Empty);
        Assert.That(rows.Values.Where(r => r.IsReleased && truth[r.Cell].People >= Large), Is.Not.Empty);
    }

    /// <summary>It is filtered by unit only.</summary>
    [Test]
    public async Task A22_who_speaks_for_us_is_a_second_figure_too()
    {
        var (rows, truth) = (await Pulse.Crawl("recommend"), Pulse.Truth("recommend"));
        var crawler = Pulse.Crawler(ReleasedOrganisation.LastPeriod, Service.Read);
        foreach (var cell in rows.Values.Where(r => r.IsReleased && r.Cell.First is null).Select(r => r.Cell).OrderBy(c => truth[c].People).Where((_, i) => i % 3 == 0))
            Assert.That((await crawler.Ask("ambassadors", cell)).Single().Status, Is.EqualTo(truth[cell].People < Large ? "withheld" : "released"), cell.ToString());
    }

    private async Task<List<ServedRow>> Small(string indicator)
    {
        var truth = Pulse.Truth(Bases.Of(indicator));
        return [.. (await Pulse.Crawl(indicator)).Values.Where(r => r.IsReleased && truth[r.Cell].People < Large)];
    }

    /// <summary>Heads of a cell, which the interval allows for; known of units alone.</summary>
    private int? Heads(AskedCell cell) => cell.First is null ? Pulse.Organisation.In(cell.Unit).Count() : null;

    /// <summary>How many ways n people can answer 1 to 5 with a mean, on 0 to 100, that rounds to the estimate.</summary>
    private static long HistogramsThatFit(int people, double estimate) =>
        Enumerable.Range(0, 4 * people + 1).Where(sum => Math.Abs(25.0 * sum / people - estimate) < .0501).Sum(sum => Histograms(people, sum, 4));

    /// <summary>How many ways people can each have 0 to top points and as many together.</summary>
    private static long Histograms(int people, int sum, int top)
    {
        if (top == 0) return sum == 0 ? 1 : 0;
        var count = 0L;
        for (var here = 0; here <= people && here * top <= sum; here++) count += Histograms(people - here, sum - here * top, top - 1);
        return count;
    }
}
