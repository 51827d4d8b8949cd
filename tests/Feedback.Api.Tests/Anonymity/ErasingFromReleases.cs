using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A9: somebody has an answer erased that stands in a released period, and everybody looks for the difference.</summary>
public sealed class ErasingFromReleases(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Dimensions = ["grade"];

    private static readonly string[] Questions =
        ["trust?", "trust?by=unit&", "trust?by=grade&", "trust?by=unit,grade&", "item?item=trust.capability&by=unit&", "net-trust?", "listening?", "listening?by=unit&", "agreement?measure=trust&"];

    private static readonly InventedOrganisation Organisation = new HandMade().Unit("north").Unit("south").Unit("west")
        .People("north", 30, HandMade.Mixed, ("grade", "a")).People("north", 25, HandMade.Mixed, ("grade", "b"))
        .People("south", 20, HandMade.Mixed, ("grade", "a")).People("south", 11, HandMade.Mixed, ("grade", "b"))
        .People("west", 12, i => HandMade.Trust(1 + i % 5), ("grade", "a")).Silent("west", 10).Build();

    private string _survey = "";
    private string[] _receipts = [];

    [OneTimeSetUp]
    public async Task Release()
    {
        _survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions));
        await Service.Invite(_survey, Organisation, "2026-09");
        _receipts = await Service.Wave(_survey, Organisation, "2026-09", Dimensions);
    }

    [Test]
    public async Task A09_the_answer_is_gone_and_released_figures_stay_as_they_were()
    {
        var (before, stored) = (await Bodies("2026-09"), await Service.ResponsesStored(_survey));
        var answer = await Service.Ingest.DeleteAsync($"/v1/responses/{_receipts[^1]}");
        Assert.That((int)answer.StatusCode, Is.EqualTo(202), await answer.Content.ReadAsStringAsync());
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(stored - 1));
        foreach (IDictionary<string, object?> row in await Service.Column<dynamic>("select * from response where erased = 1"))
            Assert.That(row.Where(c => c.Value is not null).Select(c => c.Key), Is.EquivalentTo(new[] { "seq", "id", "erased" }));
        Assert.That(await Bodies("2026-09"), Is.EqualTo(before), "erased");
        await Service.Release("2026-09");
        Assert.That(await Bodies("2026-09"), Is.EqualTo(before), "released again");
        await Service.Restart();
        Assert.That(await Bodies("2026-09"), Is.EqualTo(before), "started again");
    }

    [Test]
    public async Task A09_erased_before_its_period_is_released_an_answer_was_never_there_and_the_period_before_has_nothing_to_do_with_it()
    {
        var receipts = await Service.Collect(_survey, Organisation, "2026-10", Dimensions);
        foreach (var receipt in receipts.Take(5)) Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{receipt}")).StatusCode, Is.EqualTo(204));
        await Service.Ingest.DeleteAsync($"/v1/responses/{_receipts[0]}");
        await Service.Release("2026-10");
        var row = await Service.Row($"trust?survey={_survey}&period=2026-10");
        Assert.That(row.Number("n"), Is.EqualTo(Organisation.People.Count(p => p.Answered) - 5).Within(2.5));
        Assert.That(row.Number("estimate"), Is.EqualTo(Organisation.People.Where(p => p.Answered).Skip(5).Average(p => InventedSurvey.Trust.Average(i => 25.0 * (p.Answers[i] - 1)))).Within(.0501));
    }

    /// <summary>A7: neither does what an operator sets later.</summary>
    [Test]
    public async Task A07_units_and_invitations_that_are_set_later_change_no_released_figure()
    {
        var before = await Bodies("2026-09");
        await Service.Invite(_survey, Organisation with { People = [.. Organisation.People, .. Organisation.People] }, "2026-09");
        Assert.That(await Bodies("2026-09"), Is.EqualTo(before));
    }

    private async Task<List<string>> Bodies(string period)
    {
        var bodies = new List<string>();
        foreach (var question in Questions) bodies.Add(await Service.Read.GetStringAsync($"/v1/indicators/{question}survey={_survey}&period={period}"));
        return bodies;
    }
}
