using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Every item of a survey is answered at once, with the figures that <c>item</c> has, and customers' with their distributions.</summary>
public sealed class ReadingItems(string engine) : AirportFixture(engine)
{
    private static readonly string[] Columns = ["key", "survey", "item", "kind", "measure", "from", "to", "mean", "low", "high", "sd", "topBox", "distribution", "n", "status", "bound"];

    [Test]
    public async Task Every_rating_and_choice_item_is_a_row()
    {
        var rows = await Items($"survey={Survey}");
        Assert.That(rows.Select(r => ((string?)r["item"], (string?)r["kind"], (string?)r["measure"])), Is.EqualTo(new[] { ("clean", "rating", "experience"), ("nps", "rating", "recommend"), ("used", "choice", null) }));
        foreach (var row in rows) Assert.That(row.AsObject().Select(c => c.Key), Is.EqualTo(Columns));
        Assert.That(rows.Select(r => (string?)r["survey"]), Is.All.EqualTo(Survey));
    }

    [TestCase("")]
    [TestCase("&by=channel")]
    [TestCase("&by=unit,boardingArea")]
    [TestCase("&interval=month")]
    [TestCase("&interval=quarter&by=channel&from=2026-01-01&to=2026-10-01")]
    [TestCase("&where=unit:emea&where=channel:web")]
    [TestCase("&period=2026-Q1&weighted=true")]
    [TestCase("&includeTest=true")]
    [TestCase("&where=channel:nobody")]
    public async Task A_rating_has_the_figures_of_the_indicator(string cut)
    {
        var rows = await Items($"survey={Survey}{cut}");
        foreach (var code in (string[])["clean", "nps"])
        {
            var expected = await Service.Rows($"item?survey={Survey}&item={code}{cut}");
            var own = rows.Where(r => (string?)r["item"] == code).ToList();
            Assert.That(own.Select(r => Text(r, "key", "from", "to", "mean", "low", "high", "n", "status")), Is.EqualTo(expected.Select(r => Text(r, "key", "from", "to", "estimate", "low", "high", "n", "status"))));
            Assert.That(own.Select(r => Text(r, "sd", "topBox")), Is.EqualTo(expected.Select(r => Text(r["components"]!, "sd", "topTwo"))));
            foreach (var dimension in (string[])["channel", "unit", "boardingArea"]) Assert.That(own.Select(r => (string?)r[dimension]), Is.EqualTo(expected.Select(r => (string?)r[dimension])));
        }
    }

    [Test]
    public async Task A_distribution_counts_the_people_behind_every_answer()
    {
        var row = (await Items($"survey={Survey}")).Single(r => (string?)r["item"] == "nps");
        var expected = Enumerable.Range(0, 11).Select(v => (v, Real.LongCount(x => x.Nps == v)));
        Assert.That(row["distribution"]!.AsArray().Select(d => ((int)d!["value"]!, (long)d["n"]!)), Is.EqualTo(expected));
        Assert.That(row["distribution"]!.AsArray().Sum(d => d!.Number("share")), Is.EqualTo(100).Within(1e-9));
        Assert.That(row["distribution"]!.AsArray().TakeLast(2).Sum(d => d!.Number("share")), Is.EqualTo(row.Number("topBox")).Within(1e-9));
    }

    [Test]
    public async Task Answers_of_fewer_than_k_people_are_not_told_in_a_distribution()
    {
        var rows = (await Items($"survey={Survey}&by=channel,boardingArea")).Where(r => (string?)r["item"] == "nps").ToList();
        foreach (var row in rows)
        {
            var visits = Real.Where(v => v.Channel == (string?)row["channel"] && v.Area == (string?)row["boardingArea"]).ToList();
            var expected = visits.Count < Visit.MinimumGroup ? null : Enumerable.Range(0, 11).Select(v => visits.LongCount(x => x.Nps == v)).Select(n => n < Visit.MinimumGroup ? (long?)null : n);
            Assert.That(row["distribution"]?.AsArray().Select(d => (long?)d!["n"]), Is.EqualTo(expected));
            Assert.That(row["distribution"]?.AsArray().Select(d => (long?)d!["n"] is null == (double?)d["share"] is null) ?? [], Is.All.True);
        }
        Assert.That(rows.SelectMany(r => r["distribution"]?.AsArray().Select(d => (long?)d!["n"]) ?? []), Has.Some.Null.And.Some.Not.Null);
    }

    [TestCase("")]
    [TestCase("&by=channel")]
    public async Task A_choice_has_the_shares_of_its_options(string cut)
    {
        var expected = (await Service.Rows($"item?survey={Survey}&item=used{cut}")).ToLookup(r => (string?)r["channel"]);
        foreach (var row in (await Items($"survey={Survey}{cut}")).Where(r => (string?)r["kind"] == "choice"))
        {
            foreach (var name in (string[])["mean", "low", "high", "sd", "topBox"]) Assert.That(row[name], Is.Null);
            var options = expected[(string?)row["channel"]].ToList();
            Assert.That((long?)row["n"], Is.EqualTo((long?)options.FirstOrDefault(o => o.Status() == "released")?["n"]));
            Assert.That(row["distribution"]?.AsArray().Select(d => ((string?)d!["option"], (double?)d["share"])) ?? options.Select(o => ((string?)o["option"], (double?)null)),
                Is.EqualTo(options.Select(o => ((string?)o["option"], (double?)o["estimate"]))));
        }
    }

    [Test]
    public async Task Every_survey_of_the_audience_has_rows_of_its_own()
    {
        var other = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(other, Enumerable.Range(0, 12).Select(_ => Some.Response()));
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "customer", ["kind"] = "idea", ["text"] = "Open a second desk.", ["rating"] = 4 }).Body(201);
        var both = await Items($"survey={Survey}&survey={other}&limit=100");
        Assert.That(both.Select(r => (string?)r["survey"]).Distinct(), Is.EquivalentTo(new[] { Survey, other }));
        var all = await Items("audience=customer&limit=1000");
        Assert.That(all.Where(r => (string?)r["survey"] == other).Select(r => r.ToJsonString()), Is.EqualTo((await Items($"survey={other}")).Select(r => r.ToJsonString())));
        Assert.That(all.Select(r => (string?)r["survey"]), Has.None.StartsWith("_"), "Unprompted feedback is no survey.");
    }

    [Test]
    public async Task Pages_together_are_the_whole_answer()
    {
        var query = $"survey={Survey}&by=channel&interval=month";
        var whole = await Items(query);
        var paged = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Service.Read.GetAsync($"/v1/items?{query}&limit=7{(cursor.Length > 0 ? "&cursor=" + cursor : "")}").Body();
            paged.AddRange(page["value"]!.AsArray().Select(r => r!));
            cursor = (string?)page["nextCursor"];
        }
        Assert.That(whole, Has.Count.GreaterThan(100));
        Assert.That(paged.Select(r => r.ToJsonString()), Is.EqualTo(whole.Select(r => r.ToJsonString())));
    }

    [Test]
    public async Task A_table_has_the_same_rows()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/items?survey={Survey}&by=channel") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
        var answer = await Service.Read.SendAsync(request);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo("key,survey,item,kind,measure,from,to,channel,mean,low,high,sd,topBox,distribution,n,status,bound"));
        var rows = await Items($"survey={Survey}&by=channel");
        Assert.That(lines.Skip(1).Select(l => l.Split(',')[0]), Is.EqualTo(rows.Select(r => (string?)r["key"])));
        Assert.That(lines[1], Does.Contain("\"\"value\"\":1"), "the distribution as JSON in one cell");
    }

    [Test]
    public async Task The_tag_covers_the_figures()
    {
        var path = $"/v1/items?survey={Survey}";
        var first = await Service.Read.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((int)(await Service.Read.SendAsync(again)).StatusCode, Is.EqualTo(304));
        var answer = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;
        Assert.That(answer.AsObject().Select(m => m.Key), Is.EqualTo(new[] { "asOf", "audience", "scale", "value", "nextCursor" }));
    }

    [TestCase("", "audience", "invalid_parameter")]
    [TestCase("survey=SURVEY&item=nps", "item", "unknown_parameter")]
    [TestCase("survey=SURVEY&by=touchpoint", "by", "invalid_parameter")]
    [TestCase("survey=SURVEY&by=team", "by", "unknown_dimension")]
    [TestCase("survey=SURVEY&by=kind", "by", "invalid_parameter")]
    [TestCase("survey=SURVEY&period=soon", "period", "invalid_parameter")]
    [TestCase("survey=SURVEY&measure=trust", "measure", "unknown_parameter")]
    public async Task What_is_asked_wrongly_is_refused(string query, string parameter, string code) =>
        Assert.That((await Service.Read.GetAsync("/v1/items?" + query.Replace("SURVEY", Survey, StringComparison.Ordinal)).Problem(400, code)).Errors!.Keys, Is.EqualTo(new[] { parameter }));

    private async Task<List<JsonNode>> Items(string query) => [.. (await Service.Read.GetAsync("/v1/items?" + query).Body())["value"]!.AsArray().Select(r => r!)];

    private static string Text(JsonNode row, params string[] columns) => string.Join(' ', columns.Select(c => row[c]?.ToJsonString() ?? "null"));
}
