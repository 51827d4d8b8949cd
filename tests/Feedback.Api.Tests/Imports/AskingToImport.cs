using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Imports;

/// <summary>Who may import what, and as what it may come.</summary>
public sealed class AskingToImport(string engine) : ServiceFixture(engine)
{
    private const string Csv = "id,nps\n1,9\n";

    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(Importing.VisitSurvey());

    [Test]
    public async Task A_format_or_survey_that_is_not_there()
    {
        await Service.Ingest.Import("excel", _survey, Csv).Problem(404, "unknown_format");
        await Service.Ingest.Import("csv", "nowhere", Csv).Problem(404, "unknown_survey");
        await Service.Ingest.Import("csv", "_feedback-customer", Csv).Problem(404, "unknown_survey");
        await Service.Ingest.Import("csv", "", Csv).Problem(400, "invalid_parameter");
        await Service.Ingest.Import("csv", _survey, Csv, more: "&dryRun=yes").Problem(400, "invalid_parameter");
        await Service.Ingest.Import("csv", _survey, Csv, more: "&map=mine").Problem(400, "unknown_parameter");
    }

    [Test]
    public async Task A_survey_that_is_closed()
    {
        await Service.Admin.PostAsync($"/v1/surveys/{_survey}/close", null);
        await Service.Ingest.Import("csv", _survey, Csv).Problem(409, "survey_closed");
    }

    [Test]
    public async Task Keys_are_those_of_posting()
    {
        await Service.Nobody.Import("csv", _survey, Csv).Problem(401, "unauthorized");
        await Service.Read.Import("csv", _survey, Csv).Problem(403, "forbidden_scope");
        await Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Employee)).Import("csv", _survey, Csv).Problem(403, "forbidden_audience");
        var key = await Service.MakeKey(KeyScope.Ingest, Audience.Customer);
        (await Service.Nobody.Import("csv", _survey, Csv, "text/plain", $"&key={key}").Body()).Counted(1, 1, 0, 0, 0);
        (await Service.Admin.Import("csv", _survey, Csv).Body()).Counted(1, 0, 1, 0, 0);
    }

    [TestCase("csv", "application/json")]
    [TestCase("csv", "application/x-www-form-urlencoded")]
    [TestCase("csv", "text/csv; charset=windows-1252")]
    [TestCase("typeform", "text/csv")]
    public async Task A_media_type_that_the_format_does_not_come_as(string format, string type) => await Service.Ingest.Import(format, _survey, Csv, type).Problem(415, "unsupported_media_type");

    [TestCase("text/csv; charset=utf-8")]
    [TestCase("application/vnd.ms-excel")]
    [TestCase("TEXT/PLAIN")]
    public async Task A_media_type_that_tables_come_as(string type) => (await Service.Ingest.Import("csv", _survey, Csv, type, "&dryRun=true").Body()).Counted(1, 1, 0, 0, 0);

    [Test]
    public async Task A_file_may_be_compressed()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Csv));
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.ContentEncoding.Add("gzip");
        (await Service.Ingest.PostAsync($"/v1/imports/csv?survey={_survey}", content).Body()).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task A_message_over_the_limit() =>
        await Service.Ingest.Import("typeform", _survey, $$"""{"event_type":"form_response","pad":"{{new string('x', 1 << 20)}}"}""").Problem(413, "body_too_large");

    [Test]
    public async Task Invitation_codes_are_used_once()
    {
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        var survey = await Service.Publish(definition);
        var codes = (await Service.Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = 1 }).Body(201))["codes"]!.AsArray();
        var answer = await Service.Admin.Import("csv", survey, $"code,capability\n{codes[0]},6\n{codes[0]},5\ninvented,4\n,3\n", more: "&part=all").Body();
        answer.Counted(4, 1, 0, 0, 3);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "3 used_code", "4 unknown_code", "5 unknown_code" }));
        Assert.That(answer.ToJsonString(), Does.Not.Contain("invented"));
        await Service.Admin.Import("csv", survey, "capability\n6\n", more: "&part=all").Problem(400, "invalid_import");
    }

    [Test]
    public async Task Rows_of_an_earlier_version_are_read_as_it_asked()
    {
        var definition = Importing.VisitSurvey();
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"extra","kind":"text","text":"Anything else?"}"""));
        await Service.Publish(definition, _survey);
        var answer = await Service.Ingest.Import("csv", _survey, "id,version,nps,extra\n1,1,9,\n2,1,9,More\n3,2,8,More\n4,,7,\n5,3,7,\n").Body();
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "3 unknown_item", "6 unknown_version" }));
        Assert.That((await Service.Responses(_survey)).Select(r => (int)r["version"]!), Is.EqualTo(new[] { 1, 2, 2 }));
    }

    [Test]
    public async Task What_was_erased_stays_away()
    {
        await Service.Ingest.Import("csv", _survey, Csv).Body();
        var id = (string)(await Service.Responses(_survey)).Single()["id"]!;
        Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{id}")).IsSuccessStatusCode);
        Assert.That((int)(await Service.Ingest.Import("csv", _survey, Csv).Body())["erased"]!, Is.EqualTo(1));
    }
}
