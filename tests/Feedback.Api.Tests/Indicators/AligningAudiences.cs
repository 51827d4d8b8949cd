using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Employees and customers of the same units, compared over units and waves.</summary>
public sealed class AligningAudiences(string engine) : TwoAudiencesFixture(engine)
{
    [Test]
    public async Task A_wave_is_a_period_of_the_employees_and_each_side_has_its_k()
    {
        var row = await Service.Row("alignment?audience=employee");
        Same(row, Expected(Quarter, u => u));
        Assert.That(Employees.Where(e => e.Unit is not null).GroupBy(e => (e.Unit, Quarter(e.Day))).Any(g => g.Count() is 8 or 9), "A cell lies between the two k.");
        Assert.That((row["from"], row["to"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
    }

    [Test]
    public async Task Units_are_counted_at_a_level_and_waves_are_as_long_as_asked()
    {
        Same(await Service.Row("alignment?audience=employee&level=2"), Expected(Quarter, Second));
        Same(await Service.Row("alignment?audience=employee&level=2&interval=year"), Expected(d => d.Year, Second));
        Assert.That((await Service.Row("alignment?audience=employee&level=1")).Status(), Is.EqualTo("insufficient"), "two regions");
    }

    [Test]
    public async Task Customers_follow_by_the_lag() =>
        Same(await Service.Row("alignment?audience=employee&level=2&lag=1"), Expected(Quarter, Second, lag: 1));

    [Test]
    public async Task Either_audience_may_be_asked_for()
    {
        var ofEmployees = await Service.Row("alignment?audience=employee&level=2&measure=item:pride&with=item:rating");
        Same(ofEmployees, Expected(Quarter, Second, employee: e => 25.0 * (e.Ratings[0] - 1)));
        var ofCustomers = await Service.Row("alignment?audience=customer&level=2&with=item:pride");
        Assert.That(ofCustomers["components"]!.ToJsonString(), Is.EqualTo(ofEmployees["components"]!.ToJsonString()));
        var ofNets = await Service.Row("alignment?audience=employee&level=2&measure=recommend&with=item:rating");
        Assert.That(ofNets.Status(), Is.EqualTo("insufficient"), "Of fewer than 3k employees the net figure is told, and no mean beside it.");
        Same(await Service.Row($"alignment?survey={EmployeeSurvey}&survey={CustomerSurvey}&level=2"), Expected(Quarter, Second));
    }

    [Test]
    public async Task A_range_and_filters_hold_for_both_sides()
    {
        Same(await Service.Row("alignment?audience=employee&level=2&from=2026-04-01&to=2026-08-01&interval=quarter"), Expected(Quarter, Second, v => v.Day.Month is >= 4 and < 8));
        Same(await Service.Row("alignment?audience=employee&where=channel:web&interval=year"), Expected(d => d.Year, u => u, v => v.Channel == "web"));
        Assert.That((await Service.Row("alignment?audience=employee&where=unit:north")).Status(), Is.EqualTo("insufficient"));
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&where=grade:1").Problem(400, "unknown_dimension");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=customer&where=weather:1").Problem(400, "unknown_dimension");
        await Service.Read.GetAsync("/v1/indicators/change?of=alignment&audience=employee&before=grade:1&after=grade:2").Problem(400, "unknown_dimension");
    }

    [Test]
    public async Task Nobody_in_reach_is_withheld_with_every_column()
    {
        var row = await Service.Row("alignment?audience=employee&to=2026-01-01");
        Assert.That(row.Status(), Is.EqualTo("withheld"));
        Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(new Alignment().Components));
        Assert.That(row["components"]!.AsObject().Select(c => c.Value).Append(row["estimate"]).Append(row["n"]), Is.All.Null);
    }

    [Test]
    public async Task Csv_has_the_same_row_and_units_stand_in_one_cell()
    {
        var row = await Service.Row("alignment?audience=employee&level=2");
        var lines = (await Service.Read.GetStringAsync("/v1/indicators/alignment?audience=employee&level=2&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(2));
        var cells = lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(c => c.First, c => c.Second);
        Assert.That(double.Parse(cells["estimate"], null), Is.EqualTo(row.Number("estimate")));
        Assert.That(cells["components.bothHighUnits"].Split(';'), Is.EqualTo(row["components"]!["bothHighUnits"]!.AsArray().Select(u => (string?)u)));
        Assert.That(cells["key"], Is.EqualTo((string?)row["key"]));
    }

    [Test]
    public async Task The_other_audience_s_surveys_are_part_of_the_key_where_they_are_named()
    {
        var second = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "rating", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" }),
        });
        var keys = new List<string?>();
        foreach (var surveys in (string[])[$"survey={EmployeeSurvey}", $"survey={EmployeeSurvey}&survey={CustomerSurvey}", $"survey={EmployeeSurvey}&survey={second}", $"audience=employee&survey={second}", "audience=employee"])
            keys.Add((string?)(await Service.Row("alignment?" + surveys))["key"]);
        Assert.That(keys, Is.Unique);
    }

    [Test]
    public async Task Every_question_has_a_key_of_its_own()
    {
        string[] questions = ["", "&lag=1", "&level=2", "&interval=year", "&interval=year&to=2026-07-01", "&interval=year&to=2026-09-01", "&with=recommend"];
        var keys = new List<string?>();
        foreach (var question in questions) keys.Add((string?)(await Service.Row("alignment?audience=employee" + question))["key"]);
        Assert.That(keys, Is.Unique);
        Assert.That((string?)(await Service.Row("alignment?audience=employee&measure=engagement&with=satisfaction"))["key"], Is.EqualTo(keys[0]));
    }

    [Test]
    public async Task What_says_nothing_here_is_refused()
    {
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&by=unit").Problem(400, "unknown_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&weighted=true").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&lag=-1").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&with=weather").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&with=item:pride").Problem(404, "unknown_item");
        var ofEmployees = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Employee));
        await ofEmployees.GetAsync("/v1/indicators/alignment?audience=employee").Problem(403, "forbidden_audience");
    }

    [Test]
    public async Task The_companys_own_numbers_take_the_customers_place()
    {
        await Outcome("retention", [.. Units.SelectMany((u, i) => Enumerable.Range(1, 3).Select(q => (u, 20260 + q, .5 + .03 * ((i * 7 + q) % 11)))), ("north", 20261, .9)]);
        var values = Catalogue.Outcome("retention")!.Values;
        Same(await Service.Row("alignment?audience=employee&outcome=retention&level=2"), Joined(v => Second(v), v => v.Unit != "north"));
        Same(await Service.Row("alignment?audience=employee&outcome=retention&level=2&lag=1&interval=quarter"), Joined(v => Second(v), v => v.Unit != "north", lag: 1));
        Same(await Service.Row("alignment?audience=employee&outcome=retention&level=2&from=2026-04-01"), Joined(v => Second(v), v => v.Unit != "north" && v.Period > 20261, among: e => e.Day.Month >= 4));
        var row = await Service.Row("alignment?audience=employee&outcome=retention&level=2");
        Assert.That(row["components"]!["disattenuatedR"], Is.Null);
        Assert.That((await Service.Row("alignment?audience=customer&outcome=retention&level=2")).Number("estimate"), Is.Not.EqualTo(row.Number("estimate")));
        Assert.That((await Service.Row("alignment?audience=employee&outcome=retention&level=2&where=unit:south")).Status(), Is.EqualTo("insufficient"), "six units");
        // Without the unit that holds others, or in the quarters in which it has no number, nobody counts twice.
        Same(await Service.Row("alignment?audience=employee&outcome=retention&from=2026-04-01"), Joined(v => Second(v), v => v.Unit != "north" && v.Period > 20261, among: e => e.Day.Month >= 4));
        await Outcome("turnover", [.. values.Where(v => v.Unit != "north").Select(v => (v.Unit, v.Period, v.Value))]);
        Same(await Service.Row("alignment?audience=employee&outcome=turnover"), Joined(v => Second(v), v => v.Unit != "north"));

        Figure Joined(Func<string?, string?> unit, Func<OutcomeValue, bool> which, int lag = 0, Func<Voice, bool>? among = null)
        {
            var people = Employees.Where(e => unit(e.Unit) is not null && among?.Invoke(e) != false).ToLookup(e => (unit(e.Unit)!, Quarter(e.Day)), e => e.Score);
            return new Alignment().Of([.. values.Where(which).Select(v => (v, Own: people[(v.Unit, v.Period % 10 - 1 - lag)].ToList())).Where(v => v.Own.Count >= EmployeeK)
                .Select(v => new UnitWave(v.v.Unit, v.v.Period % 10 - 1 - lag, v.Own.Average(), v.Own.Count, v.v.Value, double.PositiveInfinity))], new Terms(Audience.Employee, EmployeeK));
        }
    }

    [Test]
    public async Task An_outcome_that_is_unknown_or_one_too_many_is_refused()
    {
        await Outcome("churn", [("north", 202601, 3)]);
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&outcome=nothing").Problem(404, "unknown_outcome");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&outcome=churn&with=satisfaction").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&outcome=churn&interval=quarter").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&outcome=churn&where=channel:web").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task Units_of_an_outcome_that_hold_each_other_are_refused_without_a_level()
    {
        await Outcome("nested", [(Units[0], 20261, 3), ("north", 20262, 3), (Units[^1], 20261, 4)]);
        foreach (var within in (string[])["", "&where=unit:south", "&from=2026-01-01"])
        {
            var problem = await Service.Read.GetAsync($"/v1/indicators/alignment?audience=employee&outcome=nested{within}").Problem(400, "invalid_parameter");
            Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { "level" }));
        }
        Assert.That((await Service.Row("alignment?audience=employee&outcome=nested&level=1")).Status(), Is.EqualTo("insufficient"));
    }

    private CatalogueSnapshot Catalogue => Service.Services.GetRequiredService<CatalogueCache>().Current;

    private Task Outcome(string name, IReadOnlyCollection<(string Unit, int Period, double Value)> values) =>
        Service.InSession(session => Outcomes.Replace(session, name, [.. values.Select(v => new OutcomeValue { Unit = v.Unit, Period = v.Period, Value = v.Value })]));

    private static int Quarter(DateOnly day) => (day.Month - 1) / 3;

    /// <summary>The figure from the people, past the service.</summary>
    private Figure Expected(Func<DateOnly, int> wave, Func<string?, string?> unit, Func<Voice, bool>? among = null, Func<Voice, double>? employee = null, int lag = 0)
    {
        var (first, second) = (Cells(Employees, EmployeeK, employee ?? (e => e.Score)), Cells(Customers, CustomerK, c => c.Score));
        var both = first.Keys.Where(c => second.ContainsKey((c.Unit, c.Wave + lag))).ToList();
        return new Alignment().Of(
            [.. both.Select(c => (c, First: first[c], Second: second[(c.Unit, c.Wave + lag)])).Select(c => new UnitWave(c.c.Unit, c.c.Wave, c.First.Average(), c.First.Count, c.Second.Average(), c.Second.Count))],
            new Terms(Audience.Employee, EmployeeK), Reliability(first, both), Reliability(second, both.Select(c => (c.Unit, c.Wave + lag))));

        Dictionary<(string Unit, int Wave), List<double>> Cells(List<Voice> voices, int k, Func<Voice, double> score) => voices.Where(v => unit(v.Unit) is not null && among?.Invoke(v) != false)
            .GroupBy(v => (Unit: unit(v.Unit)!, Wave: wave(v.Day))).Where(g => g.Count() >= k).ToDictionary(g => g.Key, g => g.Select(score).ToList());
    }

    /// <summary>(MSB - MSW)/MSB over the units.</summary>
    private static double? Reliability(Dictionary<(string Unit, int Wave), List<double>> cells, IEnumerable<(string Unit, int Wave)> compared)
    {
        var units = compared.GroupBy(c => c.Unit).Select(u => u.SelectMany(c => cells[c]).ToList()).ToList();
        if (units.Count < 2) return null;
        var (all, mean) = (units.Sum(u => u.Count), units.SelectMany(u => u).Average());
        var between = units.Sum(u => u.Count * Math.Pow(u.Average() - mean, 2)) / (units.Count - 1);
        var within = units.Sum(u => u.Sum(x => Math.Pow(x - u.Average(), 2))) / (all - units.Count);
        return Math.Max(0, (between - within) / between);
    }

    private static void Same(JsonNode row, Figure figure)
    {
        var expected = Feedback.Indicators.Anonymity.Release(figure, new Alignment(), new Terms(Audience.Employee, Math.Min(EmployeeK, CustomerK))).Value;
        Assert.That(row.Status(), Is.EqualTo("released"), row.ToJsonString());
        Assert.That((long?)row["n"], Is.EqualTo(expected.N));
        foreach (var (name, value) in (List<(string, double?)>)[("estimate", expected.Estimate), ("low", expected.Low), ("high", expected.High)]) Assert.That((double?)row[name], Is.EqualTo(value).Within(1e-9), name);
        foreach (var (name, value) in expected.Components)
        {
            var shown = row["components"]![name];
            if (value is double number) Assert.That((double?)shown, Is.EqualTo(number).Within(1e-9), name);
            else if (value is IReadOnlyList<string> names) Assert.That(shown!.AsArray().Select(n => (string?)n), Is.EqualTo(names), name);
            else Assert.That((long?)shown, Is.EqualTo(value), name);
        }
        Assert.That(expected.Components.Values, Has.Some.Not.Null);
    }
}
