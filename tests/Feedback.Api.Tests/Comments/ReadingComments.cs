using System.Text.Json.Nodes;
using Feedback.Api.Tests.Audit;

namespace Feedback.Api.Tests.Comments;

/// <summary>Comments of employees leave with the release of their period: under one unit, without personal data, in an order of their own.</summary>
public sealed class ReadingComments(string engine) : ServiceFixture(engine)
{
    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveAReader()
    {
        _reader = await Service.CommentReader();
        await Service.PutUnits();
    }

    [SetUp]
    public async Task Publish() => _survey = await Service.PublishByCode(Some.EmployeeSurvey());

    [Test]
    public async Task A_comment_is_not_there_before_its_period_is_released()
    {
        await Write("2026-01", Writing.People("sales", 30, "2026-01-10"), releases: false);
        foreach (var query in new[] { "", "&period=2026-01", "&period=2031-01", "&where=unit:sales" })
            await _reader.GetAsync($"/v1/comments?survey={_survey}{query}").Problem(404, "period_not_released");
    }

    [Test]
    public async Task A_row_says_where_and_in_which_period_and_nothing_else_of_its_writer()
    {
        await Write("2026-02", Writing.People("sales", 40, "2026-02-10"));
        var row = (await Read("period=2026-02")).First(r => r.Text() == "sales 007");
        var key = (string)row["key"]!;
        Assert.That(key, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(row.ToJsonString(), Is.EqualTo(
            $$"""{"key":"{{key}}","survey":"{{_survey}}","kind":null,"item":"why","text":"sales 007","language":null,"sentiment":{"label":"unscored","compound":null},"topics":[],"month":"2026-02","unit":"sales"}"""));
    }

    [Test]
    public async Task Each_comment_is_shown_under_one_unit_and_no_unit_has_the_words_of_fewer_than_k()
    {
        await Write("2026-03", [.. Writing.People("sales", 20, "2026-03-10"), .. Writing.People("service", 14, "2026-03-10"), .. Writing.People("apac", 4, "2026-03-10")]);
        var all = await Read("period=2026-03");
        Assert.That(all.Select(r => r.Text()), Is.Unique);
        Assert.That(all.CountBy(r => r.Unit() ?? "").Select(u => u.Value), Is.All.GreaterThanOrEqualTo(10));
        // Company, sales and service together would tell what the four of apac wrote.
        Assert.That(all.CountBy(r => (r.Unit(), r.Text().Split(' ')[0])), Is.EquivalentTo(new Dictionary<(string?, string), int>
        {
            [("sales", "sales")] = 20,
            [("company", "service")] = 14,
            [("company", "apac")] = 4,
        }));
        foreach (var unit in new[] { "sales", "company" })
            Assert.That((await Read($"period=2026-03&where=unit:{unit}")).Select(r => r.Text()), Is.EqualTo(all.Where(r => r.Unit() == unit).Select(r => r.Text())));
    }

    [Test]
    public async Task A_unit_that_shows_nothing_looks_like_one_that_does_not_exist()
    {
        await Write("2026-04", [.. Writing.People("sales", 30, "2026-04-10"), .. Writing.People("service", 4, "2026-04-10")]);
        var bodies = new List<string>();
        foreach (var unit in new[] { "sales", "service", "apac", "company", "nowhere" }) bodies.Add(await _reader.GetStringAsync($"/v1/comments?survey={_survey}&period=2026-04&where=unit:{unit}"));
        Assert.That(bodies, Is.All.EqualTo("""{"value":[],"nextCursor":null}"""));
    }

    [Test]
    public async Task Fewer_than_k_who_write_are_not_shown_however_much_they_write()
    {
        var definition = Some.EmployeeSurvey();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "more", ["kind"] = "text", ["text"] = "More?" });
        _survey = await Service.PublishByCode(definition);
        var people = Writing.People("sales", 40, "2026-05-10", i => i < 9 ? $"text {i}" : null).ToList();
        foreach (var person in people.Take(9)) person["answers"]!["more"] = "and another";
        await Write("2026-05", people);
        Assert.That(await Read("period=2026-05"), Is.Empty);
        Assert.That((await Service.Row($"trust?survey={_survey}&period=2026-05")).Status(), Is.EqualTo("released"));
    }

    [Test]
    public async Task Personal_data_are_taken_out_of_what_is_shown()
    {
        await Write("2026-06", Writing.People("sales", 30, "2026-06-10", i => $"Ask anna.{i}@example.org or 030 1234567, see https://example.org/{i}."));
        Assert.That((await Read("period=2026-06")).Select(r => r.Text()), Is.All.EqualTo("Ask [email] or [phone], see [url]."));
    }

    [Test]
    public async Task A_language_is_told_where_k_people_of_the_unit_wrote_in_it()
    {
        await Write("2026-07", Writing.People("sales", 30, "2026-07-10", language: i => i < 9 ? "de" : i % 2 == 0 ? "en" : "EN"));
        var rows = await Read("period=2026-07");
        Assert.That(rows.CountBy(r => (string?)r["language"] ?? "none"), Is.EquivalentTo(new Dictionary<string, int> { ["none"] = 9, ["en"] = 21 }));
    }

    [Test]
    public async Task A_label_and_a_topic_are_told_where_k_people_of_the_unit_share_them()
    {
        const string praise = "My manager is great and I love the training that we get.", blame = "My manager is horrible and I wait for an answer for ages.";
        await Write("2025-05", Writing.People("sales", 30, "2025-05-10", i => i < 12 ? praise : i < 21 ? blame : null));
        var rows = await Read("period=2025-05");
        Assert.That(rows.CountBy(r => (r.Text(), (string?)r["sentiment"]!["label"])), Is.EquivalentTo(new Dictionary<(string, string?), int> { [(praise, "positive")] = 12, [(blame, "unscored")] = 9 }));
        Assert.That(rows.Select(r => r["sentiment"]!["compound"]), Is.All.Null);
        // Twelve write of training and nine of waiting; all of them of leadership.
        Assert.That(rows.Select(r => (r.Text(), r["topics"]!.AsArray().Any(t => (string?)t == "training"), r["topics"]!.AsArray().Any(t => (string?)t == "waiting"))).Distinct(),
            Is.EquivalentTo(new[] { (praise, true, false), (blame, false, false) }));
    }

    [Test]
    public async Task The_order_is_drawn_by_lot_once()
    {
        await Write("2026-08", Writing.People("sales", 40, "2026-08-10"));
        var first = await _reader.GetAsync($"/v1/comments?survey={_survey}&period=2026-08");
        var again = await _reader.GetAsync($"/v1/comments?survey={_survey}&period=2026-08");
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
        var texts = (await Read("period=2026-08")).Select(r => r.Text()).ToList();
        Assert.That(texts, Is.Not.Ordered.And.EquivalentTo(Enumerable.Range(0, 40).Select(i => $"sales {i:D3}")));
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/v1/comments?survey={_survey}&period=2026-08") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.That((int)(await _reader.SendAsync(known)).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task Test_responses_are_never_shown()
    {
        var people = Writing.People("sales", 45, "2025-01-10").ToList();
        foreach (var person in people.Take(15)) person["isTest"] = true;
        await Write("2025-01", people);
        Assert.That((await Read("period=2025-01")).Select(r => r.Text()).Order(), Is.EqualTo(Enumerable.Range(15, 30).Select(i => $"sales {i:D3}")));
    }

    [Test]
    public async Task Erased_before_the_release_it_is_gone_and_erased_after_it_stays_in_what_was_published()
    {
        var people = Writing.People("sales", 40, "2025-02-10").ToList();
        await Write("2025-02", people, releases: false);
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{people[0]["id"]}")).StatusCode, Is.EqualTo(204));
        await Service.Release("2025-02");
        var before = await _reader.GetStringAsync($"/v1/comments?survey={_survey}&period=2025-02");
        Assert.That(before, Does.Not.Contain("sales 000").And.Contain("sales 001"));
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{people[1]["id"]}")).StatusCode, Is.EqualTo(202));
        Assert.That(await Service.Number("select count(*) from comment where text = 'sales 001' and response in (select r.seq from response r join survey s on s.id = r.survey where s.survey_key = @survey)", new { survey = _survey }), Is.Zero);
        Assert.That(await _reader.GetStringAsync($"/v1/comments?survey={_survey}&period=2025-02"), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_too_little_for_a_period_of_its_own_is_shown_with_the_next()
    {
        await Write("2025-03", Writing.People("sales", 9, "2025-03-10"));
        await _reader.GetAsync($"/v1/comments?survey={_survey}&period=2025-03").Problem(404, "period_not_released");
        await Write("2025-04", Writing.People("service", 25, "2025-04-10"));
        Assert.That((await Read("period=2025-04")).Select(r => (string?)r["month"]), Is.EqualTo(Enumerable.Repeat("2025-04", 34)));
    }

    [Test]
    public async Task Without_a_period_the_last_one_is_meant_and_a_quarter_has_all_of_its_months()
    {
        await Write("2025-07", Writing.People("sales", 30, "2025-07-10"));
        await Write("2025-08", Writing.People("sales", 31, "2025-08-10"));
        Assert.That((await Read("")).Select(r => (string?)r["month"]), Is.EqualTo(Enumerable.Repeat("2025-08", 31)));
        Assert.That((await Read("period=2025-Q3")).Select(r => (string?)r["month"]), Is.EqualTo([.. Enumerable.Repeat("2025-07", 30), .. Enumerable.Repeat("2025-08", 31)]));
        Assert.That((await Read("period=2025-Q3")).Select(r => (string?)r["key"]), Is.Unique);
    }

    [Test]
    public async Task Pages_and_a_table_hold_the_same_rows()
    {
        await Write("2025-09", Writing.People("sales", 33, "2025-09-10", i => i == 0 ? "=1+1, \"quoted\"" : $"sales {i:D3}"));
        await Write("2025-10", Writing.People("sales", 30, "2025-10-10"));
        var all = (await Read("period=2025")).Select(r => r.ToJsonString()).ToList();
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await _reader.GetAsync($"/v1/comments?survey={_survey}&period=2025&limit=11{cursor}").Body();
            paged.AddRange(page["value"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = (string?)page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0 && paged.Count < all.Count);
        Assert.That(paged, Is.EqualTo(all).And.Count.EqualTo(63));
        var table = (await _reader.GetStringAsync($"/v1/comments?survey={_survey}&period=2025&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(table[0], Is.EqualTo("key,survey,kind,item,text,language,sentiment.label,sentiment.compound,topics,month,unit"));
        Assert.That(table.Skip(1).Select(l => l.Split(',')[0]), Is.EqualTo(all.Select(r => (string?)JsonNode.Parse(r)!["key"])));
        Assert.That(table, Has.Exactly(1).Contains(",\"'=1+1, \"\"quoted\"\"\","));
    }

    [Test]
    public async Task Unprompted_feedback_is_shown_with_its_kind_and_concerns_are_flags_alone()
    {
        for (var i = 0; i < 30; i++)
        {
            var feedback = new JsonObject { ["audience"] = "employee", ["kind"] = i % 2 == 0 ? "idea" : "concern", ["text"] = $"feedback {i:D2}", ["about"] = new JsonObject { ["unit"] = "sales" } };
            await Service.Ingest.Post("/v1/feedback", feedback).Body(201);
        }
        await Write("2026-11", Writing.People("sales", 30, "2026-11-10"));
        var rows = await _reader.Comments("audience=employee&period=2026-11");
        // The service's own surveys are released with the period and not listed among its releases: nobody can wait for them there.
        for (var i = 0; i < 1_200 && !rows.Any(r => r["survey"] is null); i++)
        {
            await Task.Delay(50);
            rows = await _reader.Comments("audience=employee&period=2026-11");
        }
        var unprompted = rows.Where(r => r["survey"] is null).ToList();
        Assert.That(unprompted.CountBy(r => (string)r["kind"]!), Is.EquivalentTo(new Dictionary<string, int> { ["idea"] = 15 }));
        // Whoever has the address can send some, so that a unit of fewer than ten times k heads shows none.
        Assert.That(unprompted.Select(r => (r.Unit(), (string?)r["item"])), Is.All.EqualTo(((string?)"emea", (string?)null)));
        Assert.That(rows.Count(r => (string?)r["survey"] == _survey), Is.EqualTo(30));
    }

    [Test]
    public async Task A_read_and_a_refusal_are_lines_of_the_ledger()
    {
        await Write("2025-11", Writing.People("sales", 30, "2025-11-10"));
        var lines = await Service.LedgerOf(async () =>
        {
            await Read("where=unit:sales");
            await _reader.GetAsync($"/v1/comments?survey={_survey}&search=Anna").Problem(400, "unknown_parameter");
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"], (string?)l["period"], (int)l["released"]!)), Is.EqualTo(new[]
        {
            ("ReadComments", "refused", null, 0), ("ReadComments", "answered", (string?)"2025-11", 30),
        }));
        Assert.That(lines[1]["filter"]!["where"]!.ToJsonString(), Is.EqualTo("""["unit:sales"]"""));
        Assert.That(lines[0].ToJsonString(), Does.Not.Contain("Anna"));
    }

    [Test]
    public async Task What_is_shown_can_be_joined_with_nothing()
    {
        await Write("2025-12", Writing.People("sales", 30, "2025-12-10"));
        Assert.That(await Service.Number("select count(*) from released_comment c join survey s on s.id = c.survey where s.survey_key = @survey", new { survey = _survey }), Is.EqualTo(30));
        var places = await Service.Column<int>("select c.place from released_comment c join survey s on s.id = c.survey where s.survey_key = @survey order by c.text", new { survey = _survey });
        Assert.That(places, Is.Not.Ordered.And.EquivalentTo(Enumerable.Range(0, 30)));
    }

    private Task<List<JsonNode>> Read(string query) => _reader.Comments($"survey={_survey}&{query}".TrimEnd('&'));

    /// <summary>Lets people answer, each with a code, and releases the month.</summary>
    private async Task Write(string month, IEnumerable<JsonNode> people, bool releases = true)
    {
        await Service.StoreInvited(_survey, people);
        if (releases) await Service.Release(month);
    }
}
