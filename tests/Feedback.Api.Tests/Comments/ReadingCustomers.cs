using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Comments;

/// <summary>Comments of customers: with every dimension and filters, by months, and in an order that tells nothing.</summary>
public sealed class ReadingCustomers(string engine) : ServiceFixture(engine)
{
    private const string Praise = "The staff were very friendly and the room was clean.", Blame = "The queue was horrible and nobody helped us at all.";

    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveAReader()
    {
        _reader = await Service.CommentReader();
        await Service.PutUnits();
    }

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey());

    [Test]
    public async Task A_row_has_all_that_is_known_of_a_comment_but_no_day_no_id_and_nobody()
    {
        var sent = Customers.Wrote(Praise + " Write to anna@example.org.", unit: "sales", language: "en");
        sent["respondent"] = "customer 4711";
        await Service.Store(_survey, [sent]);
        var row = (await Read()).Single();
        var (key, compound) = ((string)row["key"]!, (double)row["sentiment"]!["compound"]!);
        Assert.That(key, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(compound, Is.InRange(0.5, 0.9));
        row["topics"] = new JsonArray();
        Assert.That(row.ToJsonString(), Is.EqualTo(
            $$"""{"key":"{{key}}","survey":"{{_survey}}","kind":null,"item":"why","text":"{{Praise}} Write to [email].","language":"en","sentiment":{"label":"positive","compound":{{row["sentiment"]!["compound"]!.ToJsonString()}}},"topics":[],"month":"2026-03","unit":"sales","boardingArea":null,"channel":"web"}"""));
        Assert.That((string)(await Read()).Single()["key"]!, Is.EqualTo(key));
    }

    [Test]
    public async Task Filters_by_what_is_known_of_a_comment()
    {
        await Service.Store(_survey,
        [
            Customers.Wrote(Praise, unit: "sales"), Customers.Wrote(Blame, "2026-04", "mail", "service"), Customers.Wrote("Das Personal war leider nicht freundlich und das Zimmer schmutzig.", "2026-05", unit: "apac"),
        ]);
        foreach (var (query, texts) in new (string, string[])[]
        {
            ("where=unit:emea", [Praise, Blame]), ("where=unit:sales", [Praise]), ("where=unit:nowhere", []), ("where=channel:mail", [Blame]), ("where=unit:emea&where=channel:web", [Praise]),
            ("period=2026-03", [Praise]), ("period=2026-Q1", [Praise]), ("from=2026-04-01&to=2026-05-01", [Blame]), ("to=2026-05-01", [Praise, Blame]), ("from=2026-04-10&to=2026-04-11", [Blame]), ("from=2026-04-11&to=2026-05-01", []), ("to=2026-04-10", [Praise]), ("period=2025", []),
            ("sentiment=positive", [Praise]), ("sentiment=negative", [Blame]), ("sentiment=neutral", []), ("language=en", [Praise, Blame]), ("item=why", [Praise, Blame, "Das Personal war leider nicht freundlich und das Zimmer schmutzig."]),
            ("sentiment=unscored", ["Das Personal war leider nicht freundlich und das Zimmer schmutzig."]), ("language=de", ["Das Personal war leider nicht freundlich und das Zimmer schmutzig."]), ("language=und", []), ("topic=nothing-of-this", []),
        }) Assert.That(await _reader.Texts($"survey={_survey}&{query}"), Is.EquivalentTo(texts), query);
        foreach (var row in await Read())
        {
            foreach (var topic in row["topics"]!.AsArray()) Assert.That(await _reader.Texts($"survey={_survey}&topic={topic}"), Does.Contain(row.Text()));
        }
    }

    [Test]
    public async Task A_new_comment_falls_anywhere_and_a_cursor_tells_nothing_of_time()
    {
        await Service.Store(_survey, Enumerable.Range(0, 40).Select(i => Customers.Wrote($"early {i}")));
        var before = await _reader.Texts($"survey={_survey}");
        await Service.Store(_survey, Enumerable.Range(0, 40).Select(i => Customers.Wrote($"late {i}", i % 2 == 0 ? "2026-03" : "2026-04")));
        var after = await _reader.Texts($"survey={_survey}");
        Assert.That(before, Is.Not.EqualTo(Enumerable.Range(0, 40).Select(i => $"early {i}")));
        Assert.That(after.Where(t => t.StartsWith("early", StringComparison.Ordinal)), Is.EqualTo(before));
        // By chance the late ones would all lie in one half once in 10^20 runs.
        Assert.That(after.Take(40).Count(t => t.StartsWith("late", StringComparison.Ordinal)), Is.InRange(1, 39));
        var cursor = (string)(await _reader.GetAsync($"/v1/comments?survey={_survey}&limit=1").Body())["nextCursor"]!;
        var place = long.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)), null);
        Assert.That(await Service.Number("select place from comment where text = @text", new { text = after[0] }), Is.EqualTo(place));
    }

    [Test]
    public async Task Pages_and_a_table_hold_the_same_rows()
    {
        await Service.Store(_survey, Enumerable.Range(0, 90).Select(i => Customers.Wrote(i == 0 ? "=1+1, \"quoted\"" : $"text {i}", $"2026-{1 + i % 6:D2}")));
        var all = (await Read()).Select(r => r.ToJsonString()).ToList();
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await _reader.GetAsync($"/v1/comments?survey={_survey}&limit=7{cursor}").Body();
            paged.AddRange(page["value"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = (string?)page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0 && paged.Count < 200);
        Assert.That(paged, Is.EqualTo(all).And.Count.EqualTo(90));
        var table = (await _reader.GetStringAsync($"/v1/comments?survey={_survey}&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(table[0], Is.EqualTo("key,survey,kind,item,text,language,sentiment.label,sentiment.compound,topics,month,unit,boardingArea,channel"));
        Assert.That(table.Skip(1).Select(l => l.Split(',')[0]), Is.EqualTo(all.Select(r => (string?)JsonNode.Parse(r)!["key"])));
        Assert.That(table, Has.Exactly(1).Contains(",\"'=1+1, \"\"quoted\"\"\","));
        var answer = await _reader.GetAsync($"/v1/comments?survey={_survey}");
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/v1/comments?survey={_survey}") { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.That((int)(await _reader.SendAsync(known)).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task An_erased_text_is_gone_at_once()
    {
        var (stays, goes) = (Customers.Wrote("The parking was expensive."), Customers.Wrote("The parking was far too dear."));
        await Service.Store(_survey, [stays, goes]);
        Assert.That(await _reader.Texts($"survey={_survey}&search=parking"), Has.Count.EqualTo(2));
        Assert.That((int)(await Service.Admin.DeleteAsync($"/v1/responses/{goes["id"]}")).StatusCode, Is.EqualTo(204));
        Assert.That(await _reader.Texts($"survey={_survey}"), Is.EqualTo(new[] { "The parking was expensive." }));
        Assert.That(await _reader.Texts($"survey={_survey}&search=parking"), Is.EqualTo(new[] { "The parking was expensive." }));
        Assert.That(await _reader.Texts($"survey={_survey}&search=dear"), Is.Empty);
    }

    [Test]
    public async Task Test_responses_are_shown_where_they_are_asked_for()
    {
        var test = Customers.Wrote("only a test");
        test["isTest"] = true;
        await Service.Store(_survey, [test, Customers.Wrote("in earnest")]);
        Assert.That(await _reader.Texts($"survey={_survey}"), Is.EqualTo(new[] { "in earnest" }));
        Assert.That(await _reader.Texts($"survey={_survey}&includeTest=true"), Is.EquivalentTo(new[] { "in earnest", "only a test" }));
    }

    [Test]
    public async Task Unprompted_feedback_has_its_kind_and_no_survey()
    {
        foreach (var (kind, text) in new[] { ("idea", "Open earlier, please."), ("praise", "Lovely garden you have.") })
            await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "customer", ["kind"] = kind, ["text"] = text, ["answeredAt"] = "2024-02-10T12:00:00Z" }).Body(201);
        await Service.Store(_survey, [Customers.Wrote("An answer.", "2024-02")]);
        var rows = await _reader.Comments("audience=customer&period=2024-02");
        Assert.That(rows.Select(r => ((string?)r["kind"], (string?)r["survey"], (string?)r["item"], r.Text())), Is.EquivalentTo(new (string?, string?, string?, string)[]
        {
            ("idea", null, null, "Open earlier, please."), ("praise", null, null, "Lovely garden you have."), (null, _survey, "why", "An answer."),
        }));
        Assert.That(rows.Select(r => string.Join(',', r.AsObject().Select(m => m.Key))).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await _reader.Texts("audience=customer&period=2024-02&kind=idea"), Is.EqualTo(new[] { "Open earlier, please." }));
        Assert.That(await _reader.Texts("audience=customer&period=2024-02&search=garden&kind=praise"), Is.EqualTo(new[] { "Lovely garden you have." }));
    }

    [Test]
    public async Task A_dimension_that_is_called_like_a_field_is_told_from_it()
    {
        var definition = Some.CustomerSurvey();
        definition["dimensions"] = new JsonArray("language");
        _survey = await Service.Publish(definition);
        var response = Customers.Wrote(Praise);
        response["about"] = new JsonObject { ["language"] = "spoken" };
        await Service.Store(_survey, [response]);
        var row = (await Read()).Single();
        Assert.That(((string?)row["language"], (string?)row["about.language"]), Is.EqualTo(("en", "spoken")));
    }

    [TestCase("from=2026-03", "from")]
    [TestCase("to=yesterday", "to")]
    [TestCase("from=2026-04-01&to=2026-04-01", "to")]
    [TestCase("period=2026-03&from=2026-03-01", "period")]
    [TestCase("period=2026-03-10", "period")]
    [TestCase("where=grade:AO", "where", "unknown_dimension")]
    [TestCase("where=channel", "where")]
    [TestCase("where=channel:a&where=channel:b", "where")]
    [TestCase("item=clean", "item")]
    [TestCase("kind=idea", "kind")]
    [TestCase("language=EN_us", "language")]
    [TestCase("sentiment=good", "sentiment")]
    [TestCase("topic=a b", "topic")]
    [TestCase("search=", "search")]
    [TestCase("search=%22%22 * !!", "search")]
    [TestCase("includeTest=1", "includeTest")]
    [TestCase("cursor=YWJj", "cursor")]
    [TestCase("day=1", "day", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_refused(string query, string parameter, string code = "invalid_parameter") =>
        Assert.That((await _reader.GetAsync($"/v1/comments?survey={_survey}&{query}").Problem(400, code)).Errors!.Keys, Is.EqualTo(new[] { parameter }));

    [Test]
    public async Task Customers_and_employees_are_asked_for_apart()
    {
        var employees = await Service.PublishByCode(Some.EmployeeSurvey());
        await _reader.GetAsync($"/v1/comments?survey={_survey}&survey={employees}").Problem(400, "invalid_parameter");
        await _reader.GetAsync($"/v1/comments?survey={_survey}&audience=employee").Problem(400, "invalid_parameter");
        await Service.Client(await Service.MakeKey(KeyScope.Comments, Audience.Employee)).GetAsync($"/v1/comments?survey={_survey}").Problem(403, "forbidden_audience");
        await Service.Read.GetAsync($"/v1/comments?survey={_survey}").Problem(403, "forbidden_scope");
    }

    private Task<List<JsonNode>> Read() => _reader.Comments($"survey={_survey}");
}
