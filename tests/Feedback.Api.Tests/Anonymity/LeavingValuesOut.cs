using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A14: people who did not say, and items that few answered. Gender: 30 f, 28 m, 5 nothing; of twelve in <c>team</c> nine answered an optional item.</summary>
public sealed class LeavingValuesOut(string engine) : AttackFixture(engine)
{
    private const string Optional = "stay";

    private ReleasedOrganisation _small = null!;

    [OneTimeSetUp]
    public async Task ReleaseAnother() => _small = await ReleasedOrganisation.Of(
        Engine,
        InventedSurvey.Definition([.. InventedSurvey.Trust, Optional], ["gender"]),
        new HandMade().Unit("team").Unit("rest")
            .People("team", 6, With(5), ("gender", "f")).People("team", 6, With(4), ("gender", "m"))
            .People("rest", 24, With(24), ("gender", "f")).People("rest", 22, With(22), ("gender", "m")).People("rest", 5, With(5)).Build());

    [OneTimeTearDown]
    public async Task StopIt() => await _small.DisposeAsync();

    [Test]
    public async Task A14_those_who_did_not_say_are_not_what_is_left_over()
    {
        var (released, truth) = (await _small.Released("trust"), _small.Truth(InventedSurvey.Trust));
        AskedCell[] all = [AskedCell.Whole, Gender("f"), Gender("m")];
        Assert.That(released, Is.Not.Empty);
        Assert.That(all, Is.Not.SubsetOf(released));
        Crack.Of(truth, released, K).AssertNothing("not stated");
        var space = new RowSpace([.. released.Select(c => truth[c].Classes)], truth.ClassSizes.Count);
        var silent = truth[AskedCell.Whole].Classes.Except(truth[Gender("f")].Classes).Except(truth[Gender("m")].Classes).ToArray();
        Assert.That(silent, Has.Length.EqualTo(1));
        Assert.That(space.Contains(silent), Is.False);
    }

    [TestCase("not stated")]
    [TestCase("null")]
    [TestCase("-")]
    public async Task A14_a_value_for_nothing_said_is_a_value_like_any_that_nobody_has(string value)
    {
        var row = (await _small.Crawler(ReleasedOrganisation.LastPeriod, _small.Service.Read).Ask("trust", Gender(value))).Single();
        var invented = (await _small.Crawler(ReleasedOrganisation.LastPeriod, _small.Service.Read).Ask("trust", Gender("nobody"))).Single();
        Assert.That((row.Status, row.Text), Is.EqualTo(("withheld", invented.Text)));
    }

    [Test]
    public async Task A14_in_a_breakdown_those_who_did_not_say_have_no_figure() =>
        Assert.That((await _small.Service.Rows($"trust?survey={_small.Survey}&period={ReleasedOrganisation.LastPeriod}&by=gender")).Where(r => r["gender"] is null).Select(r => r.Status()), Is.All.EqualTo("withheld"));

    [Test]
    public async Task A14_an_item_that_nine_of_twelve_answered_is_withheld_for_these()
    {
        var (trust, optional) = (await _small.Crawl("trust"), await _small.Crawl(Optional));
        var team = new AskedCell("team");
        Assert.That((_small.Truth(InventedSurvey.Trust)[team].People, _small.Truth(Optional)[team].People), Is.EqualTo((12, 9)));
        Assert.That((trust[team].Status, optional[team].Status), Is.EqualTo(("released", "withheld")));
        Crack.Of(_small.Truth(Optional), await _small.Released(Optional), K).AssertNothing("an optional item");
    }

    private static AskedCell Gender(string value) => new(null, new Predicate("gender", value));

    /// <summary>The first so many answer the optional item too.</summary>
    private static Func<int, IReadOnlyDictionary<string, int>> With(int optional) =>
        i => i < optional ? new Dictionary<string, int>(HandMade.Mixed(i)) { [Optional] = 1 + i % 4 } : HandMade.Mixed(i);
}
