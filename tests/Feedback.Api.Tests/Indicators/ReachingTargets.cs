using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Which rows carry a target, and whether it is reached.</summary>
public sealed class ReachingTargets(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray(Unit("org", null), Unit("north", "org"), Unit("south", "org")) }).Body();
        _survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray(new JsonObject { ["code"] = "ease", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "effort" }),
        });
        await Service.Store(_survey, Enumerable.Range(0, 240).Select(i => new JsonObject
        {
            ["answeredAt"] = string.Create(CultureInfo.InvariantCulture, $"2024-0{1 + i / 2 % 3}-10T12:00:00Z"),
            ["about"] = new JsonObject { ["unit"] = i % 2 == 0 ? "north" : "south", ["channel"] = "web" },
            ["answers"] = new JsonObject { ["ease"] = i % 2 == 0 ? 4 + i / 6 % 2 : 1 + i / 6 % 5 },
        }));
        await Service.Admin.Put("/v1/targets", new JsonObject
        {
            ["targets"] = new JsonArray(
            Target("north", 80, "atLeast", "2024-02-29"), Target("south", 45, "atMost", "2099-12-31"), Target("org", 99, "atLeast", "2099-12-31"), Target(null, 70, "atLeast", "2099-12-31"))
        }).Body();
    }

    [Test]
    public async Task A_unit_and_the_whole_have_their_own()
    {
        var (all, org, south) = (await Service.Row($"effort?survey={_survey}"), await Service.Row($"effort?survey={_survey}&where=unit:org"), await Service.Row($"effort?survey={_survey}&where=unit:south"));
        Assert.That((all.Number("target"), (string?)all["reached"]), Is.EqualTo((70.0, Expected(all, 70, true))));
        Assert.That((org.Number("target"), (string?)org["reached"]), Is.EqualTo((99.0, "no")));
        Assert.That((south.Number("target"), (string?)south["reached"]), Is.EqualTo((45.0, Expected(south, 45, false))));
    }

    [Test]
    public async Task Broken_down_by_unit_each_lowest_unit_has_its_own()
    {
        var rows = await Service.Rows($"effort?survey={_survey}&by=unit");
        Assert.That(rows.Select(r => ((string?)r["unit"], (double?)r["target"])), Is.EqualTo(new[] { ("north", (double?)null), ("south", 45.0) }), "the north's day is over");
    }

    [Test]
    public async Task Rows_up_to_the_day_show_progress_and_later_ones_nothing()
    {
        var months = await Service.Rows($"effort?survey={_survey}&where=unit:north&interval=month");
        Assert.That(months.Select(r => (double?)r["target"]), Is.EqualTo(new double?[] { 80, 80, null }));
        Assert.That(months.Select(r => (string?)r["reached"]), Is.EqualTo(new[] { Expected(months[0], 80, true), Expected(months[1], 80, true), null }));
    }

    [TestCase("where=channel:web")]
    [TestCase("by=channel")]
    [TestCase("where=unit:south&where=channel:web")]
    [TestCase("weighted=true")]
    public async Task Any_other_filter_or_breakdown_has_none(string cut)
    {
        var rows = await Service.Rows($"effort?survey={_survey}&{cut}");
        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(r => r["target"]), Is.All.Null);
        Assert.That(rows.Select(r => r["reached"]), Is.All.Null);
    }

    [Test]
    public async Task CSV_has_both_columns()
    {
        var text = await (await Service.Read.GetAsync($"/v1/indicators/effort?survey={_survey}&where=unit:org&format=csv")).Content.ReadAsStringAsync();
        var (head, row) = (text.Split("\r\n")[0].Split(','), text.Split("\r\n")[1].Split(','));
        Assert.That((row[Array.IndexOf(head, "target")], row[Array.IndexOf(head, "reached")]), Is.EqualTo(("99", "no")));
    }

    private static string Expected(JsonNode row, double value, bool atLeast) => atLeast
        ? row.Number("low") >= value ? "yes" : row.Number("high") < value ? "no" : "unclear"
        : row.Number("high") <= value ? "yes" : row.Number("low") > value ? "no" : "unclear";

    private static JsonObject Target(string? unit, double value, string direction, string until) =>
        new() { ["indicator"] = "effort", ["audience"] = "customer", ["unit"] = unit, ["value"] = value, ["direction"] = direction, ["until"] = until };

    private static JsonObject Unit(string code, string? parent) => new() { ["code"] = code, ["name"] = code, ["parent"] = parent };
}
