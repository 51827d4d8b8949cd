using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>The indicator change with an initiative: units it touches against the others, before and after.</summary>
public sealed class JudgingInitiatives(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Teams = [.. Enumerable.Range(0, 10).Select(i => $"ji-team{i}")];
    private static readonly string[] Touched = [.. Teams.Take(4)];

    private readonly List<(string Unit, DateOnly Day, int Value)> _answers = [];
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        await Service.Admin.Put("/v1/units", new JsonObject
        {
            ["units"] = new JsonArray([
            Unit("ji-root", null), .. Teams.Select(t => Unit(t, "ji-root")), Unit("ji-team0-day", "ji-team0"), Unit("ji-team0-night", "ji-team0")])
        }).Body();
        _survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray(
                new JsonObject { ["code"] = "ease", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "effort" },
                new JsonObject { ["code"] = "sat", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" },
                new JsonObject { ["code"] = "used", ["kind"] = "choice", ["options"] = new JsonArray(new JsonObject { ["code"] = "wifi" }, new JsonObject { ["code"] = "lounge" }) }),
        });
        var random = new Random(3);
        // January to October: six whole months before 15 July, three after it. The last team has nobody from August on.
        for (var month = 1; month <= 10; month++)
        {
            foreach (var (team, index) in Teams.Select((t, i) => (t, i)))
            {
                if (index == 9 && month > 7) continue;
                for (var i = 0; i < 8; i++)
                {
                    var unit = index == 0 ? team + (i % 2 == 0 ? "-day" : "-night") : team;
                    var lift = month > 7 && Touched.Contains(team) ? 1 : 0;
                    _answers.Add((unit, new DateOnly(2024, month, 3 + i * 3), Math.Clamp(random.Next(1, 5) + index % 2 + lift, 1, 5)));
                }
            }
        }
        await Service.Store(_survey, _answers.Select(a => new JsonObject
        {
            ["answeredAt"] = a.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z",
            ["about"] = new JsonObject { ["unit"] = a.Unit, ["channel"] = "web" },
            ["answers"] = new JsonObject { ["ease"] = a.Value, ["sat"] = a.Value },
        }));
        await Put("ji-training", "2024-07-15", [.. Touched, "ji-team0-day"]);
        await Put("ji-two", "2024-07-15", ["ji-team1", "ji-root"]);
        await Put("ji-before-all", "2023-01-01", ["ji-team1"]);
    }

    [TestCase("effort")]
    [TestCase("satisfaction")]
    public async Task Touched_units_are_compared_with_the_others_of_their_level_over_equally_many_months(string slug)
    {
        var row = await Service.Row($"change?survey={_survey}&of={slug}&initiative=ji-training");
        var expected = Change.Adjusted([InitiativeEffect.Of([.. Teams.SkipLast(1).Select(t => new InitiativeUnit(t, Touched.Contains(t), Sample(slug, t, 4, 6), Sample(slug, t, 8, 10)))], new Terms(Audience.Customer, 10))])[0];
        Assert.That((row.Status(), (long)row["n"]!), Is.EqualTo(("released", expected.N!.Value)));
        Assert.That(row.Number("estimate"), Is.EqualTo(expected.Estimate!.Value).Within(1e-9));
        Assert.That(row.Number("low"), Is.EqualTo(expected.Low!.Value).Within(1e-9));
        Assert.That(row.Number("high"), Is.EqualTo(expected.High!.Value).Within(1e-9));
        var parts = row["components"]!;
        Assert.That(((int)parts["unitsTouched"]!, (int)parts["unitsUntouched"]!), Is.EqualTo((4, 5)), "the inner unit counts once, the team without answers afterwards not at all");
        Assert.That(parts.Number("p"), Is.EqualTo((double)expected.Components["p"]!).Within(1e-9));
        Assert.That(parts.Number("pAdjusted"), Is.EqualTo(parts.Number("p")), "one row is a family of one");
        Assert.That(((string?)row["from"], (string?)row["to"]), Is.EqualTo(("2024-04-01", "2024-11-01")));
    }

    [Test]
    public async Task A_filter_leaves_the_units_to_the_initiative()
    {
        var all = await Service.Row($"change?survey={_survey}&of=effort&initiative=ji-training");
        var filtered = await Service.Row($"change?survey={_survey}&of=effort&initiative=ji-training&where=channel:web");
        Assert.That(filtered.Number("estimate"), Is.EqualTo(all.Number("estimate")));
    }

    [Test]
    public async Task Nothing_to_compare_with_is_insufficient_and_nothing_before_is_withheld()
    {
        Assert.That((await Service.Row($"change?survey={_survey}&of=effort&initiative=ji-two")).Status(), Is.AnyOf("insufficient", "withheld"));
        var row = await Service.Row($"change?survey={_survey}&of=effort&initiative=ji-before-all");
        Assert.That((row.Status(), row["n"], row["estimate"]), Is.EqualTo(("withheld", (JsonNode?)null, (JsonNode?)null)));
    }

    [TestCase("of=effort&initiative=ji-training&by=unit", "initiative")]
    [TestCase("of=effort&initiative=ji-training&where=unit:ji-root", "initiative")]
    [TestCase("of=effort&initiative=ji-training&from=2024-01-01", "initiative")]
    [TestCase("of=effort&initiative=ji-training&before=2024-Q1", "initiative")]
    [TestCase("of=item&item=used&initiative=ji-training", "of")]
    [TestCase("of=consistency&initiative=ji-training", "of")]
    public async Task What_an_initiative_does_not_go_with_is_refused(string query, string parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/change?survey={_survey}&{query}").Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
    }

    [Test]
    public async Task An_unknown_initiative_is_not_found() =>
        await Service.Read.GetAsync($"/v1/indicators/change?survey={_survey}&of=effort&initiative=nothing").Problem(404, "unknown_initiative");

    private Sample Sample(string slug, string team, int first, int last)
    {
        var counts = new Counts([new ItemCounts("q", slug, null, 1, 5, false, [.. _answers
            .Where(a => a.Unit.StartsWith(team, StringComparison.Ordinal) && a.Day.Month >= first && a.Day.Month <= last)
            .GroupBy(a => a.Value).Select(g => ValueCount.Unweighted(g.Key, true, g.Count()))])], [], []);
        return ((CountedIndicator)IndicatorCatalogue.Find(slug)!).SampleOf(counts, new Terms(Audience.Customer, 10))!;
    }

    private Task<JsonNode> Put(string key, string from, string[] units) => Service.Admin.Put("/v1/initiatives/" + key, new JsonObject
    {
        ["title"] = key,
        ["from"] = from,
        ["units"] = new JsonArray([.. units.Select(u => JsonValue.Create(u))]),
    }).Body(201);

    private static JsonObject Unit(string code, string? parent) => new() { ["code"] = code, ["name"] = code, ["parent"] = parent };
}
