using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Scores of customers by week and of employees by month, in a unit that falls and in one that does not. Today is 2026-11-21.</summary>
public sealed class WatchingScores(string engine) : ServiceFixture(engine)
{
    private const int Weeks = 24, Months = 14;

    private static readonly DateOnly FirstWeek = new(2026, 6, 1), FirstMonth = new(2025, 9, 1);

    private readonly List<(DateOnly Day, string Unit, int Rating)> _customers = [], _employees = [];

    private string _customerSurvey = "", _employeeSurvey = "";

    [OneTimeSetUp]
    public async Task StoreTheAnswers()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"top","name":"top"},{"code":"calm","name":"calm","parent":"top"},{"code":"falling","name":"falling","parent":"top"},{"code":"small","name":"small","parent":"top"},{"code":"few","name":"few","parent":"top"}]}""")).Body();
        var random = new Random(11);
        for (var week = 0; week < Weeks + 1; week++)
        {
            foreach (var unit in (string[])["calm", "falling", "small"]) _customers.AddRange(Answers(FirstWeek.AddDays(7 * week), unit, week >= 17));
        }
        for (var month = 0; month < Months; month++)
        {
            // Two units are small, so that what is left of the top beside the others is k people of more than one.
            foreach (var unit in (string[])["calm", "falling", "small", "few"]) _employees.AddRange(Answers(FirstMonth.AddMonths(month), unit, month >= 12));
        }
        _customerSurvey = await Publish("customer", _customers);
        _employeeSurvey = await Publish("employee", _employees);
        for (var month = 0; month < Months; month++) await Service.Release(FirstMonth.AddMonths(month).Day()[..7]);

        IEnumerable<(DateOnly, string, int)> Answers(DateOnly start, string unit, bool falls) => Enumerable.Range(0, unit switch { "small" => 3, "few" => 9, _ => 12 }).Select(_ =>
            (start.AddDays(random.Next(5)), unit, falls && unit == "falling" ? random.Next(1, 3) : random.Next(3, 6))).ToList();
    }

    [Test]
    public async Task A_stream_tells_of_the_last_week_that_has_ended()
    {
        var row = await Service.Row($"early-warning?survey={_customerSurvey}");
        Assert.That(((string?)row["stream"], (string?)row["from"], (string?)row["to"]), Is.EqualTo(("all/satisfaction", "2026-11-09", "2026-11-16")));
        Same(row, Expected(_customers, Weeks));
        Assert.That(_customers.Any(c => c.Day >= new DateOnly(2026, 11, 16)), "The week that has not ended has answers.");
    }

    [Test]
    public async Task Each_unit_is_a_stream()
    {
        var rows = await Service.Rows($"early-warning?survey={_customerSurvey}&by=unit");
        Assert.That(rows.Select(r => ((string?)r["unit"], (string?)r["stream"])), Is.EqualTo(new[] { ("calm", "calm/satisfaction"), ("falling", "falling/satisfaction"), ("small", "small/satisfaction") }));
        Same(rows[0], Expected(_customers, Weeks, "calm"));
        Same(rows[1], Expected(_customers, Weeks, "falling"));
        Assert.That(rows.Select(r => (bool?)r["components"]!["alarm"]), Is.EqualTo(new bool?[] { false, true, null }));
        Assert.That((rows[2].Status(), rows[2]["n"]), Is.EqualTo(("withheld", (JsonNode?)null)), "three a week");
        Assert.That(rows[2]["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(new EarlyWarning().Components));
    }

    [Test]
    public async Task Units_of_a_level_hold_those_below()
    {
        var row = await Service.Row($"early-warning?survey={_customerSurvey}&level=1");
        Assert.That((string?)row["stream"], Is.EqualTo("top/satisfaction"));
        Same(row, Expected(_customers, Weeks));
        Same(await Service.Row($"early-warning?survey={_customerSurvey}&where=unit:falling"), Expected(_customers, Weeks, "falling"));
    }

    [Test]
    public async Task The_history_ends_where_it_is_asked_to()
    {
        var row = await Service.Row($"early-warning?survey={_customerSurvey}&to=2026-09-16&where=unit:falling");
        Assert.That(((string?)row["from"], (string?)row["to"]), Is.EqualTo(("2026-09-07", "2026-09-14")));
        Same(row, Expected(_customers, 15, "falling"));
        Assert.That((bool?)row["components"]!["alarm"], Is.False, "It falls two weeks later.");
        var few = await Service.Row($"early-warning?survey={_customerSurvey}&to=2026-08-24");
        Assert.That((few.Status(), (long?)few["n"]), Is.EqualTo(("insufficient", (long?)27)), "twelve weeks");
        Assert.That((await Service.Row($"early-warning?survey={_customerSurvey}&to=2026-06-01")).Status(), Is.EqualTo("withheld"));
        Assert.That((await Service.Row($"early-warning?survey={_customerSurvey}&interval=month")).Status(), Is.EqualTo("insufficient"), "five months");
    }

    [Test]
    public async Task Of_employees_rows_only_the_alarm_is_served()
    {
        var rows = await Service.Rows($"early-warning?survey={_employeeSurvey}&by=unit&measure=item:rating");
        Assert.That(rows.Select(r => ((string?)r["from"], (string?)r["stream"], r.Status(), (bool?)r["components"]!["alarm"])), Is.EqualTo(new[]
        {
            ("2026-10-01", "calm/item:rating", "released", (bool?)false), ("2026-10-01", "falling/item:rating", "released", true),
            ("2026-10-01", "few/item:rating", "withheld", null), ("2026-10-01", "small/item:rating", "withheld", null),
        }));
        var few = await Service.Row($"early-warning?survey={_employeeSurvey}&measure=item:rating&period=2026-08");
        Assert.That(few.Status(), Is.EqualTo("insufficient"), "twelve months");
        foreach (var row in rows.Append(few))
        {
            Assert.That((JsonNode?[])[row["estimate"], row["low"], row["high"], row["n"]], Is.All.Null);
            Assert.That(row["components"]!.AsObject().Where(c => c.Key != "alarm").Select(c => c.Value), Is.All.Null);
        }
        Assert.That((bool?)rows[1]["components"]!["alarm"], Is.EqualTo(Expected(_employees, Months, "falling", months: true).Components["alarm"]));
        var csv = await Service.Read.GetStringAsync($"/v1/indicators/early-warning?survey={_employeeSurvey}&by=unit&measure=item:rating&format=csv");
        Assert.That(csv.Split("\r\n")[2].Split(',').Count(c => c.Length > 0), Is.EqualTo(7), "key, from, to, unit, stream, status, alarm: " + csv);
    }

    [Test]
    public async Task What_says_nothing_here_is_refused()
    {
        await Service.Read.GetAsync($"/v1/indicators/early-warning?survey={_customerSurvey}&from=2026-06-01").Problem(400, "unknown_parameter");
        await Service.Read.GetAsync($"/v1/indicators/early-warning?survey={_customerSurvey}&by=channel").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/indicators/change?of=early-warning&survey={_employeeSurvey}&before=2026-08&after=2026-09").Problem(400, "invalid_parameter");
    }

    private async Task<string> Publish(string audience, List<(DateOnly Day, string Unit, int Rating)> answers)
    {
        var survey = await Service.Publish(new JsonObject
        {
            ["audience"] = audience,
            ["access"] = audience == "employee" ? "code" : null,
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray(new JsonObject { ["code"] = "rating", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" }),
        });
        var responses = answers.Select(a => new JsonObject
        {
            ["answeredAt"] = a.Day.Day() + "T12:00:00Z",
            ["about"] = new JsonObject { ["unit"] = a.Unit },
            ["answers"] = new JsonObject { ["rating"] = a.Rating },
        });
        await (audience == "employee" ? Service.StoreInvited(survey, responses) : Service.Store(survey, responses));
        return survey;
    }

    private static Figure Expected(List<(DateOnly Day, string Unit, int Rating)> answers, int periods, string? unit = null, bool months = false) => new EarlyWarning().Score(
        [.. Enumerable.Range(0, periods).Select(p =>
        {
            var (from, to) = months ? (FirstMonth.AddMonths(p), FirstMonth.AddMonths(p + 1)) : (FirstWeek.AddDays(7 * p), FirstWeek.AddDays(7 * p + 7));
            var scores = answers.Where(a => a.Day >= from && a.Day < to && (unit is null || a.Unit == unit)).Select(a => 25.0 * (a.Rating - 1)).ToList();
            return new Moments(scores.Count, scores.Average(), scores.Sum(s => Math.Pow(s - scores.Average(), 2)) / (scores.Count - 1));
        })], new Terms(Audience.Customer, 10));

    private static void Same(JsonNode row, Figure expected)
    {
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo(("released", expected.N)), row.ToJsonString());
        foreach (var (name, value) in (List<(string, double?)>)[("estimate", expected.Estimate), ("low", expected.Low), ("high", expected.High)]) Assert.That((double?)row[name], Is.EqualTo(value).Within(1e-9), name);
        foreach (var (name, value) in expected.Components.Where(c => c.Value is double)) Assert.That((double?)row["components"]![name], Is.EqualTo((double)value!).Within(1e-9), name);
        Assert.That((bool?)row["components"]!["alarm"], Is.EqualTo(expected.Components["alarm"]));
    }
}
