using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Imports;

/// <summary>Rows without an id: the same row is the same response, another person with the same answers is not, and the difference tells nobody what was answered.</summary>
public sealed class TellingRowsApart(string engine) : ServiceFixture(engine)
{
    private const string Head = "EMP ID,Department,Hire Date,Survey Cycle Completion Date,Voice,Voice_COMMENT,Meaning,Meaning_COMMENT\n";

    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(Pulse());

    [Test]
    public async Task People_of_two_files_with_equal_answers_are_two_where_the_files_are_named()
    {
        const string North = Head + "E-1,,2001-01-01,26-03-2026 09:34,4,,5,\n", South = Head + "E-2,,2002-02-02,26-03-2026 17:00,4,,5,\n";
        (await Glint(North, "&part=2026-03-north")).Counted(1, 1, 0, 0, 0);
        (await Glint(South, "&part=2026-03-south")).Counted(1, 1, 0, 0, 0);
        (await Glint(North, "&part=2026-03-north")).Counted(1, 0, 1, 0, 0);
        (await Glint(South)).Counted(1, 1, 0, 0, 0);
        (await Glint(North)).Counted(1, 0, 1, 0, 0);
    }

    [Test]
    public async Task People_of_two_departments_with_equal_answers_are_two()
    {
        (await Glint(Head + "E-1,north,,26-03-2026 09:34,4,,5,\n")).Counted(1, 1, 0, 0, 0);
        (await Glint(Head + "E-2,south,,26-03-2026 09:34,4,,5,\n")).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task An_answer_that_the_survey_does_not_ask_for_tells_people_apart_and_who_they_are_does_not()
    {
        (await Glint(Head + "E-1,,2001-01-01,26-03-2026 09:34,4,,5,\n")).Counted(1, 1, 0, 0, 0);
        (await Glint(Head + "E-2,,2001-01-01,26-03-2026 09:34,4,,6,\n")).Counted(1, 1, 0, 0, 0);
        (await Glint(Head + "E-9,,2009-09-09,26-03-2026 18:00,4,,5,\n")).Counted(1, 0, 1, 0, 0);
    }

    [Test]
    public async Task Employees_are_not_stored_in_the_order_of_the_file()
    {
        var survey = await Service.Publish(JsonNode.Parse("""{"audience":"employee","title":"Order","items":[{"code":"nr","kind":"rating","text":"Nr","low":0,"high":99}]}""")!.AsObject());
        var numbers = Enumerable.Range(0, 100).ToList();
        (await Service.Admin.Import("csv", survey, "answeredAt,nr\n" + string.Concat(numbers.Select(n => $"2026-03-01,{n}\n"))).Body()).Counted(100, 100, 0, 0, 0);
        var stored = await Service.Column<string>("select r.answers from response r join survey s on s.id = r.survey where s.survey_key = @survey order by r.seq", new { survey });
        var inOrder = stored.Select(a => (int)JsonNode.Parse(a)!["nr"]!).ToList();
        Assert.That(inOrder, Is.EquivalentTo(numbers).And.Not.EqualTo(numbers));

        var id = Guid.NewGuid();
        var twice = (await Service.Admin.Import("csv", survey, $"id,nr\n{id},1\n" + string.Concat(numbers.Select(n => $"{Guid.NewGuid()},{n}\n")) + $"{id},2\n").Body()).Counted(102, 101, 0, 0, 1);
        Assert.That(twice.Rejected(), Is.EqualTo(new[] { "103 response_conflict" }), "of two rows with one id the first counts");
    }

    [Test]
    public async Task A_later_version_that_reads_more_of_a_file_makes_no_second_response_of_its_rows()
    {
        const string File = Head + "E-1,north,,26-03-2026 09:34,4,,5,\nE-2,north,,26-03-2026 09:40,4,,,\n";
        (await Glint(File)).Counted(2, 2, 0, 0, 0);
        var definition = Pulse();
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"meaning","kind":"rating","text":"Meaning","low":1,"high":7}"""));
        await Service.Publish(definition, _survey);
        var answer = (await Glint(File)).Counted(2, 0, 1, 0, 1);
        Assert.That((answer.Rejected().Single(), (string)answer["rejected"]![0]!["detail"]!), Is.EqualTo(("2 response_conflict", "The same row was stored before, when it was read otherwise; what was stored stays.")));
    }

    [Test]
    public async Task A_customers_row_stays_the_same_when_a_later_version_reads_more_of_it()
    {
        const string File = "answeredAt,nps,shoes\n2026-03-01,5,42\n2026-03-01,5,\n2026-03-01,5,\n";
        var visit = await Service.Publish(Importing.VisitSurvey());
        (await Service.Ingest.Import("csv", visit, File).Body()).Counted(3, 3, 0, 0, 0);
        var definition = Importing.VisitSurvey();
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"shoes","kind":"text","text":"Shoes"}"""));
        await Service.Publish(definition, visit);
        (await Service.Ingest.Import("csv", visit, File).Body()).Counted(3, 0, 2, 0, 1);
        (await Service.Ingest.Import("csv", visit, "shoes,nps,answeredAt\n43,5,2026-03-01\n").Body()).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task A_file_that_nothing_tells_from_the_next_has_to_be_named()
    {
        var visit = await Service.Publish(Importing.VisitSurvey());
        Assert.That((await Service.Ingest.Import("csv", visit, "nps\n5\n").Problem(400, "invalid_import")).Errors!.Keys, Is.EqualTo(new[] { "part" }));
        (await Service.Ingest.Import("csv", visit, "nps\n5\n", more: "&part=2026-03").Body()).Counted(1, 1, 0, 0, 0);
        (await Service.Ingest.Import("csv", visit, "nps\n5\n", more: "&part=2026-04").Body()).Counted(1, 1, 0, 0, 0);
        (await Service.Ingest.Import("csv", visit, "nps\n5\n", more: "&part=2026-04").Body()).Counted(1, 0, 1, 0, 0);
        Assert.That((await Service.Ingest.Import("csv", visit, "id,nps\n1,5\n", more: "&part=2026-04").Problem(400, "invalid_import")).Errors!.Keys, Is.EqualTo(new[] { "part" }));
        await Service.Ingest.Import("csv", visit, "nps\n5\n", more: "&part=March%202026").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task Of_employees_a_column_that_is_not_read_is_not_to_tell_rows_apart()
    {
        var problem = await Service.Admin.Import("csv", _survey, "answeredAt,voice,Staff number\n2026-03-01,5,E-77\n").Problem(400, "invalid_import");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { "id" }));
        (await Service.Admin.Import("csv", _survey, $"id,answeredAt,voice,Staff number\n{Guid.NewGuid()},2026-03-01,5,E-77\n").Body()).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task Whether_an_employee_gave_certain_answers_is_not_told_to_a_key_that_stands_in_pages()
    {
        var (page, server) = (Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Employee, null, "https://intranet.example")), Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Employee)));
        const string Vv = "Id\tSubmitted\tVoice\nid\tsubmitdate\tvoice\n1\t2026-03-01 10:00:00\t5\n";
        foreach (var (format, file) in ((string, string)[])[("viva-glint-csv", Head + "E-1,,,26-03-2026 09:34,4,,5,\n"), ("csv", "answeredAt,voice\n2026-03-01,5\n"), ("limesurvey-vv", Vv)])
        {
            var problem = await page.Import(format, _survey, file).Problem(403, "forbidden_origin");
            Assert.That(problem.Detail, Does.Contain("lists origins"), format);
            (await server.Import(format, _survey, file).Body()).Counted(1, 1, 0, 0, 0);
        }
        (await page.Import("typeform", _survey, Encoding.UTF8.GetBytes("""{"event_type":"form_response","form_response":{"token":"SURVEY","submitted_at":"2026-03-01T10:00:00Z","answers":[{"type":"number","number":4,"field":{"ref":"voice"}}]}}""".Replace("SURVEY", _survey))).Body()).Counted(1, 1, 0, 0, 0);
        await Service.Admin.Put($"/v1/surveys/{_survey}/imports/typeform", JsonNode.Parse("""{"map":{"id":["form_response.submitted_at"],"items":{"voice":{"column":"voice"}}}}""")!).Body();
        await page.Import("typeform", _survey, """{"event_type":"form_response","form_response":{"token":"t","submitted_at":"2026-03-01T10:00:00Z","answers":[]}}""").Problem(403, "forbidden_origin");
    }

    [Test]
    public async Task A_key_that_stands_in_pages_imports_no_files()
    {
        var visit = await Service.Publish(Importing.VisitSurvey());
        var page = Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Customer, null, "https://shop.example"));
        await page.Import("csv", visit, "id,nps\n1,5\n").Problem(403, "forbidden_origin");
        await page.Import("limesurvey-vv", visit, "x").Problem(403, "forbidden_origin");
        (await page.Import("typeform", visit, """{"event_type":"form_response_partial"}""").Body()).Counted(1, 0, 0, 1, 0);
    }

    private async Task<JsonNode> Glint(string file, string more = "") => await Service.Admin.Import("viva-glint-csv", _survey, file, more: more).Body();

    private static JsonObject Pulse() => JsonNode.Parse(
        """
        {
          "audience": "employee", "title": "Pulse", "dimensions": [{ "name": "department", "values": ["north", "south"], "aliases": ["Department"] }],
          "items": [{ "code": "voice", "kind": "rating", "text": "Voice", "low": 1, "high": 7 }]
        }
        """)!.AsObject();
}
