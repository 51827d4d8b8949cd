using System.Text.Json.Nodes;
using Feedback.Api.Tests.Imports;
using Feedback.Api.Tests.Pages;

namespace Feedback.Api.Tests.Comments;

/// <summary>A text is data: whatever it holds and whichever way it came in, it goes out as text and does nothing.</summary>
public sealed class InjectingTexts(string engine) : ServiceFixture(engine)
{
    /// <summary>Each way in: sends one text, and gives the status of the answer.</summary>
    private static readonly (string Name, Func<TestService, string, string, Task<int>> Send)[] Ways =
    [
        ("single", async (service, survey, text) => (int)(await service.Submit(survey, Customers.Wrote(text))).StatusCode),
        ("batch", async (service, survey, text) => (int)(await service.SubmitLines(survey, Customers.Wrote(text).ToJsonString())).StatusCode),
        ("page", async (service, survey, text) => (await (await Page.Open(service, $"/s/{survey}")).Send("send", ("answers.why", text))).Status),
        ("import", async (service, survey, text) => (int)(await service.Ingest.Import("csv", survey, $"id,why\r\n{Guid.NewGuid()},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n")).StatusCode),
        ("feedback", async (service, _, text) => (int)(await service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "customer", ["kind"] = "idea", ["text"] = text })).StatusCode),
    ];

    private static readonly (string Sent, string Shown, string Cell)[] Texts =
    [
        ("<b>bold</b> & \"quoted\"", "<b>bold</b> & \"quoted\"", "\"<b>bold</b> & \"\"quoted\"\"\""),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("</textarea><img src=x onerror=alert(1)>", "</textarea><img src=x onerror=alert(1)>", "</textarea><img src=x onerror=alert(1)>"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+2", "+1+2", "'+1+2"),
        ("-1+2", "-1+2", "'-1+2"),
        ("@SUM is no name", "[handle] is no name", "[handle] is no name"),
        (" =1+1", " =1+1", "\"' =1+1\""),
        ("{{constructor}} ${jndi:ldap} %00 '; drop table comment; --", "{{constructor}} ${jndi:ldap} %00 '; drop table comment; --", "{{constructor}} ${jndi:ldap} %00 '; drop table comment; --"),
        ("a\u202egpj.exe\u202c \u2066b\u2069", "agpj.exe b", "agpj.exe b"),
        ("\u200fשלום", "\u200fשלום", "\u200fשלום"),
        ("e" + new string('\u0301', 9_998), "e" + new string('\u0301', 9_998), "e" + new string('\u0301', 9_998)),
    ];

    private static IEnumerable<string> Names => Ways.Select(w => w.Name);

    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveAReader() => _reader = await Service.CommentReader();

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey().Opened());

    [TestCaseSource(nameof(Names))]
    public async Task Every_way_in_leads_out_as_text_in_JSON_and_in_tables(string name)
    {
        var (way, whose) = (Ways.Single(w => w.Name == name).Send, name == "feedback" ? "audience=customer&kind=idea" : $"survey={_survey}");
        foreach (var (sent, _, _) in Texts) Assert.That(await way(Service, _survey, sent), Is.AnyOf(200, 201, 303), sent[..Math.Min(20, sent.Length)]);

        using var json = await _reader.GetAsync($"/v1/comments?{whose}");
        Assert.That((json.Content.Headers.ContentType!.MediaType, json.Headers.GetValues("X-Content-Type-Options").Single()), Is.EqualTo(("application/json", "nosniff")));
        var shown = (await json.Body())["value"]!.AsArray().Select(r => r!.Text()).ToList();
        Assert.That(shown, Is.EquivalentTo(Texts.Select(t => t.Shown)));

        using var table = await _reader.GetAsync($"/v1/comments?{whose}&format=csv");
        Assert.That((table.Content.Headers.ContentType!.MediaType, table.Headers.GetValues("X-Content-Type-Options").Single()), Is.EqualTo(("text/csv", "nosniff")));
        var lines = (await table.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1 + Texts.Length));
        foreach (var (_, _, cell) in Texts) Assert.That(lines, Has.Exactly(1).Contains($",{cell},"), cell[..Math.Min(20, cell.Length)]);
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_text_of_more_than_ten_thousand_characters_is_refused(string name)
    {
        var before = await Service.Number("select count(*) from comment");
        var status = await Ways.Single(w => w.Name == name).Send(Service, _survey, new string('\u0301', 100_000));
        // A batch and a file are taken without the row, and say so.
        Assert.That(status, name is "batch" or "import" ? Is.EqualTo(200) : Is.InRange(400, 422));
        Assert.That(await Service.Number("select count(*) from comment"), Is.EqualTo(before));
    }

    [TestCase("\\u0000", "a b")]
    [TestCase("\\u0007", "a b")]
    [TestCase("\\ud83d\\ude00", "a😀b")]
    [TestCase("\\ud800", null)]
    [TestCase("\\udc00", null)]
    public async Task Half_a_character_is_refused_and_NUL_is_a_blank_the_same_every_time(string escape, string? shown)
    {
        var body = $$$"""{"id":"{{{Guid.NewGuid()}}}","answers":{"why":"a{{{escape}}}b"}}""";
        for (var turn = 0; turn < 2; turn++)
        {
            var single = await Service.Ingest.PostAsync(Asking.Responses(_survey), Wire.Text(body));
            Assert.That((int)single.StatusCode, shown is null ? Is.EqualTo(400) : Is.EqualTo(turn == 0 ? 201 : 200));
            var batch = await (await Service.SubmitLines(_survey, body)).Body();
            Assert.That(batch["rejected"]!.AsArray().Count, Is.EqualTo(shown is null ? 1 : 0));
            var feedback = await Service.Ingest.PostAsync("/v1/feedback", Wire.Text(body.Replace("\"answers\":{\"why\":", "\"audience\":\"customer\",\"kind\":\"idea\",\"text\":", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)));
            Assert.That((int)feedback.StatusCode, shown is null ? Is.EqualTo(400) : Is.AnyOf(200, 201, 409));
        }
        Assert.That(await _reader.Texts($"survey={_survey}"), Is.EqualTo(shown is null ? Array.Empty<string>() : [shown]));
    }

    [Test]
    public async Task Bytes_that_are_no_text_are_refused_or_replaced_and_never_an_error()
    {
        byte[] half = [0xed, 0xa0, 0x80];
        byte[] file = [.. "id,why\r\n"u8, .. System.Text.Encoding.ASCII.GetBytes(Guid.NewGuid().ToString()), .. ",a"u8, .. half, .. "b\r\n"u8];
        Assert.That((int)(await Service.Ingest.Import("csv", _survey, file)).StatusCode, Is.LessThan(500));
        byte[] json = [.. """{"answers":{"why":"a"""u8, .. half, .. "b\"}}"u8];
        foreach (var path in new[] { Asking.Responses(_survey), Asking.Responses(_survey) + "/batch" })
        {
            var content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
            Assert.That((int)(await Service.Ingest.PostAsync(path, content)).StatusCode, Is.LessThan(500));
        }
        var form = new StringContent("answers.why=a%ED%A0%80b&go=send", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.That((int)(await Service.Nobody.PostAsync($"/s/{_survey}", form)).StatusCode, Is.LessThan(500));
        Assert.That(await _reader.Texts($"survey={_survey}"), Has.None.Contains("\ud800"));
    }

    [Test]
    public async Task A_page_shows_what_was_typed_as_text()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened().Required());
        foreach (var (sent, _, _) in Texts.Take(4))
        {
            var page = await (await Page.Open(Service, $"/s/{survey}")).Send("send", ("answers.why", sent));
            Assert.That((page.Status, page.Field("answers.why")), Is.EqualTo((400, sent)));
            Assert.That(page.Text, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x").And.Not.Contain("<b>bold"));
        }
    }

    [TestCase("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [TestCase("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [TestCase("@x", "'@x")]
    public async Task A_value_of_a_dimension_is_text_in_figures_comments_and_the_feed(string value, string cell)
    {
        // The feed tells a value that at least k people have.
        await Service.Store(_survey, Enumerable.Range(0, 12).Select(_ => Customers.Wrote("Fine.", channel: value)));
        Assert.That((string)(await Service.Row($"recommend?survey={_survey}&by=channel"))["channel"]!, Is.EqualTo(value));
        Assert.That((string)(await _reader.Comments($"survey={_survey}"))[0]["channel"]!, Is.EqualTo(value));
        foreach (var (client, path) in new[] { (Service.Read, $"/v1/indicators/recommend?survey={_survey}&by=channel&format=csv"), (_reader, $"/v1/comments?survey={_survey}&format=csv"), (Service.Read, "/odata/ItemCounts?$format=csv") })
        {
            var table = await client.GetStringAsync(path);
            Assert.That(table.Contains(cell, StringComparison.Ordinal), path);
            if (cell != value) Assert.That(!table.Contains("," + value, StringComparison.Ordinal), path);
        }
    }

    [TestCase("a\u202eb")]
    [TestCase("\u2066a")]
    public async Task A_value_of_a_dimension_that_turns_the_direction_is_refused(string value) =>
        await Service.Submit(_survey, Customers.Wrote("Fine.", channel: value)).Problem(400, "invalid_response");
}
