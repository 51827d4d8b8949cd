using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>What an import did not find, did not take or did not come to is said, so that nobody takes it for an answer that nobody gave.</summary>
[NonParallelizable]
public sealed class SayingWhatIsMissing(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(Importing.VisitSurvey());

    [Test]
    public async Task Items_without_a_column_are_listed()
    {
        var answer = await Service.Ingest.Import("csv", _survey, "id,nps,why\n1,9,Good\n").Body();
        Assert.That((answer.Listed("unmatched"), answer.Listed("warnings")), Is.EqualTo((new[] { "clean", "QROOM_LIGHT", "QROOM.AIR", "used", "desk", "again" }, Array.Empty<string>())));
    }

    [Test]
    public async Task A_file_of_which_texts_alone_are_found_warns()
    {
        var answer = await Service.Ingest.Import("csv", _survey, "id,NPS,why\n1,9,Good\n").Body();
        Assert.That((answer.Ignored(), answer.Listed("warnings")), Is.EqualTo((new[] { "NPS" }, new[] { "Texts alone were found: none of the survey's ratings and choices has a column." })));
    }

    [Test]
    public async Task A_required_item_without_a_column_is_told_before_any_row()
    {
        var definition = Importing.VisitSurvey();
        definition["items"]![1]!["required"] = true;
        var problem = await Service.Ingest.Import("csv", await Service.Publish(definition), "id,nps\n1,9\n").Problem(400, "invalid_import");
        Assert.That(problem.Errors!["items.clean"], Is.EqualTo(new[] { "The survey requires this item, and no column was found for it." }));
    }

    [Test]
    public async Task Options_of_LimeSurvey_are_found_by_their_labels()
    {
        var survey = await Service.Publish(JsonNode.Parse(
            """
            {
              "audience": "customer", "title": "Tools",
              "items": [{ "code": "tools", "kind": "choice", "multiple": true, "text": "Tools", "options": [{ "code": "s", "text": "Slack" }, { "code": "j", "text": "Jira" }, { "code": "other", "text": "Else" }] }]
            }
            """)!.AsObject());
        const string File = "Id\tSubmitted\tTools [Slack]\tTools [Jira]\tTools [Other]\tTools [Pen]\nid\tsubmitdate\tX1_SQ001\tX1_SQ002\tX1_other\tX1_SQ003\n1\t2026-03-01 10:00:00\tY\t\tPaper\tY\n2\t2026-03-01 10:00:00\t\tY\t\t\n3\t2026-03-01 10:00:00\t\t\t\t\n";
        var answer = (await Service.Ingest.Import("limesurvey-vv", survey, File).Body()).Counted(3, 3, 0, 0, 0);
        Assert.That((answer.Ignored(), answer.Listed("unmatched")), Is.EqualTo((new[] { "X1_SQ003" }, Array.Empty<string>())));
        Assert.That((await Service.Responses(survey)).Select(r => r.Json("answers")), Is.EqualTo(new[] { """{"tools":["s","other"]}""", """{"tools":["j"]}""", """{"tools":null}""" }));
    }

    [Test]
    public async Task Where_LimeSurvey_kept_no_day_a_map_with_a_day_alone_says_it()
    {
        const string File = "Id\tSubmitted\tHow\nid\tsubmitdate\tnps\n1\t1980-01-01 00:00:00\t9\n";
        var answer = (await Service.Ingest.Import("limesurvey-vv", _survey, File).Body()).Counted(1, 0, 0, 0, 1);
        Assert.That((string)answer["rejected"]![0]!["detail"]!, Does.Contain("""{"answeredAt": {"day": "2026-03-31"}}"""));
        await Service.Admin.Put($"/v1/surveys/{_survey}/imports/limesurvey-vv", JsonNode.Parse("""{"map":{"answeredAt":{"day":"2026-03-31"}}}""")!).Body();
        (await Service.Ingest.Import("limesurvey-vv", _survey, File).Body()).Counted(1, 1, 0, 0, 0);
        var only = (await Service.Responses(_survey)).Single();
        Assert.That((only.Json("answers"), (string)only["day"]!), Is.EqualTo(("""{"nps":9}""", "2026-03-31")));
    }

    [Test]
    public async Task A_message_that_is_refused_is_logged_and_counted_without_what_it_says()
    {
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "feedback.imports.refused") listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add($"{value} {tags[0].Value} {tags[1].Value}"));
        listener.Start();
        var message = $$$"""{"event_type":"form_response","form_response":{"token":"{{{_survey}}}","submitted_at":"2026-03-01T10:00:00Z","answers":[{"type":"number","number":4711,"field":{"ref":"nps"}}]}}""";
        (await Service.Ingest.Import("typeform", _survey, message).Body()).Counted(1, 0, 0, 0, 1);
        Assert.That(Service.Log.Lines, Has.Some.EqualTo($"A message of typeform for {_survey} was refused: invalid_answer. It will not be sent again"));
        Assert.That(Service.Log.Lines, Has.None.Contains("4711"));
        (await Service.Ingest.Import("typeform", _survey, message.Replace("4711", "9")).Body()).Counted(1, 1, 0, 0, 0);
        (await Service.Ingest.Import("typeform", _survey, message.Replace("4711", "8")).Body()).Counted(1, 0, 0, 0, 1);
        Assert.That(counted, Is.EqualTo(new[] { "1 typeform invalid_answer", "1 typeform response_conflict" }));
    }

    [Test]
    public async Task A_file_over_the_limit_says_what_of_it_is_stored()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("id,nps,pad\n"u8.ToArray());
            var pad = new string('x', 1_000_000);
            for (var i = 0; i < 70; i++) await gzip.WriteAsync(Encoding.UTF8.GetBytes($"{i},9,{pad}\n"));
        }
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.ContentEncoding.Add("gzip");
        var problem = await Service.Ingest.PostAsync($"/v1/imports/csv?survey={_survey}", content).Problem(413, "body_too_large");
        var stored = (await Service.Responses(_survey)).Count;
        Assert.That(stored, Is.InRange(60, 69));
        Assert.That(problem.Detail, Does.Contain($"Of the first {stored} rows {stored} were stored, and 0 before; importing it again stores nothing twice."));
    }

    [Test]
    public async Task A_file_that_breaks_says_that_what_came_before_is_stored() => Assert.That(
        (string)(await Service.Ingest.Import("csv", _survey, "id,nps,why\n1,9,Good\n2,8,\"open\n").Body())["rejected"]![0]!["detail"]!, Does.Contain("What came before it is stored"));
}

