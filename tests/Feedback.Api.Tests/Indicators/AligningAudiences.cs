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
        Same(row, Expected(Quarter, Leaf));
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
        var ofEmployees = await Service.Row("alignment?audience=employee&level=2&measure=recommend&with=item:rating");
        // Recommending has a figure of its own, which is no mean: of a small unit there is none to compare.
        Same(ofEmployees, Expected(Quarter, u => Second(u) is { } second && IsLarge(second) ? second : null, employee: e => 10.0 * e.Recommend));
        var ofCustomers = await Service.Row("alignment?audience=customer&level=2&with=recommend");
        Assert.That(ofCustomers["components"]!.ToJsonString(), Is.EqualTo(ofEmployees["components"]!.ToJsonString()));
        Same(await Service.Row($"alignment?survey={EmployeeSurvey}&survey={CustomerSurvey}&level=2"), Expected(Quarter, Second));
    }

    [Test]
    public async Task A_range_and_filters_hold_for_both_sides()
    {
        Same(await Service.Row("alignment?audience=employee&level=2&period=2026-Q2"), Expected(Quarter, Second, v => Quarter(v.Day) == 1));
        Assert.That((await Service.Row("alignment?audience=employee&where=unit:north")).Status(), Is.EqualTo("insufficient"));
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&where=grade:1").Problem(400, "unknown_dimension");
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=customer&where=weather:1").Problem(400, "unknown_dimension");
        await Service.Read.GetAsync("/v1/indicators/change?of=alignment&audience=employee&before=grade:1&after=grade:2").Problem(400, "unknown_dimension");
    }

    [Test]
    public async Task Only_released_cells_of_employees_are_compared()
    {
        var web = (await Service.Rows("engagement?audience=employee&where=channel:web&by=unit&interval=quarter")).Where(r => r.Status() == "released")
            .Select(r => ((string)r["unit"]!, Quarter(DateOnly.Parse((string)r["from"]!, null)))).ToHashSet();
        Assert.That(Employees.Where(e => e.Channel == "web" && Second(e.Unit) is not null).GroupBy(e => (Second(e.Unit)!, Quarter(e.Day))).Where(g => g.Count() >= EmployeeK).Select(g => g.Key), Has.Some.Matches<(string, int)>(c => !web.Contains(c)), "A cell with k people is not released.");
        Same(await Service.Row("alignment?audience=employee&level=2&where=channel:web"), Expected(Quarter, Second, v => v.Channel == "web", released: web.Contains));
    }

    [Test]
    public async Task A_unit_that_is_made_of_others_now_is_left_out()
    {
        var units = (await Service.Read.GetAsync("/v1/units").Body())["value"]!.AsArray();
        try
        {
            await Tree(u => (string?)u["code"] == "team" ? Units[2] : (string?)u["parent"]);
            Same(await Service.Row("alignment?audience=employee&level=2"), Expected(Quarter, u => Second(u) is { } second && second != Units[0] && second != Units[2] ? second : null));
        }
        finally
        {
            await Tree(u => (string?)u["parent"]);
        }

        Task Tree(Func<JsonNode, string?> parent) => Service.Admin.Put("/v1/units", new JsonObject
        {
            ["units"] = new JsonArray([.. units.Select(u => new JsonObject { ["code"] = (string?)u!["code"], ["name"] = (string?)u["name"], ["parent"] = parent(u), ["headcount"] = (int?)u["headcount"] })]),
        }).Body();
    }

    [Test]
    public async Task Nobody_in_reach_is_withheld_with_every_column()
    {
        var row = await Service.Row("alignment?audience=customer&to=2026-01-01");
        Assert.That(row.Status(), Is.EqualTo("withheld"));
        Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(new Alignment().Components));
        Assert.That(row["components"]!.AsObject().Select(c => c.Value).Append(row["estimate"]).Append(row["n"]), Is.All.Null);
        await Service.Read.GetAsync("/v1/indicators/alignment?audience=employee&period=2025").Problem(404, "period_not_released");
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
        string[] questions = ["", "&lag=1", "&level=2", "&interval=year", "&interval=year&period=2026", "&period=2026-Q1", "&period=2026-Q2", "&with=recommend"];
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
        Same(await Service.Row("alignment?audience=employee&outcome=retention&level=2&period=2026-Q2"), Joined(v => Second(v), v => v.Unit != "north" && v.Period == 20262));
        var row = await Service.Row("alignment?audience=employee&outcome=retention&level=2");
        Assert.That(row["components"]!["disattenuatedR"], Is.Null);
        Assert.That((await Service.Row("alignment?audience=customer&outcome=retention&level=2")).Number("estimate"), Is.Not.EqualTo(row.Number("estimate")));
        Assert.That((await Service.Row("alignment?audience=employee&outcome=retention&level=2&where=unit:south")).Status(), Is.EqualTo("insufficient"), "six units");
        // Without the unit that holds others, or in the quarters in which it has no number, nobody counts twice.
        Same(await Service.Row("alignment?audience=employee&outcome=retention&period=2026-Q3"), Joined(v => Second(v), v => v.Unit != "north" && v.Period == 20263));
        await Outcome("turnover", [.. values.Where(v => v.Unit != "north").Select(v => (v.Unit, v.Period, v.Value))]);
        Same(await Service.Row("alignment?audience=employee&outcome=turnover"), Joined(v => Second(v), v => v.Unit != "north"));

        Figure Joined(Func<string?, string?> unit, Func<OutcomeValue, bool> which, int lag = 0)
        {
            var people = Cells(Employees, EmployeeK, Quarter, unit, e => e.Score, isServed: true);
            return new Alignment().Of([.. values.Where(which).Select(v => (v, Wave: v.Period % 10 - 1 - lag)).Where(v => people.ContainsKey((v.v.Unit, v.Wave)))
                .Select(v => new UnitWave(v.v.Unit, v.Wave, people[(v.v.Unit, v.Wave)].Mean, people[(v.v.Unit, v.Wave)].N, v.v.Value, double.PositiveInfinity))], new Terms(Audience.Employee, EmployeeK));
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
        foreach (var within in (string[])["", "&where=unit:south", "&period=2026"])
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

    private static string? Leaf(string? unit) => unit is null or "north" or "south" || unit == Units[0] ? null : unit;

    /// <summary>The figure from the people, past the service.</summary>
    private Figure Expected(Func<DateOnly, int> wave, Func<string?, string?> unit, Func<Voice, bool>? among = null, Func<Voice, double>? employee = null, int lag = 0, Func<(string Unit, int Wave), bool>? released = null)
    {
        var first = Cells([.. Employees.Where(e => among?.Invoke(e) != false)], EmployeeK, wave, unit, employee ?? (e => e.Score), isServed: true);
        var second = Cells([.. Customers.Where(c => among?.Invoke(c) != false)], CustomerK, wave, unit, c => c.Score, isServed: false);
        var both = first.Keys.Where(c => second.ContainsKey((c.Unit, c.Wave + lag)) && released?.Invoke(c) != false).ToList();
        return new Alignment().Of(
            [.. both.Select(c => (c, First: first[c], Second: second[(c.Unit, c.Wave + lag)])).Select(c => new UnitWave(c.c.Unit, c.c.Wave, c.First.Mean, c.First.N, c.Second.Mean, c.Second.N))],
            new Terms(Audience.Employee, EmployeeK), Reliability(first, both), Reliability(second, both.Select(c => (c.Unit, c.Wave + lag))));
    }

    /// <summary>People, mean and variance of each cell. As they are served: means to 0.1, and where any quarter has fewer than 3k the spread of everybody.</summary>
    private Dictionary<(string Unit, int Wave), (int N, double Mean, double Variance)> Cells(List<Voice> voices, int k, Func<DateOnly, int> wave, Func<string?, string?> unit, Func<Voice, double> score, bool isServed)
    {
        return voices.Where(v => unit(v.Unit) is not null).GroupBy(v => (Unit: unit(v.Unit)!, Wave: wave(v.Day))).Where(g => g.Count() >= k).ToDictionary(g => g.Key, g =>
        {
            var isSmall = isServed && g.GroupBy(v => Quarter(v.Day)).Any(q => q.Count() < 3 * k);
            var spread = isSmall ? Employees.Where(e => wave(e.Day) == g.Key.Wave) : g;
            return (g.Count(), isServed ? Math.Round(g.Average(score), 1, MidpointRounding.AwayFromZero) : g.Average(score), Variance([.. spread.Select(score)]));
        });

        static double Variance(double[] scores) => scores.Sum(x => Math.Pow(x - scores.Average(), 2)) / (scores.Length - 1);
    }

    /// <summary>(MSB - MSW)/MSB over the units, each of its cells together.</summary>
    private static double? Reliability(Dictionary<(string Unit, int Wave), (int N, double Mean, double Variance)> cells, IEnumerable<(string Unit, int Wave)> compared)
    {
        var units = compared.GroupBy(c => c.Unit).Select(u => Together([.. u.Select(c => cells[c])])).ToList();
        if (units.Count < 2) return null;
        var (all, mean) = (units.Sum(u => u.N), units.Sum(u => u.N * u.Mean) / units.Sum(u => u.N));
        var between = units.Sum(u => u.N * Math.Pow(u.Mean - mean, 2)) / (units.Count - 1);
        var within = units.Sum(u => u.Squares) / (all - units.Count);
        return Math.Max(0, (between - within) / between);

        static (int N, double Mean, double Squares) Together(List<(int N, double Mean, double Variance)> parts)
        {
            var mean = parts.Sum(p => p.N * p.Mean) / parts.Sum(p => p.N);
            return (parts.Sum(p => p.N), mean, parts.Sum(p => (p.N - 1) * p.Variance + p.N * Math.Pow(p.Mean - mean, 2)));
        }
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
