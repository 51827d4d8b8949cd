using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Tests.Lists;

namespace Feedback.Api.Tests.Responses;

/// <summary>Raw answers of customers, for whoever works on them elsewhere: as they were sent, all of them, and nobody else's.</summary>
public sealed class ExportingResponses(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task HaveASurvey() => _survey = await Service.Publish(Some.CustomerSurvey());

    [Test]
    public async Task A_line_is_the_response_as_it_was_sent()
    {
        var sent = Some.Response();
        sent["answeredAt"] = "2026-11-20T09:30:15Z";
        sent["language"] = "de";
        sent["weight"] = 1.25;
        sent["isTest"] = true;
        sent["invitedOn"] = "2026-11-17";
        sent["respondent"] = "crm-1";
        await Service.Submit(_survey, sent).Body(201);
        var line = (await Lines()).Single();
        Assert.That(line.ToJsonString(Json.Options), Is.EqualTo(
            $$$"""{"id":"{{{sent["id"]}}}","version":1,"day":"2026-11-20","answeredAt":"2026-11-20T09:30:15Z","language":"de","delay":3,"weight":1.25,"isTest":true,"about":{"boardingArea":"A","channel":"web"},"answers":{"clean":4,"nps":9,"used":["wifi"],"why":"Fast and friendly."}}"""));
    }

    [Test]
    public async Task Answered_skipped_and_not_shown_are_kept_apart()
    {
        await Send(new JsonObject { ["clean"] = null, ["used"] = new JsonArray("wifi", "lounge"), ["why"] = null });
        Assert.That((await Lines()).Single()["answers"]!.ToJsonString(), Is.EqualTo("""{"clean":null,"used":["wifi","lounge"],"why":null}"""));
        var table = await Rows();
        Assert.That(table.Columns, Is.EqualTo((string[])
            ["id", "version", "day", "answeredAt", "language", "delay", "weight", "isTest", "about.boardingArea", "about.channel", "about.unit", "answers.clean", "answers.nps", "answers.used", "answers.why", "skipped"]));
        Assert.That(table.Rows.Single()[^5..], Is.EqualTo((string[])["", "", "wifi;lounge", "", "clean;why"]));
    }

    [Test]
    public async Task A_table_has_a_column_for_what_only_an_earlier_version_asked()
    {
        await Send(new JsonObject { ["nps"] = 3 });
        var next = Some.CustomerSurvey();
        next["items"]!.AsArray().RemoveAt(1);
        next["items"]!.AsArray().Add(new JsonObject { ["code"] = "gate", ["kind"] = "rating", ["text"] = "Gate", ["low"] = 1, ["high"] = 5 });
        await Service.Publish(next, _survey);
        await Send(new JsonObject { ["gate"] = 5 });
        var table = await Rows();
        Assert.That(table.Columns.Where(c => c.StartsWith("answers.", StringComparison.Ordinal)), Is.EqualTo((string[])["answers.clean", "answers.used", "answers.why", "answers.gate", "answers.nps"]));
        Assert.That(table["version"], Is.EqualTo((string[])["1", "2"]));
        Assert.That(table["answers.nps"], Is.EqualTo((string[])["3", ""]));
        Assert.That(table["answers.gate"], Is.EqualTo((string[])["", "5"]));
    }

    [TestCase("=HYPERLINK(\"https://evil.example\",\"x\")", "'=HYPERLINK(\"[url]\",\"x\")")]
    [TestCase("two\r\nlines, and \"quotes\"", "two\r\nlines, and \"quotes\"")]
    [TestCase("－1 star", "'－1 star")]
    [TestCase("Call me: jane@example.org", "Call me: [email]")]
    public async Task Texts_are_masked_and_run_in_no_spreadsheet(string text, string cell)
    {
        await Send(new JsonObject { ["why"] = text });
        Assert.That((await Rows())["answers.why"], Is.EqualTo((string[])[cell]));
        Assert.That((string?)(await Lines()).Single()["answers"]!["why"], Is.EqualTo(cell.TrimStart('\'')));
    }

    [TestCase("", 3)]
    [TestCase("?from=2026-11-02", 2)]
    [TestCase("?to=2026-11-02", 1)]
    [TestCase("?from=2026-11-02&to=2026-11-03", 1)]
    [TestCase("?from=2027-01-01", 0)]
    public async Task Days_from_the_first_up_to_the_last_are_exported(string query, int count)
    {
        for (var day = 1; day <= 3; day++) await Send(new JsonObject { ["nps"] = day }, $"2026-11-0{day}T10:00:00Z");
        Assert.That(await Lines(query), Has.Count.EqualTo(count));
    }

    [Test]
    public async Task What_was_erased_is_not_there_any_more()
    {
        var sent = Some.Response();
        await Service.Submit(_survey, sent).Body(201);
        await Send(new JsonObject { ["nps"] = 1 });
        var before = await Ask();
        Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{sent["id"]}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Lines()).Select(l => (int)l["answers"]!["nps"]!), Is.EqualTo((int[])[1]));
        Assert.That((await Ask(known: before.Headers.ETag)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Any_number_comes_once_and_in_order()
    {
        const int many = 25_000;
        await Service.Store(_survey, Enumerable.Range(0, many).Select(i => new JsonObject
        {
            ["answers"] = i % 3 == 0 ? new JsonObject { ["nps"] = i % 11, ["why"] = $"no. {i}" } : new JsonObject { ["nps"] = i % 11 },
        }));
        var lines = await Lines();
        Assert.That(lines.Select(l => (int)l["answers"]!["nps"]!), Is.EqualTo(Enumerable.Range(0, many).Select(i => i % 11)));
        Assert.That(lines.Select(l => (string?)l["id"]).Distinct().Count(), Is.EqualTo(many));
        Assert.That(lines.Select(l => (string?)l["answers"]!["why"]), Is.EqualTo(Enumerable.Range(0, many).Select(i => i % 3 == 0 ? $"no. {i}" : null)));
        Assert.That((await Rows())["id"], Is.EqualTo(lines.Select(l => (string?)l["id"])));
    }

    [TestCase("ndjson", "gzip")]
    [TestCase("ndjson", "br")]
    [TestCase("csv", "gzip")]
    [TestCase("csv", "br")]
    public async Task It_is_tagged_and_compressed_as_every_read(string format, string encoding)
    {
        await Send(new JsonObject { ["nps"] = 1 });
        using var plain = await Ask("?format=" + format);
        using var packed = await Ask("?format=" + format, encoding: encoding);
        Assert.That(packed.Content.Headers.ContentEncoding, Is.EqualTo((string[])[encoding]));
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.That(await new StreamReader(unpacked).ReadToEndAsync(), Is.EqualTo(await plain.Content.ReadAsStringAsync()));
        Assert.That((await Ask("?format=" + format, known: plain.Headers.ETag)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        await Send(new JsonObject { ["nps"] = 2 });
        Assert.That((await Ask("?format=" + format, known: plain.Headers.ETag)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Answers_of_employees_are_exported_to_nobody()
    {
        var pulse = await Service.Publish(Some.EmployeeSurvey());
        await Service.Admin.GetAsync($"/v1/surveys/{pulse}/responses").Problem(403, "anonymous_audience");
    }

    [Test]
    public async Task Only_operators_export()
    {
        foreach (var scope in (KeyScope[])[KeyScope.Read, KeyScope.Comments, KeyScope.Ingest])
            await Service.Client(await Service.MakeKey(scope)).GetAsync($"/v1/surveys/{_survey}/responses").Problem(403, "forbidden_scope");
        await Service.Nobody.GetAsync($"/v1/surveys/{_survey}/responses").Problem(401, "unauthorized");
    }

    [TestCase("?from=today", "invalid_parameter")]
    [TestCase("?from=2026-11-02&to=2026-11-02", "invalid_parameter")]
    [TestCase("?format=json", "invalid_parameter")]
    [TestCase("?limit=5", "unknown_parameter")]
    public async Task What_is_asked_wrongly_is_refused(string query, string code) => await Service.Admin.GetAsync($"/v1/surveys/{_survey}/responses{query}").Problem(400, code);

    [Test]
    public async Task There_is_no_export_of_what_is_not_there()
    {
        await Service.Admin.GetAsync("/v1/surveys/nothing/responses").Problem(404, "unknown_survey");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/surveys/{_survey}/responses") { Headers = { { "Accept", "application/json" } } };
        await Service.Admin.SendAsync(request).Problem(406, "not_acceptable");
        Assert.That((await Rows()).Rows, Is.Empty);
    }

    private Task<JsonNode> Send(JsonObject answers, string? at = null)
    {
        var response = new JsonObject { ["answers"] = answers };
        if (at is not null) response["answeredAt"] = at;
        return Service.Submit(_survey, response).Body(201);
    }

    private async Task<List<JsonNode>> Lines(string query = "")
    {
        using var answer = await Ask(query);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/x-ndjson"));
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }

    private async Task<Table> Rows()
    {
        using var answer = await Ask("?format=csv");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/csv"));
        return await Table.Of(await answer.Content.ReadAsByteArrayAsync());
    }

    private Task<HttpResponseMessage> Ask(string query = "", string? encoding = null, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/surveys/{_survey}/responses{query}");
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return Service.Admin.SendAsync(request);
    }
}
