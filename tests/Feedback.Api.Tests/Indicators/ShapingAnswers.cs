using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Every answer has the same shape, whole or in pages, as JSON or CSV, once or again.</summary>
public sealed class ShapingAnswers(string engine) : AirportFixture(engine)
{
    private static readonly string[] Columns = ["key", "from", "to", "estimate", "low", "high", "n", "status", "bound", "target", "reached", "components"];

    [Test]
    public async Task A_row_below_k_is_withheld_with_every_column()
    {
        var rows = await Service.Rows($"recommend?survey={Survey}&interval=week&by=channel");
        var (withheld, released) = (rows.Where(r => r.Status() == "withheld").ToList(), rows.Where(r => r.Status() == "released").ToList());
        Assert.That(withheld, Is.Not.Empty);
        foreach (var row in withheld)
        {
            foreach (var name in (string[])["estimate", "low", "high", "n"]) Assert.That(row[name], Is.Null);
            Assert.That(row["components"]!.AsObject().Select(c => c.Value), Is.All.Null);
        }
        foreach (var row in rows)
        {
            Assert.That(row.AsObject().Select(c => c.Key), Is.EquivalentTo(Columns.Append("channel")));
            Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(rows[0]["components"]!.AsObject().Select(c => c.Key)));
        }
        Assert.That(released.Count + withheld.Count, Is.EqualTo(rows.Count));
    }

    [Test]
    public async Task An_empty_answer_has_the_same_shape()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (full, empty) = (await Service.Indicator($"recommend?survey={Survey}"), await Service.Indicator($"recommend?survey={survey}"));
        Assert.That(empty.AsObject().Select(m => m.Key), Is.EqualTo(full.AsObject().Select(m => m.Key)));
        Assert.That(empty["value"]!.AsArray().Single()!.Status(), Is.EqualTo("withheld"));
        foreach (var cut in (string[])["&by=channel", "&interval=month"])
            Assert.That((await Service.Indicator($"recommend?survey={survey}{cut}"))["value"]!.AsArray(), Is.Empty);
        Assert.That((string?)full["indicator"], Is.EqualTo("recommend"));
        Assert.That(((double)full["scale"]!["low"]!, (double)full["scale"]!["high"]!), Is.EqualTo((-100.0, 100.0)));
    }

    [TestCase("colour=red", "unknown_parameter")]
    [TestCase("item=clean", "unknown_parameter")]
    [TestCase("over=touchpoint", "unknown_parameter")]
    [TestCase("key=abc", "unknown_parameter")]
    [TestCase("by=team", "unknown_dimension")]
    [TestCase("where=team:a", "unknown_dimension")]
    [TestCase("where=channel", "invalid_parameter")]
    [TestCase("where=channel:", "invalid_parameter")]
    [TestCase("where=channel:a&where=channel:b", "invalid_parameter")]
    [TestCase("by=channel,channel", "invalid_parameter")]
    [TestCase("by=channel,unit,boardingArea", "invalid_parameter")]
    [TestCase("by=touchpoint", "invalid_parameter")]
    [TestCase("weighted=yes", "invalid_parameter")]
    [TestCase("includeTest=1", "invalid_parameter")]
    [TestCase("period=9999-Q4", "invalid_parameter")]
    [TestCase("interval=week&from=1900-01-01&to=9998-01-01", "invalid_parameter")]
    [TestCase("limit=0", "invalid_parameter")]
    [TestCase("cursor=AAB", "invalid_parameter")]
    [TestCase("format=xml", "invalid_parameter")]
    [TestCase("audience=employee", "invalid_parameter")]
    [TestCase("audience=partner", "invalid_parameter")]
    public async Task What_an_indicator_does_not_know_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/recommend?survey={Survey}&{query}").Problem(400, code);

    [Test]
    public async Task Unknown_things_are_not_found()
    {
        await Service.Read.GetAsync("/v1/indicators/happiness?audience=customer").Problem(404, "unknown_indicator");
        await Service.Read.GetAsync("/v1/indicators/recommend?survey=nobodys").Problem(404, "unknown_survey");
        await Service.Read.GetAsync("/v1/indicators/recommend?survey=_feedback-customer").Problem(404, "unknown_survey");
        await Service.Read.GetAsync("/v1/indicators/recommend").Problem(400, "invalid_parameter");
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task Pages_give_each_row_once(int limit)
    {
        var query = $"recommend?survey={Survey}&interval=quarter&by=channel,boardingArea";
        var whole = (await Service.Rows(query + "&limit=20000")).Select(r => r.ToJsonString()).ToList();
        var (paged, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Service.Indicator($"{query}&limit={limit}" + (cursor is null ? "" : "&cursor=" + cursor));
            Assert.That(page["value"]!.AsArray(), Has.Count.InRange(1, limit));
            paged.AddRange(page["value"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        Assert.That(paged, Is.EqualTo(whole));
        Assert.That(whole.Select(r => (string)JsonNode.Parse(r)!["key"]!), Is.Unique);
    }

    [Test]
    public async Task An_answer_changes_its_tag_only_with_its_figures()
    {
        var address = $"/v1/indicators/recommend?survey={Survey}&by=channel";
        var first = (await Service.Read.GetAsync(address)).Headers.ETag!;
        Service.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.That((await Service.Read.GetAsync(address)).Headers.ETag, Is.EqualTo(first));
        Assert.That(await Ask(first.ToString()), Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await Ask("\"other\", " + first), Is.EqualTo(HttpStatusCode.NotModified));
        await Service.Restart();
        Assert.That(await Ask(first.ToString()), Is.EqualTo(HttpStatusCode.NotModified));
        await Service.Store(Survey, [(Visits[0] with { IsTest = true }).ToJson()]);
        Assert.That(await Ask(first.ToString()), Is.EqualTo(HttpStatusCode.NotModified), "a test changes no figure");
        var more = Visits[0] with { IsTest = false, Channel = "web" };
        Visits.Add(more);
        await Service.Store(Survey, [more.ToJson()]);
        Assert.That(await Ask(first.ToString()), Is.EqualTo(HttpStatusCode.OK));

        async Task<HttpStatusCode> Ask(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return (await Service.Read.SendAsync(request)).StatusCode;
        }
    }

    [Test]
    public async Task Keys_of_rows_stay_when_rows_come_and_go()
    {
        var before = (await Service.Rows($"recommend?survey={Survey}&by=channel")).ToDictionary(r => (string?)r["channel"] ?? "", r => (string)r["key"]!);
        var visit = Visits[0] with { Channel = "new", IsTest = false };
        Visits.Add(visit);
        await Service.Store(Survey, [visit.ToJson()]);
        var after = (await Service.Rows($"recommend?survey={Survey}&by=channel")).ToDictionary(r => (string?)r["channel"] ?? "", r => (string)r["key"]!);
        Assert.That(after, Is.SupersetOf(before));
        Assert.That(after.Values, Is.Unique);
    }

    [TestCase("recommend?interval=quarter&by=channel,unit")]
    [TestCase("item?item=used&by=channel")]
    [TestCase("consistency?over=touchpoint")]
    public async Task CSV_has_the_same_rows_with_formulas_made_harmless(string query)
    {
        query += $"&survey={Survey}";
        var rows = await Service.Rows(query + "&limit=20000");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/indicators/" + query);
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await Service.Read.SendAsync(request);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/csv"));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        Assert.That(lines, Has.Length.EqualTo(rows.Count + 1));
        foreach (var (line, row) in lines.Skip(1).Zip(rows))
        {
            var cells = line.Split(',');
            Assert.That(cells, Has.Length.EqualTo(columns.Length));
            foreach (var (column, cell) in columns.Zip(cells))
            {
                var value = column.StartsWith("components.", StringComparison.Ordinal) ? row["components"]![column["components.".Length..]] : row[column];
                var text = value?.ToString() ?? "";
                Assert.That(cell, text == Visit.Formula ? Is.EqualTo("'" + Visit.Formula).Or.EqualTo($"\"'{Visit.Formula}\"") : Is.EqualTo(text), column);
            }
        }
    }
}
