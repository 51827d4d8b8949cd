using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Imports;

/// <summary>CSV with a header of codes, names or texts, over HTTP and without a map.</summary>
public sealed partial class ImportingPlainCsv(string engine) : ServiceFixture(engine)
{
    private const string SomeId = "5f0c6ad1-27b8-4c1e-9d0a-3f6f5e0b7a11";

    private string _survey = "", _id = "";

    [SetUp]
    public async Task PublishASurvey() => (_survey, _id) = (await Service.Publish(Importing.VisitSurvey()), Guid.NewGuid().ToString());

    [Test]
    public async Task Rows_become_responses()
    {
        var answer = await Service.Ingest.Import("csv", _survey, await File()).Body();
        answer.Counted(4, 3, 0, 0, 1);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "5 unknown_option" }));
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "shoe size" }));
        Assert.That(answer["dryRun"], Is.Null);
        var responses = await Service.Responses(_survey);
        Assert.That(responses.Select(r => r.Json("answers")), Is.EqualTo(new[]
        {
            """{"clean":4,"nps":9,"used":["wifi","lounge"],"why":"Quick, and friendly."}""", """{"nps":7}""", """{"nps":6}""",
        }));
        var first = responses[0];
        Assert.That((string)first["id"]!, Is.EqualTo(_id));
        Assert.That(first.Json("about"), Is.EqualTo("""{"channel":"web"}"""));
        Assert.That(((string)first["day"]!, (string)first["language"]!, (double)first["weight"]!, (bool)first["isTest"]!, (int)first["delay"]!), Is.EqualTo(("2026-03-01", "en", 1.5, false, 2)));
        Assert.That(((string)responses[1]["answeredAt"]!, (bool)responses[1]["isTest"]!), Is.EqualTo(("2026-03-02T09:15:00Z", true)));
        Assert.That(await Service.Number("select count(*) from response r join survey s on s.id = r.survey where s.survey_key = @survey and r.respondent is not null", new { survey = _survey }), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_file_twice_stores_nothing_twice_and_a_longer_one_what_is_new()
    {
        var file = await File();
        await Service.Ingest.Import("csv", _survey, file).Body();
        (await Service.Ingest.Import("csv", _survey, file).Body()).Counted(4, 0, 3, 0, 1);
        var longer = file + "visit-5,2026-03-05,,,1,,,,,3,,,,\n";
        (await Service.Ingest.Import("csv", _survey, longer).Body()).Counted(5, 1, 3, 0, 1);
        var changed = longer.Replace("2026-03-05,,,1,,,,,3", "2026-03-05,,,1,,,,,2");
        Assert.That((await Service.Ingest.Import("csv", _survey, changed).Body()).Rejected(), Does.Contain("6 response_conflict"));
        Assert.That(await Service.Responses(_survey), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Rows_without_ids_are_told_apart_by_what_they_hold_and_by_number()
    {
        const string Csv = "nps,why\n9,Good\n9,Good\n3,Bad\n";
        (await Import(Csv)).Counted(3, 3, 0, 0, 0);
        (await Import(Csv)).Counted(3, 0, 3, 0, 0);
        (await Import("why,nps,colour\nBad,3,\nGood,9,\nGood,9,\nGood,9,\n")).Counted(4, 1, 3, 0, 0);

        async Task<JsonNode> Import(string csv) => await Service.Ingest.Import("csv", _survey, csv, more: "&part=all").Body();
    }

    [Test]
    public async Task A_dry_run_checks_every_row_and_stores_none()
    {
        var answer = await Service.Ingest.Import("csv", _survey, await File(), more: "&dryRun=true").Body();
        answer.Counted(4, 3, 0, 0, 1);
        Assert.That((bool)answer["dryRun"]!);
        Assert.That(await Service.Responses(_survey), Is.Empty);
    }

    [Test]
    public async Task What_the_service_exports_can_be_imported()
    {
        await Service.Ingest.Import("csv", _survey, await File()).Body();
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses", new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["answers"] = new JsonObject { ["nps"] = null, ["used"] = new JsonArray("lounge"), ["clean"] = 2 } });
        // Ids are one to a store, and this one has them already.
        var export = Ids().Replace(await Service.Admin.GetStringAsync($"/v1/surveys/{_survey}/responses?format=csv"), _ => Guid.NewGuid().ToString());
        var other = await Service.Publish(Importing.VisitSurvey());
        (await Service.Ingest.Import("csv", other, export).Body()).Counted(4, 4, 0, 0, 0);
        var (before, after) = (await Service.Responses(_survey), await Service.Responses(other));
        foreach (var member in (string[])["day", "answeredAt", "about", "answers", "isTest", "weight", "language"])
            Assert.That(after.Select(r => r.Json(member)), Is.EqualTo(before.Select(r => r.Json(member))), member);
    }

    [TestCase("utf-16", "\t")]
    [TestCase("utf-16BE", ";")]
    [TestCase("utf-8", ";")]
    public async Task A_file_may_be_as_spreadsheets_write_it(string encoding, string delimiter)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] file = [.. text.Preamble, .. text.GetBytes($"id{delimiter}nps{delimiter}why\r\n1{delimiter}8{delimiter}\"Schön; teuer\"\r\n")];
        (await Service.Ingest.Import("csv", _survey, file, "application/vnd.ms-excel").Body()).Counted(1, 1, 0, 0, 0);
        Assert.That((await Service.Responses(_survey)).Single().Json("answers"), Is.EqualTo("""{"nps":8,"why":"Schön; teuer"}"""));
    }

    [Test]
    public async Task Two_columns_for_one_item_are_refused() => Assert.That(
        (await Service.Ingest.Import("csv", _survey, "nps,How likely are you to recommend us?\n9,8\n").Problem(400, "invalid_import")).Errors!.Keys, Is.EqualTo(new[] { "items.nps" }));

    [Test]
    public async Task A_file_of_which_nothing_is_known_is_refused_without_telling_what_it_holds()
    {
        var problem = await Service.Ingest.Import("csv", _survey, "Ann Able,ann@example.com\nBen Baker,ben@example.com\n").Problem(400, "invalid_import");
        Assert.That(problem.Detail + string.Join(' ', problem.Errors!.SelectMany(e => e.Value)), Does.Not.Contain("example").And.Not.Contain("Ann"));
    }

    [Test]
    public async Task Where_a_file_breaks_the_rest_is_refused_as_one()
    {
        var answer = await Service.Ingest.Import("csv", _survey, "id,nps,why\n1,9,Good\n2,8,\"open\n3,7,\n").Body();
        answer.Counted(2, 1, 0, 0, 1);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "3 malformed_file" }));
        await Service.Ingest.Import("csv", _survey, "").Problem(400, "malformed_file");
        await Service.Ingest.Import("csv", _survey, Encoding.Latin1.GetBytes("id,nps,früh\n1,9,\n")).Problem(400, "malformed_file");
    }

    [Test]
    public async Task Of_employees_neither_reference_nor_weight_nor_number_is_read()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var answer = await Service.Admin.Import("csv", survey, "respondent,weight,capability,reliability,why\nE-77001,2,6,5,Fine\n", more: "&part=all").Body();
        answer.Counted(1, 1, 0, 0, 0);
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "respondent", "weight" }));
        Assert.That(await Service.Number("select count(*) from response r join survey s on s.id = r.survey where s.survey_key = @survey and r.respondent is null and r.weight = 10000", new { survey }), Is.EqualTo(1));
        Assert.That((await Service.Ingest.Import("csv", survey, "id,capability\nE-77001,6\n").Body()).Rejected(), Is.EqualTo(new[] { "2 invalid_response" }));
    }

    /// <summary>With an id of the test's own: the tests share a store.</summary>
    private async Task<string> File() => Encoding.UTF8.GetString(await Importing.File("plain.csv")).Replace(SomeId, _id);

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
