using System.Text;

namespace Feedback.Api.Tests.Imports;

/// <summary>VV files of LimeSurvey: tabs, two header lines, words in braces, quotes as PHP sets them.</summary>
public sealed class ImportingLimeSurvey(string engine) : ServiceFixture(engine)
{
    private const string Tabs = "text/tab-separated-values";

    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(Importing.VisitSurvey());

    [Test]
    public async Task Lines_become_responses()
    {
        var answer = await Service.Ingest.Import("limesurvey-vv", _survey, await File(), Tabs).Body();
        answer.Counted(5, 1, 0, 1, 3);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "3 unknown_option", "6 invalid_answer", "7 invalid_response" }));
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "token", "lastpage", "seed", "QDESK_other" }));
        var only = (await Service.Responses(_survey)).Single();
        Assert.That(only.Json("answers"), Is.EqualTo("""{"QROOM.AIR":2,"desk":"other","nps":null,"used":null,"why":null}"""));
        Assert.That(((string)only["answeredAt"]!, (string)only["language"]!), Is.EqualTo(("2026-03-01T11:00:00Z", "de-informal")));
    }

    [Test]
    public async Task Codes_of_answers_are_read_by_their_aliases()
    {
        var definition = Importing.VisitSurvey();
        definition["items"]!.AsArray().Single(i => (string)i!["code"]! == "desk")!["options"]![1]!["aliases"] = new System.Text.Json.Nodes.JsonArray("A1");
        var survey = await Service.Publish(definition);
        (await Service.Ingest.Import("limesurvey-vv", survey, await File(), Tabs).Body()).Counted(5, 2, 0, 1, 2);
        Assert.That((await Service.Responses(survey))[0].Json("answers"), Is.EqualTo(
            """{"QROOM_LIGHT":4,"desk":"arrivals","nps":9,"used":["wifi"],"why":"\"Bright\"\ntwo\tlines {newline} \\\"x\\\""}"""));
    }

    [Test]
    public async Task The_same_file_twice_stores_nothing_twice_and_a_longer_one_what_is_new()
    {
        var file = Encoding.UTF8.GetString(await File());
        await Service.Ingest.Import("limesurvey-vv", _survey, file, Tabs).Body();
        (await Service.Ingest.Import("limesurvey-vv", _survey, file, Tabs).Body()).Counted(5, 0, 1, 1, 3);
        (await Service.Ingest.Import("limesurvey-vv", _survey, file + "9\t\t2026-03-05 10:00:00\t3\ten\t1\t4", Tabs).Body()).Counted(6, 1, 1, 1, 3);
        Assert.That((await Service.Responses(_survey))[1].Json("answers"), Does.Contain("\"nps\":4"));
    }

    [TestCase("a,b\n1,2\n")]
    [TestCase("only one line")]
    [TestCase("labels\nid\tnosubmitdate\n")]
    public async Task A_file_that_is_no_vv_file_is_refused(string file) => await Service.Ingest.Import("limesurvey-vv", _survey, file, Tabs).Problem(400, "malformed_file");

    private static Task<byte[]> File() => Importing.File("vv.tsv");
}
