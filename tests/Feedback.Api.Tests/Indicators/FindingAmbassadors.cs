using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Who speaks for the organisation: employees and customers at 9 or 10, all together and by unit.</summary>
public sealed class FindingAmbassadors(string engine) : TwoAudiencesFixture(engine)
{
    private string Question => $"ambassadors?survey={EmployeeSurvey}&survey={CustomerSurvey}";

    [Test]
    public async Task Shares_and_units_are_those_of_the_people_in_the_last_released_quarter()
    {
        foreach (var (level, unit) in new (string, Func<string?, string?>)[] { ("", Leaf), ("&level=2", Second), ("&level=1", Top) })
            Same(await Service.Row(Question + level), [.. Employees.Where(e => Quarter(e) == 2)], [.. Customers.Where(c => Quarter(c) == 2)], unit, Heads);
    }

    [Test]
    public async Task Units_are_named_from_three_times_k_employees_on()
    {
        var parts = (await Service.Row(Question))["components"]!;
        Assert.That((long?)parts["unitsCompared"], Is.EqualTo(9), "unit-00 is no leaf, and team, unit-01 and unit-05 are small");
        Assert.That(parts["bothUnits"]!.AsArray().Select(u => IsLarge((string)u!)), Is.Not.Empty.And.All.True);
    }

    [Test]
    public async Task A_series_compares_in_each_period_and_a_year_adds_them()
    {
        var rows = await Service.Rows(Question + "&level=2&interval=quarter");
        Assert.That(rows.Select(r => (string?)r["from"]), Is.EqualTo(new[] { "2026-01-01", "2026-04-01", "2026-07-01" }));
        foreach (var (row, quarter) in rows.Zip(Enumerable.Range(0, 3))) Same(row, [.. Employees.Where(e => Quarter(e) == quarter)], [.. Customers.Where(c => Quarter(c) == quarter)], Second, Heads);

        // A unit that is small in each quarter has more than 3k people in a year, and is no larger for that.
        var year = await Service.Row(Question + "&level=2&period=2026");
        Assert.That(Employees.Count(e => e.Unit == Units[1]), Is.GreaterThan(3 * CustomerK));
        Same(year, Employees, Customers, u => Second(u) is { } second && IsLarge(second) ? second : null);
    }

    [Test]
    public async Task A_unit_holds_those_below_it()
    {
        string[] south = ["south", .. Units[6..]];
        Same(await Service.Row(Question + "&level=2&where=unit:south"), Of(Employees), Of(Customers), Second, south.Length * 40);
        await Service.Read.GetAsync($"/v1/indicators/{Question}&where=channel:web").Problem(400, "invalid_parameter");

        List<Voice> Of(List<Voice> voices) => [.. voices.Where(v => Quarter(v) == 2 && south.Contains(v.Unit))];
    }

    [Test]
    public async Task A_unit_that_is_made_of_others_now_is_not_compared()
    {
        var units = (await Service.Read.GetAsync("/v1/units").Body())["value"]!.AsArray();
        try
        {
            // Customers are counted under the tree of today: the employees of the last quarter were other people's colleagues.
            await Tree(u => (string?)u["code"] == "team" ? Units[2] : (string?)u["parent"]);
            Assert.That((long?)(await Service.Row(Question + "&level=2"))["components"]!["unitsCompared"], Is.EqualTo(8), "neither unit-00 nor unit-02");
        }
        finally
        {
            await Tree(u => (string?)u["parent"]);
        }
        Assert.That((long?)(await Service.Row(Question + "&level=2"))["components"]!["unitsCompared"], Is.EqualTo(10));

        Task Tree(Func<JsonNode, string?> parent) => Service.Admin.Put("/v1/units", new JsonObject
        {
            ["units"] = new JsonArray([.. units.Select(u => new JsonObject { ["code"] = (string?)u!["code"], ["name"] = (string?)u["name"], ["parent"] = parent(u), ["headcount"] = (int?)u["headcount"] })]),
        }).Body();
    }

    [Test]
    public async Task Customers_below_k_leave_their_share_null_and_employees_below_three_times_k_are_withheld()
    {
        var few = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "nps", ["kind"] = "rating", ["low"] = 0, ["high"] = 10, ["measures"] = "recommend" }),
        });
        var query = $"ambassadors?survey={EmployeeSurvey}&survey={few}";
        await Service.Store(few, Enumerable.Repeat(0, CustomerK - 1).Select(_ => OfUnit()));
        var row = await Service.Row(query);
        Assert.That(row.Status(), Is.EqualTo("released"));
        Assert.That(row["components"]!["customerShare"], Is.Null);
        Assert.That((long?)row["components"]!["unitsCompared"], Is.Zero);
        await Service.Store(few, [OfUnit()]);
        row = await Service.Row(query);
        Assert.That((double?)row["components"]!["customerShare"], Is.EqualTo(100));
        Assert.That((long?)row["components"]!["unitsCompared"], Is.EqualTo(1));
        var small = await Service.Row($"{Question}&where=unit:{Units[1]}");
        Assert.That(small.Status(), Is.EqualTo("withheld"));
        Assert.That(small["components"]!.AsObject().Select(c => (c.Key, c.Value)), Is.EqualTo(new Ambassadors().Components.Select(c => (c, (JsonNode?)null))));

        static JsonObject OfUnit() => new() { ["answeredAt"] = "2026-08-03T12:00:00Z", ["about"] = new JsonObject { ["unit"] = "unit-04" }, ["answers"] = new JsonObject { ["nps"] = 9 } };
    }

    [Test]
    public async Task Csv_has_the_same_rows_and_nothing_changed_is_not_sent_again()
    {
        var query = $"/v1/indicators/{Question}&level=2&interval=quarter";
        var rows = await Service.Rows($"{Question}&level=2&interval=quarter");
        var lines = (await Service.Read.GetStringAsync(query + "&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var column = lines[0].Split(',').ToList().IndexOf("components.bothUnits");
        Assert.That(lines.Skip(1).Select(l => l.Split(',')[column]), Is.EqualTo(rows.Select(r => string.Join(';', r["components"]!["bothUnits"]!.AsArray().Select(u => (string?)u)))));
        using var again = new HttpRequestMessage(HttpMethod.Get, query);
        again.Headers.IfNoneMatch.Add((await Service.Read.GetAsync(query)).Headers.ETag!);
        Assert.That((int)(await Service.Read.SendAsync(again)).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task What_says_nothing_here_is_refused()
    {
        await Service.Read.GetAsync("/v1/indicators/ambassadors?audience=customer").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync("/v1/indicators/ambassadors?audience=employee&by=unit").Problem(400, "unknown_parameter");
        await Service.Read.GetAsync("/v1/indicators/ambassadors?audience=employee&measure=recommend").Problem(400, "unknown_parameter");
    }

    [Test]
    public async Task Shares_of_employees_move_between_quarters_and_by_an_initiative()
    {
        var row = await Service.Row("change?audience=employee&of=ambassadors&before=2026-Q1&after=2026-Q2");
        var (before, after) = (Share(Of(_ => true, 0)), Share(Of(_ => true, 1)));
        var terms = new Terms(Audience.Employee, EmployeeK);
        var expected = Feedback.Indicators.Anonymity.Release(new Change().Between(new Ambassadors(), Side(before), Side(after), terms), new Change(), terms).Value;
        Assert.That(row.Number("estimate"), Is.EqualTo(Math.Round(after.Value, 1) - Math.Round(before.Value, 1)).Within(1e-9), "of the figures as they are served");
        Assert.That(row["components"]!.Number("p"), Is.EqualTo((double)expected.Components["p"]!).Within(1e-9));

        string[] touched = [.. Units.Take(4)];
        await Service.Admin.Put("/v1/initiatives/fa-pride", new JsonObject { ["title"] = "Pride", ["from"] = "2026-04-01", ["units"] = new JsonArray([.. touched.Select(u => JsonValue.Create(u))]) }).Body(201);
        row = await Service.Row("change?audience=employee&of=ambassadors&initiative=fa-pride");
        terms = new Terms(Audience.Employee, Math.Max(EmployeeK, CustomerK));
        var effect = Feedback.Indicators.Anonymity.Release(InitiativeEffect.Of([.. Units.Where(IsLarge).Select(u => new InitiativeUnit(u, touched.Contains(u), Share(Of(v => Second(v) == u, 0)), Share(Of(v => Second(v) == u, 1))))], terms), new Change(), terms).Value;
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo(("released", effect.N)));
        Assert.That(row.Number("estimate"), Is.EqualTo(effect.Estimate!.Value).Within(1e-9));
        Assert.That(row.Number("low"), Is.EqualTo(effect.Low!.Value).Within(1e-9));

        List<Voice> Of(Func<string?, bool> unit, int quarter) => [.. Employees.Where(v => (v.Day.Month - 1) / 3 == quarter && unit(v.Unit))];

        static Sample.Share Share(List<Voice> voices) => new(voices.Count(v => v.Recommend >= 9), voices.Count);

        static ChangeSide Side(Sample.Share share) => new(new Ambassadors().Of(Voices(share), Feedback.Indicators.Counts.Empty, [], new Terms(Audience.Employee, EmployeeK)), share);

        static Counts Voices(Sample.Share share) => new(
            [new ItemCounts("nps", "recommend", null, 0, 10, false, [ValueCount.Unweighted(9, true, share.Count), ValueCount.Unweighted(5, true, share.N - share.Count)])], [], []);
    }

    /// <summary>All there are: known of the whole in one period.</summary>
    private static int Heads => (Units.Length + 3) * 40;

    private static int Quarter(Voice voice) => (voice.Day.Month - 1) / 3;

    private static string? Leaf(string? unit) => unit is null or "north" or "south" || unit == Units[0] ? null : unit;

    private static string? Top(string? unit) => unit switch { null => null, "north" or "south" => unit, _ => Array.IndexOf(Units, Second(unit)) < 6 ? "north" : "south" };

    /// <summary>Compares a row with what the library makes of the people, those of each unit together.</summary>
    private static void Same(JsonNode row, List<Voice> employees, List<Voice> customers, Func<string?, string?> unit, long? headcount = null)
    {
        var terms = new Terms(Audience.Employee, Math.Max(EmployeeK, CustomerK), Headcount: headcount) { Whole = Counts(employees) };
        var units = employees.Select(e => unit(e.Unit)).OfType<string>().Distinct()
            .Select(u => new AmbassadorUnit(u, Counts([.. employees.Where(e => unit(e.Unit) == u)]), Counts([.. customers.Where(c => unit(c.Unit) == u)])));
        var expected = Feedback.Indicators.Anonymity.Release(new Ambassadors().Of(Counts(employees), Counts(customers), [.. units], terms), new Ambassadors(), terms).Value;
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo(("released", expected.N)));
        foreach (var (name, value) in (List<(string, double?)>)[("estimate", expected.Estimate), ("low", expected.Low), ("high", expected.High)]) Assert.That((double?)row[name], Is.EqualTo(value).Within(1e-9), name);
        var parts = row["components"]!;
        Assert.That(Percent(employees), Is.EqualTo((double)parts["employeeShare"]!).Within(.05 + 1e-9));
        Assert.That(parts["bothUnits"]!.AsArray().Select(u => (string?)u), Is.EqualTo((IEnumerable<string>)expected.Components["bothUnits"]!));
        foreach (var (name, value) in expected.Components.Where(c => c.Key != "bothUnits")) Assert.That((double?)parts[name], Is.EqualTo(value is null ? null : Convert.ToDouble(value, null)), name);
    }

    private static double Percent(List<Voice> voices) => 100.0 * voices.Count(v => v.Recommend >= 9) / voices.Count;

    private static Counts Counts(List<Voice> voices) => new(
        [new ItemCounts("nps", "recommend", null, 0, 10, false, [.. voices.GroupBy(v => v.Recommend).Select(g => ValueCount.Unweighted(g.Key, true, g.Count()))])], [], []);
}
