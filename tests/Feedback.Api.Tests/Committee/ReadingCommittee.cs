using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Committee;

/// <summary>The page of a champion: what moved, what is off target, what runs.</summary>
public sealed class ReadingCommittee(string engine) : ServiceFixture(engine)
{
    private readonly List<(string Unit, int Month, int Value)> _answers = [];

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray(Unit("org", null), Unit("north", "org"), Unit("south", "org"), Unit("quiet", "org"), Unit("north-a", "north"), Unit("north-b", "north")) }).Body();
        var survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "ease", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "effort" }),
        });
        var random = new Random(2);
        foreach (var unit in new[] { "north-a", "north-b", "south" })
        {
            for (var i = 0; i < 160; i++) _answers.Add((unit, 2 + i % 2, Math.Clamp(random.Next(2, 6) - (unit == "south" ? i % 2 * 2 : 0), 1, 5)));
        }
        _answers.AddRange(Enumerable.Range(0, 9).SelectMany(_ => new[] { ("quiet", 2, 5), ("quiet", 3, 1) }));
        await Service.Store(survey, _answers.Select(a => new JsonObject
        {
            ["answeredAt"] = string.Create(CultureInfo.InvariantCulture, $"2024-0{a.Month}-10T12:00:00Z"),
            ["about"] = new JsonObject { ["unit"] = a.Unit },
            ["answers"] = new JsonObject { ["ease"] = a.Value },
        }));
        await Service.Admin.Put("/v1/targets", new JsonObject { ["targets"] = new JsonArray(Target("north", 95), Target("south", 95), Target("north-a", 10), Target(null, 95), Target("quiet", 95)) }).Body();
        await Service.Admin.Put("/v1/initiatives/training", new JsonObject { ["title"] = "Training", ["from"] = "2024-03-15", ["units"] = new JsonArray("north-a") }).Body(201);
        await Service.Admin.Put("/v1/initiatives/later", new JsonObject { ["title"] = "Later", ["from"] = "2024-04-01", ["units"] = new JsonArray("north-a") }).Body(201);
    }

    [Test]
    public async Task The_whole_comes_first_and_then_every_unit()
    {
        var pages = await Pages();
        Assert.That(pages.Select(p => (string?)p["unit"]), Is.EqualTo(new[] { null, "north", "north-a", "north-b", "org", "quiet", "south" }));
    }

    [Test]
    public async Task What_moved_beyond_chance_and_three_points_stands_on_its_page()
    {
        var pages = (await Pages()).ToDictionary(p => (string?)p["unit"] ?? "");
        var moved = pages["south"]["moved"]!.AsArray().Single()!;
        var welch = Welch.Of(Moments("south", 3), Moments("south", 2))!;
        Assert.That(((string?)moved["indicator"], (string?)moved["audience"]), Is.EqualTo(("effort", "customer")));
        Assert.That((moved.Number("change"), moved.Number("low"), moved.Number("high")),
            Is.EqualTo((welch.Difference.Value, welch.Difference.Low, welch.Difference.High)).Using<double>((a, b) => Math.Abs(a - b) < 1e-9));
        Assert.That(pages["north-a"]["moved"]!.AsArray(), Is.Empty);
        Assert.That((int)pages["north-a"]["compared"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task The_p_is_adjusted_over_all_pages()
    {
        var pages = await Pages();
        // The whole, org, north, north-a, north-b and south are compared; the quiet unit is below k.
        string[][] compared = [["north-a", "north-b", "south", "quiet"], ["north-a", "north-b", "south", "quiet"], ["north-a", "north-b"], ["north-a"], ["north-b"], ["south"]];
        var p = compared.Select(units => Welch.Of(Moments(units, 3), Moments(units, 2))!.P).ToArray();
        Assert.That(pages.Sum(page => (int)page["compared"]!), Is.EqualTo(p.Length));
        var south = pages.Single(page => (string?)page["unit"] == "south")["moved"]![0]!;
        Assert.That(south.Number("pAdjusted"), Is.EqualTo(FalseDiscovery.Adjust(p)[^1]).Within(1e-12));
    }

    [Test]
    public async Task What_is_not_on_a_page_counts_in_its_adjustment_and_a_retired_unit_does_not()
    {
        string?[] whole = [.. (await Pages()).Select(p => p.ToJsonString())];
        var first = await Service.Read.GetAsync("/v1/committee/2024-03?limit=6").Body();
        var last = await Service.Read.GetAsync($"/v1/committee/2024-03?limit=6&cursor={first["nextCursor"]}").Body();
        Assert.That(first["value"]!.AsArray().Concat(last["value"]!.AsArray()).Select(p => p!.ToJsonString()), Is.EqualTo(whole));

        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray(Unit("org", null), Unit("north", "org"), Unit("south", "org"), Unit("quiet", "org"), Unit("north-a", "north")) }).Body();
        try
        {
            string[][] compared = [["north-a", "north-b", "south", "quiet"], ["north-a", "north-b", "south", "quiet"], ["north-a", "north-b"], ["north-a"], ["south"]];
            var p = compared.Select(units => Welch.Of(Moments(units, 3), Moments(units, 2))!.P).ToArray();
            var south = (await Pages()).Single(page => (string?)page["unit"] == "south")["moved"]![0]!;
            Assert.That(south.Number("pAdjusted"), Is.EqualTo(FalseDiscovery.Adjust(p)[^1]).Within(1e-12));
        }
        finally
        {
            await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray(Unit("org", null), Unit("north", "org"), Unit("south", "org"), Unit("quiet", "org"), Unit("north-a", "north"), Unit("north-b", "north")) }).Body();
        }
    }

    [Test]
    public async Task A_unit_below_k_shows_nothing()
    {
        var quiet = (await Pages()).Single(p => (string?)p["unit"] == "quiet");
        Assert.That((int)quiet["compared"]!, Is.Zero);
        Assert.That(quiet["moved"]!.AsArray().Concat(quiet["offTarget"]!.AsArray()), Is.Empty);
    }

    [Test]
    public async Task Only_what_lies_wholly_on_the_wrong_side_is_off_target()
    {
        var pages = (await Pages()).ToDictionary(p => (string?)p["unit"] ?? "");
        Assert.That(pages.Where(p => p.Value["offTarget"]!.AsArray().Count > 0).Select(p => p.Key), Is.EqualTo(new[] { "", "north", "south" }));
        var off = pages["north"]["offTarget"]![0]!;
        var row = await Service.Row("effort?audience=customer&period=2024-03&where=unit:north");
        Assert.That((off.Number("estimate"), off.Number("high"), (int)off["n"]!), Is.EqualTo((row.Number("estimate"), row.Number("high"), (int)row["n"]!)));
        Assert.That(((double)off["target"]!, (string?)row["reached"], row.Number("target")), Is.EqualTo((95.0, "no", 95.0)));
    }

    [Test]
    public async Task A_programme_stands_where_it_touches_once_it_has_begun()
    {
        var pages = await Pages();
        Assert.That(pages.Where(p => p["initiatives"]!.AsArray().Count > 0).Select(p => (string?)p["unit"]), Is.EqualTo(new[] { null, "north", "north-a", "org" }));
        Assert.That(pages.SelectMany(p => p["initiatives"]!.AsArray()).Select(i => (string?)i!["key"]).Distinct(), Is.EqualTo(new[] { "training" }));
    }

    [TestCase("2024-13")]
    [TestCase("soon")]
    public async Task What_is_no_period_is_refused(string period) => await Service.Read.GetAsync("/v1/committee/" + period).Problem(400, "invalid_parameter");

    [Test]
    public async Task A_period_without_answers_has_pages_with_nothing_compared() =>
        Assert.That((await Service.Read.GetAsync("/v1/committee/2019").Body())["value"]!.AsArray().Sum(p => (int)p!["compared"]!), Is.Zero);

    private async Task<List<JsonNode>> Pages() => [.. (await Service.Read.GetAsync("/v1/committee/2024-03").Body())["value"]!.AsArray().Select(p => p!)];

    private Moments Moments(string unit, int month) => Moments([unit], month);

    private Moments Moments(string[] units, int month)
    {
        var scores = _answers.Where(a => units.Contains(a.Unit) && a.Month == month).Select(a => 25.0 * (a.Value - 1)).ToList();
        var mean = scores.Average();
        return new Moments(scores.Count, mean, scores.Sum(s => (s - mean) * (s - mean)) / (scores.Count - 1));
    }

    private static JsonObject Target(string? unit, double value) => new() { ["indicator"] = "effort", ["audience"] = "customer", ["unit"] = unit, ["value"] = value, ["until"] = "2024-12-31" };

    private static JsonObject Unit(string code, string? parent) => new() { ["code"] = code, ["name"] = code, ["parent"] = parent };
}
