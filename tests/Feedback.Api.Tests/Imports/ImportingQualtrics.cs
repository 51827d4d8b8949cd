using System.Text;

namespace Feedback.Api.Tests.Imports;

/// <summary>Qualtrics exports: three header rows, numbers or texts, one column a question or one an option.</summary>
public sealed class ImportingQualtrics(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(Importing.VisitSurvey());

    [Test]
    public async Task An_export_with_numbers()
    {
        var answer = await Service.Ingest.Import("qualtrics-csv", _survey, await Importing.File("qualtrics-numbers.csv")).Body();
        answer.Counted(6, 3, 0, 2, 1);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "9 invalid_answer" }));
        Assert.That((string)answer["rejected"]![0]!["detail"]!, Does.StartWith("Q1: ").And.Not.Contain("11"));
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "StartDate", "IPAddress", "Progress", "RecordedDate", "RecipientEmail", "ExternalReference", "LocationLatitude", "Q1_NPS_GROUP", "Q3_2_TEXT" }));
        Assert.That(answer["assumed"]!.AsArray().Select(a => (string)a!), Is.EquivalentTo(new[] { "Q2", "Q3_1", "Q3_2" }));
        var responses = await Service.Responses(_survey);
        Assert.That(responses.Select(r => r.Json("answers")), Is.EqualTo(new[]
        {
            """{"desk":"arrivals","nps":9,"used":["wifi"],"why":"Friendly, and quick."}""",
            """{"desk":"departures","nps":null,"used":null,"why":null}""",
            """{"desk":"departures","nps":5,"used":["wifi","lounge"]}""",
        }));
        Assert.That(responses.Select(r => (bool)r["isTest"]!), Is.EqualTo(new[] { false, false, true }), "a preview is a test");
        Assert.That(responses.Select(r => r.Json("about")), Is.EqualTo(new[] { """{"shop":"north"}""", """{"shop":"south"}""", """{"shop":"south"}""" }));
        Assert.That(responses.Select(r => (string)r["language"]!), Is.EqualTo(new[] { "EN", "DE", "EN" }));
    }

    [Test]
    public async Task Times_are_in_the_zone_of_the_third_row()
    {
        await Service.Ingest.Import("qualtrics-csv", _survey, await Importing.File("qualtrics-numbers.csv")).Body();
        // Half past ten in the evening in New York is half past three of the next day in UTC.
        var first = (await Service.Responses(_survey))[0];
        Assert.That(((string)first["answeredAt"]!, (string)first["day"]!), Is.EqualTo(("2026-01-16T03:30:00Z", "2026-01-16")));
    }

    [Test]
    public async Task An_export_with_texts()
    {
        var answer = await Service.Ingest.Import("qualtrics-csv", _survey, await Importing.File("qualtrics-texts.csv")).Body();
        answer.Counted(2, 2, 0, 0, 0);
        var responses = await Service.Responses(_survey);
        Assert.That(responses.Select(r => r.Json("answers")), Is.EqualTo(new[]
        {
            """{"desk":"arrivals","nps":10,"used":["wifi","lounge"],"why":"Nice."}""", """{"desk":"departures","nps":0,"used":["lounge"]}""",
        }));
        Assert.That(responses.Select(r => (bool)r["isTest"]!), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task The_same_file_twice_stores_nothing_twice_and_a_longer_one_what_is_new()
    {
        var file = await Importing.File("qualtrics-numbers.csv");
        await Service.Ingest.Import("qualtrics-csv", _survey, file).Body();
        (await Service.Ingest.Import("qualtrics-csv", _survey, file).Body()).Counted(6, 0, 3, 2, 1);
        var longer = Encoding.UTF8.GetString(file) + "2026-01-17 09:30:00,2026-01-17 09:31:00,0,,100,1,2026-01-17 09:31:00,R_new,,,,EN,4,,,,,,,south\n";
        (await Service.Ingest.Import("qualtrics-csv", _survey, longer).Body()).Counted(7, 1, 3, 2, 1);
        Assert.That(await Service.Responses(_survey), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_file_without_the_third_row_is_refused() =>
        await Service.Ingest.Import("qualtrics-csv", _survey, "ResponseId,EndDate,Q1\nR_1,2026-01-15 22:30:00,9\nR_2,2026-01-15 22:31:00,8\n").Problem(400, "malformed_file");

    [Test]
    public async Task Numbers_are_places_only_where_no_alias_is_a_number()
    {
        var definition = Importing.VisitSurvey();
        definition["items"]!.AsArray().Single(i => (string)i!["code"]! == "desk")!["options"]![0]!["aliases"] = new System.Text.Json.Nodes.JsonArray("2");
        var survey = await Service.Publish(definition);
        var answer = await Service.Ingest.Import("qualtrics-csv", survey, await Importing.File("qualtrics-numbers.csv")).Body();
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "5 unknown_option", "6 unknown_option", "9 invalid_answer" }));
        Assert.That(answer["assumed"]!.AsArray().Select(a => (string)a!), Does.Not.Contain("Q2"));
    }
}
