using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>A survey of several touchpoints: journeys, consistency, and each touchpoint for itself.</summary>
public sealed class RatingTouchpoints(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Touchpoints = ["desk", "gate", "wifi", "parking", "signs", "shops", "lounge", "toilets"];

    private readonly List<int?[]> _people = [];
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        var random = new Random(5);
        for (var i = 0; i < 120; i++) _people.Add([.. Touchpoints.Select((_, t) => random.Next(6) == 0 ? (int?)null : Math.Min(5, random.Next(1, 6) + (t % 2 == 1 && random.Next(5) == 0 ? 1 : 0)))]);
        _survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray([.. Touchpoints.Select(t => new JsonObject
            {
                ["code"] = "i-" + t, ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "experience", ["touchpoint"] = t,
            })]),
        });
        await Service.Store(_survey, _people.Where(p => p.Any(a => a is not null)).Select(p => new JsonObject
        {
            ["answers"] = new JsonObject(Touchpoints.Select((t, i) => KeyValuePair.Create("i-" + t, (JsonNode?)p[i])).Where(a => a.Value is not null)),
        }));
    }

    [Test]
    public async Task A_breakdown_by_touchpoint_has_the_figures_of_each_item()
    {
        var rows = await Service.Rows($"item?survey={_survey}&by=touchpoint");
        Assert.That(rows.Select(r => (string)r["touchpoint"]!), Is.EquivalentTo(Touchpoints));
        foreach (var row in rows)
        {
            var answers = _people.Select(p => p[Array.IndexOf(Touchpoints, (string)row["touchpoint"]!)]).Where(a => a is not null).Select(a => a!.Value).ToList();
            Assert.That(row.Number("estimate"), Is.EqualTo(25 * (answers.Average() - 1)).Within(1e-9));
            Assert.That((int)row["n"]!, Is.EqualTo(answers.Count));
            var single = await Service.Row($"item?survey={_survey}&item=i-{(string)row["touchpoint"]!}");
            foreach (var name in (string[])["estimate", "low", "high", "n"]) Assert.That(row[name]!.ToJsonString(), Is.EqualTo(single[name]!.ToJsonString()));
        }
    }

    [Test]
    public async Task A_journey_passes_when_every_one_of_three_touchpoints_did()
    {
        var row = await Service.Row($"journey-pass?survey={_survey}");
        var journeys = _people.Select(p => p.Where(a => a is not null).ToList()).Where(p => p.Count >= 3).ToList();
        Assert.That((int)row["n"]!, Is.EqualTo(journeys.Count));
        Assert.That(row.Number("estimate"), Is.EqualTo(100.0 * journeys.Count(p => p.All(a => a >= 4)) / journeys.Count).Within(1e-9));
        Assert.That((double)row["components"]!["touchpointsRated"]!, Is.EqualTo(journeys.Average(p => p.Count)).Within(1e-9));
    }

    [Test]
    public async Task Consistency_has_a_row_a_facet_and_one_for_all()
    {
        var rows = await Service.Rows($"consistency?survey={_survey}&over=touchpoint");
        Assert.That(rows.Select(r => (string?)r["facet"]), Is.EqualTo(new[] { "touchpoint", "all" }));
        var counts = Counts();
        var terms = new Terms(Audience.Customer, 10);
        var expected = new Consistency().Rows(new ConsistencyInput([Facet.Touchpoints(counts, terms)], 5), terms);
        foreach (var (row, figure) in rows.Zip(expected))
        {
            Assert.That(row.Status(), Is.EqualTo("released"), row.ToJsonString());
            Assert.That(row.Number("estimate"), Is.EqualTo(figure.Figure.Estimate!.Value).Within(1e-9));
            Assert.That(row.Number("low"), Is.EqualTo(figure.Figure.Low!.Value).Within(1e-9));
            Assert.That(row.Number("high"), Is.EqualTo(figure.Figure.High!.Value).Within(1e-9));
        }
        var level = rows[0]["components"]!.Number("level");
        Assert.That(level, Is.EqualTo(Touchpoints.Select((_, t) => _people.Where(p => p[t] is not null).Average(p => 25.0 * (p[t]!.Value - 1))).Average()).Within(1e-9));
        await Service.Read.GetAsync($"/v1/indicators/consistency?survey={_survey}&over=weather").Problem(400, "unknown_dimension");
    }

    private Counts Counts() => Feedback.Indicators.Counts.Sum(_people.Select(p => new Counts(
        [.. Touchpoints.Select((t, i) => (t, i)).Where(x => p[x.i] is not null).Select(x => new ItemCounts("i-" + x.t, "experience", x.t, 1, 5, false, [ValueCount.Unweighted(p[x.i]!.Value, p.All(a => a is not null), 1)]))],
        p.Any(a => a is not null) ? [new ScaleCounts("experience", [new ScaleShape(Touchpoints.Length, 1, 5, [ScaleRow.Unweighted(p.Count(a => a is not null), p.Sum(a => a ?? 0), 1)])])] : [],
        [])));
}
