using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Forty-eight people whose answers come in over HTTP give the figures of the reference file.</summary>
public sealed class ReproducingFigures(string engine) : ServiceFixture(engine)
{
    private static readonly JsonObject File = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "indicators.json")))!.AsObject();

    private static readonly JsonArray People = File["datasets"]!["people48"]!["people"]!.AsArray();

    /// <summary>Those that one survey answers without further parameters.</summary>
    private static readonly string[] Slugs = ["trust", "net-trust", "engagement", "engagement-positive", "effort", "stay", "purpose", "change-readiness"];

    /// <summary>And those that need some.</summary>
    private static readonly Dictionary<string, string> Asked = new()
    {
        ["agreement"] = "&measure=trust",
        ["silo"] = "&measure=engagement&over=team",
        ["hierarchy-gap"] = "&senior=level:senior&frontline=level:frontline",
    };

    private string _customers = "", _employees = "";

    private static IEnumerable<TestCaseData> Cases => File["cases"]!.AsArray()
        .Where(c => (string?)c!["input"]!["dataset"] == "people48" && (Slugs.Contains((string)c["slug"]!) || Asked.ContainsKey((string)c["slug"]!)))
        .Select(c => new TestCaseData((string)c!["slug"]!, c).SetArgDisplayNames((string)c["id"]!));

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        _customers = await Service.Publish(Survey("customer"));
        await Service.Store(_customers, People.Select(p => Response(p!)));
        _employees = await Service.Publish(Survey("employee"));
        await Service.Store(_employees, People.Select(p => Response(p!)));
        await Service.Release("2026-11");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task A_figure_is_that_of_the_reference_file(string slug, JsonNode reference)
    {
        var (row, expected, tolerance) = (await Service.Row($"{slug}?survey={_customers}{Asked.GetValueOrDefault(slug)}"), reference["expected"]!, (double)reference["tolerance"]!);
        Assert.That(row.Status(), Is.EqualTo((string?)expected["status"]));
        Assert.That((long?)row["n"], Is.EqualTo((long?)expected["n"]));
        foreach (var name in (string[])["estimate", "low", "high"]) Assert.That(row.Number(name), Is.EqualTo(expected.Number(name)).Within(tolerance), name);
        foreach (var (name, value) in expected["components"]!.AsObject())
        {
            var shown = row["components"]![name];
            if (value is JsonValue number && number.TryGetValue<double>(out var x)) Assert.That((double?)shown, Is.EqualTo(x).Within(tolerance), name);
            else Assert.That(shown?.ToJsonString(), Is.EqualTo(value?.ToJsonString()), name);
        }
    }

    [Test]
    public async Task Recommend_is_promoters_less_detractors()
    {
        var row = await Service.Row($"recommend?survey={_customers}");
        Assert.That(row.Number("estimate"), Is.EqualTo(-12.5).Within(1e-9));
        Assert.That((double)row["components"]!["promoters"]!, Is.EqualTo(31.25).Within(1e-9));
        Assert.That((double)row["components"]!["mean"]!, Is.EqualTo(6.8125).Within(1e-9));
        Assert.That((row.Number("low"), row.Number("high")), Is.EqualTo((Net(-1), Net(1))).Using<double>((a, b) => Math.Abs(a - b) < 1e-9));

        // Adjusted Wald (Rocks 2016): P 15, D 21 of 48.
        static double Net(int side)
        {
            var (p, d) = (15.75 / 51, 21.75 / 51);
            return 100 * (p - d + side * 1.959963984540054 * Math.Sqrt((p + d - (p - d) * (p - d)) / 51));
        }
    }

    [Test]
    public async Task Employees_are_in_a_scale_only_with_every_item_answered()
    {
        string[] items = ["trust.capability", "trust.reliability", "trust.transparency", "trust.humanity"];
        var complete = People.Where(p => items.All(i => p![i] is not null)).ToList();
        var row = await Service.Row($"trust?survey={_employees}");
        Assert.That((int)row["n"]!, Is.EqualTo(complete.Count).Within(2.5));
        Assert.That(row.Number("estimate"), Is.EqualTo(complete.Average(p => items.Average(i => 25.0 * ((int)p![i]! - 1)))).Within(0.05));
        var ofAll = await Service.Row($"trust?survey={_customers}");
        Assert.That((int)ofAll["n"]!, Is.GreaterThan(complete.Count), "customers need two thirds");
    }

    [Test]
    public async Task Units_in_parts_add_to_the_whole()
    {
        var byLevel = await Service.Rows($"engagement?survey={_customers}&by=level");
        var whole = await Service.Row($"engagement?survey={_customers}");
        Assert.That(byLevel.Sum(r => (long)r["n"]!), Is.EqualTo((long)whole["n"]!));
        Assert.That(byLevel.Sum(r => r.Number("estimate") * (long)r["n"]!) / (long)whole["n"]!, Is.EqualTo(whole.Number("estimate")).Within(1e-9));
    }

    [Test]
    public async Task Every_indicator_that_is_served_is_listed()
    {
        var listed = (await Service.Read.GetAsync("/v1/indicators").Body())["value"]!.AsArray().Select(i => (string)i!["slug"]!).ToList();
        Assert.That(listed, Is.EquivalentTo(IndicatorCatalogue.All.Select(i => i.Slug)));
    }

    private static JsonObject Survey(string audience) => new()
    {
        ["audience"] = audience,
        ["dimensions"] = new JsonArray("team", "level"),
        ["items"] = new JsonArray([.. File["datasets"]!["people48"]!["items"]!.AsObject().Select(i => new JsonObject
        {
            ["code"] = i.Key, ["kind"] = "rating", ["measures"] = i.Key,
            ["low"] = (int)i.Value!["low"]!, ["high"] = (int)i.Value["high"]!, ["reversed"] = (bool?)i.Value["reversed"] ?? false,
        })]),
    };

    private static JsonObject Response(JsonNode person) => new()
    {
        ["about"] = new JsonObject { ["team"] = (string?)person["unit"], ["level"] = (string?)person["level"] },
        ["answers"] = new JsonObject(person.AsObject().Where(a => a.Key is not ("unit" or "level")).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone()))),
    };
}
