using System.Text.Json.Nodes;
using Feedback.Api.Tests.Audit;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Items of employees come from releases, pass the gate of <c>item</c>, and have no distribution.</summary>
public sealed class ReadingItemsOfEmployees(string engine) : ServiceFixture(engine)
{
    private const string Period = "2026-10";

    private string _survey = "";

    /// <summary>Two channels of forty people, two of six, one of fifteen who all think highly of humanity, and one of nobody.</summary>
    [OneTimeSetUp]
    public async Task Release()
    {
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        definition["dimensions"] = new JsonArray(new JsonObject { ["name"] = "channel", ["values"] = new JsonArray("c1", "c2", "c3", "c4", "c5", "c6") });
        var items = definition["items"]!.AsArray();
        items.Add(new JsonObject { ["code"] = "again", ["kind"] = "rating", ["text"] = "Would you recommend us?", ["low"] = 0, ["high"] = 10, ["measures"] = "recommend" });
        items.Add(new JsonObject { ["code"] = "desk", ["kind"] = "choice", ["text"] = "Where do you work?", ["options"] = new JsonArray(Option("home"), Option("office"), Option("both")) });
        _survey = await Service.Publish(definition);
        await Service.StoreInvited(_survey, People("c1", 40).Concat(People("c2", 40)).Concat(People("c3", 6)).Concat(People("c4", 6)).Concat(People("c5", 15)));
        await Service.Release(Period);
    }

    [TestCase("")]
    [TestCase("&by=channel")]
    [TestCase("&where=channel:c2")]
    [TestCase("&where=channel:c3")]
    [TestCase("&where=channel:c5")]
    [TestCase("&where=channel:nobody")]
    [TestCase("&interval=month")]
    [TestCase("&period=2026-Q4")]
    public async Task They_have_the_figures_of_the_indicator_and_no_distribution(string cut)
    {
        var rows = await Items($"survey={_survey}{cut}");
        Assert.That(rows.Select(r => (string?)r["item"]).Distinct(), Is.EqualTo(new[] { "again", "capability", "desk", "humanity", "reliability", "transparency" }));
        foreach (var own in rows.GroupBy(r => (string?)r["item"]))
        {
            var expected = await Service.Rows($"item?survey={_survey}&item={own.Key}{cut}");
            if (own.Key == "desk") expected = [.. expected.GroupBy(r => (string?)r["channel"]).Select(g => g.FirstOrDefault(r => r.Status() == "released") ?? g.First())];
            Assert.That(own.Select(r => Text(r, "channel", "n", "status")), Is.EqualTo(expected.Select(r => Text(r, "channel", "n", "status"))));
            Assert.That(own.Select(r => r["distribution"]), Is.All.Null);
            if (own.Key == "desk") continue;
            Assert.That(own.Select(r => Text(r, "key", "mean", "low", "high", "bound")), Is.EqualTo(expected.Select(r => Text(r, "key", "estimate", "low", "high", "bound"))));
            Assert.That(own.Select(r => Text(r, "sd", "topBox")), Is.EqualTo(expected.Select(r => Text(r["components"]!, "sd", "topTwo"))));
        }
    }

    [Test]
    public async Task What_is_small_or_not_there_looks_alike()
    {
        var rows = (await Items($"survey={_survey}&by=channel")).Where(r => (string?)r["item"] == "humanity").ToList();
        Assert.That(rows.Select(r => r.Status()), Is.EqualTo(new[] { "released", "released", "withheld", "withheld", "released", "withheld" }));
        foreach (var row in rows.Where(r => r.Status() == "withheld"))
        {
            foreach (var name in (string[])["mean", "low", "high", "sd", "topBox", "distribution", "n"]) Assert.That(row[name], Is.Null);
        }
    }

    [Test]
    public async Task A_small_group_has_a_mean_and_limits_alone_and_near_an_end_a_bound()
    {
        var rows = (await Items($"survey={_survey}&where=channel:c5")).ToDictionary(r => (string)r["item"]!);
        Assert.That((rows["humanity"].Number("mean"), (string?)rows["humanity"]["bound"], rows["humanity"].Number("high")), Is.EqualTo((95.0, "atLeast", 100.0)));
        foreach (var name in (string[])["sd", "topBox", "distribution"]) Assert.That(rows["humanity"][name], Is.Null);
        Assert.That(rows["again"].Status(), Is.EqualTo("withheld"), "It would stand beside recommend.");
        Assert.That((rows["desk"].Status(), (int?)rows["desk"]["n"]), Is.EqualTo(("released", (int?)15)));
    }

    [Test]
    public async Task They_are_as_of_the_release()
    {
        Service.Clock.Advance(TimeSpan.FromDays(1));
        var released = (await Service.Read.GetAsync($"/v1/periods/{Period}").Body())["releasedAt"]!;
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/items?survey={_survey}").Body())["asOf"], Is.EqualTo((string?)released));
    }

    [Test]
    public async Task An_open_period_is_not_there() =>
        await Service.Read.GetAsync($"/v1/items?survey={_survey}&period=2026-11").Problem(404, "period_not_released");

    [TestCase("from=2026-10-01", "from")]
    [TestCase("weighted=true", "weighted")]
    [TestCase("includeTest=true", "includeTest")]
    [TestCase("where=channel:c1&where=channel:c2", "where")]
    public async Task What_employees_are_not_asked_is_refused(string query, string parameter) =>
        Assert.That((await Service.Read.GetAsync($"/v1/items?survey={_survey}&{query}").Problem(400, "invalid_parameter")).Errors!.Keys, Is.EqualTo(new[] { parameter }));

    [Test]
    public async Task A_read_of_them_is_a_line_of_the_ledger()
    {
        var lines = await Service.LedgerOf(async () =>
        {
            await Items($"survey={_survey}&by=channel");
            await Service.Read.GetAsync($"/v1/items?survey={_survey}&percentile=50").Problem(400, "unknown_parameter");
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"])), Is.EqualTo(new[] { ("ReadItems", "refused"), ("ReadItems", "answered") }));
        Assert.That((string?)lines[1]["period"], Is.EqualTo(Period));
        Assert.That(((int)lines[1]["released"]!, (int)lines[1]["withheld"]!), Is.EqualTo((17, 19)));
    }

    private async Task<List<JsonNode>> Items(string query) => [.. (await Service.Read.GetAsync("/v1/items?" + query).Body())["value"]!.AsArray().Select(r => r!)];

    private static string Text(JsonNode row, params string[] columns) => string.Join(' ', columns.Select(c => row[c]?.ToJsonString() ?? "null"));

    private static JsonObject Option(string code) => new() { ["code"] = code, ["text"] = code };

    private static IEnumerable<JsonNode> People(string channel, int count) => Enumerable.Range(0, count).Select(i =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = $"{Period}-10T12:00:00Z";
        response["about"] = new JsonObject { ["channel"] = channel };
        response["answers"]!["humanity"] = channel == "c5" ? 7 : 1 + i % 7;
        response["answers"]!["again"] = i % 11;
        response["answers"]!["desk"] = i % 2 == 0 ? "home" : "office";
        return (JsonNode)response;
    });
}
