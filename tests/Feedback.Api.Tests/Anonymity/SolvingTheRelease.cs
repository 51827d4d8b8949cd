using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A6 and A10: everything that can be asked, put into one system of equations.</summary>
public sealed class SolvingTheRelease(string engine) : AttackFixture(engine)
{
    [TestCaseSource(typeof(Bases), nameof(Bases.OneEach))]
    public async Task A06_no_small_group_and_nobody_follows_from_all_that_is_released(string indicator)
    {
        var truth = Pulse.Truth(Bases.Of(indicator));
        var released = await Pulse.Released(indicator);
        Crack.Of(truth, released, K).AssertNothing(indicator);
        var possible = truth.All.Count(c => c.People >= K);
        TestContext.Out.WriteLine($"{indicator}: {truth.ClassSizes.Sum()} people, {truth.ClassSizes.Count} classes, {possible} cells of {K} and more, {released.Count} released");
        Assert.That(released, Has.Count.GreaterThanOrEqualTo(.45 * possible));
    }

    [Test]
    public async Task A06_neither_with_six_dimensions_beside_the_tree()
    {
        var wide = await SharedReleases.Wide(Engine);
        var (truth, released) = (wide.Truth(InventedSurvey.Trust), await wide.Released("trust"));
        TestContext.Out.WriteLine($"{truth.ClassSizes.Sum()} people, {truth.ClassSizes.Count} classes, {truth.All.Count(c => c.People >= K)} cells of {K} and more, {released.Count} released");
        Assert.That(released, Has.Count.GreaterThan(300));
        Crack.Of(truth, released, K).AssertNothing("nine attributes");
    }

    /// <summary>What the crawl asked by breakdowns is the same when a cell is asked by filters alone.</summary>
    [Test]
    public async Task A06_a_filter_gives_the_row_of_the_breakdown()
    {
        var rows = await Pulse.Crawl("trust");
        var asked = rows.Values.Where((r, i) => r.IsReleased ? i % 9 == 0 : i % 499 == 0).ToList();
        Assert.That(asked.Count(r => r.IsReleased), Is.GreaterThan(20));
        foreach (var row in asked)
        {
            var again = (await Pulse.Crawler(ReleasedOrganisation.LastPeriod, Service.Read).Ask("trust", row.Cell)).Single();
            Assert.That((again.Cell, again.Text), Is.EqualTo((row.Cell, row.Text)));
        }
    }

    [Test]
    public async Task A10_five_keys_see_together_what_one_sees()
    {
        var keys = new List<HttpClient>();
        for (var i = 0; i < 5; i++) keys.Add(Service.Client(await Service.MakeKey(KeyScope.Read)));
        var together = await Pulse.Crawler(ReleasedOrganisation.LastPeriod, [.. keys]).Crawl("trust");
        var alone = await Pulse.Crawl("trust");
        Assert.That(together, Has.Count.EqualTo(alone.Count));
        Assert.That(together.Values.Where(r => r.Text != alone[r.Cell].Text), Is.Empty);
        Crack.Of(Pulse.Truth(InventedSurvey.Trust), [.. together.Values.Where(r => r.IsReleased).Select(r => r.Cell)], K).AssertNothing("five keys");
    }

    /// <summary>Half of each pair that differs by 1 to 9 people is asked with each key: one of the two is withheld whoever asks.</summary>
    [Test]
    public async Task A10_neither_do_two_keys_with_a_half_of_a_difference_each()
    {
        var truth = Pulse.Truth(InventedSurvey.Trust);
        var pairs = truth.All.Where(c => c.People >= K).SelectMany(c => truth.Around(c.Cell).Where(p => truth[p].People - c.People is > 0 and < K).Select(p => (Parent: p, Child: c.Cell))).Where((_, i) => i % 10 == 0).Take(60).ToList();
        Assert.That(pairs, Is.Not.Empty);
        var (first, second) = (Service.Client(await Service.MakeKey(KeyScope.Read)), Service.Client(await Service.MakeKey(KeyScope.Read)));
        foreach (var (parent, child) in pairs)
        {
            var whole = (await Pulse.Crawler(ReleasedOrganisation.LastPeriod, first).Ask("trust", parent)).Single();
            var part = (await Pulse.Crawler(ReleasedOrganisation.LastPeriod, second).Ask("trust", child)).Single();
            Assert.That(whole.IsReleased && part.IsReleased, Is.False, $"{parent} and {child}");
        }
    }
}
