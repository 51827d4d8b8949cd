using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Who speaks for the organisation: employees and customers at 9 or 10, all together and by unit.</summary>
public sealed class FindingAmbassadors(string engine) : TwoAudiencesFixture(engine)
{
    [Test]
    public async Task Shares_and_units_are_those_of_the_people()
    {
        Same(await Service.Row("ambassadors?audience=employee"), Employees, Customers, u => u);
        Same(await Service.Row("ambassadors?audience=employee&level=2"), Employees, Customers, Second);
        Same(await Service.Row("ambassadors?audience=employee&level=1"), Employees, Customers, Top);
    }

    [Test]
    public async Task A_series_compares_in_each_period()
    {
        var rows = await Service.Rows("ambassadors?audience=employee&level=2&interval=quarter");
        Assert.That(rows.Select(r => (string?)r["from"]), Is.EqualTo(new[] { "2026-01-01", "2026-04-01", "2026-07-01" }));
        foreach (var (row, quarter) in rows.Zip(Enumerable.Range(0, 3)))
        {
            // 640 heads in all: the whole organisation, one survey, one of its periods.
            Same(row, Of(Employees), Of(Customers), Second, (Units.Length + 3) * 40);

            List<Voice> Of(List<Voice> voices) => [.. voices.Where(v => (v.Day.Month - 1) / 3 == quarter)];
        }
        var part = await Service.Rows("ambassadors?audience=employee&interval=month&from=2026-02-10&to=2026-03-05");
        Assert.That(part.Select(r => ((string?)r["from"], (string?)r["to"])), Is.EqualTo(new[] { ("2026-02-10", "2026-03-01"), ("2026-03-01", "2026-03-05") }));
        Assert.That((double?)part[0]["components"]!["customerShare"], Is.EqualTo(Percent([.. Customers.Where(c => c.Day.Month == 2 && c.Day.Day >= 10)])).Within(1e-9));
    }

    [Test]
    public async Task A_unit_holds_those_below_it()
    {
        string[] south = ["south", .. Units[6..]];
        Same(await Service.Row("ambassadors?audience=employee&level=2&where=unit:south"), Of(Employees), Of(Customers), Second);
        await Service.Read.GetAsync("/v1/indicators/ambassadors?audience=employee&where=channel:web").Problem(400, "invalid_parameter");

        List<Voice> Of(List<Voice> voices) => [.. voices.Where(v => south.Contains(v.Unit))];
    }

    [Test]
    public async Task Customers_below_k_leave_their_share_null_and_employees_below_k_are_withheld()
    {
        var few = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "nps", ["kind"] = "rating", ["low"] = 0, ["high"] = 10, ["measures"] = "recommend" }),
        });
        // Tests, which no other question counts.
        var query = $"ambassadors?survey={EmployeeSurvey}&survey={few}&includeTest=true";
        await Service.Store(few, Enumerable.Repeat(0, CustomerK - 1).Select(_ => Test()));
        var row = await Service.Row(query);
        Assert.That(row.Status(), Is.EqualTo("released"));
        Assert.That(row["components"]!["customerShare"], Is.Null);
        Assert.That((long?)row["components"]!["unitsCompared"], Is.Zero);
        await Service.Store(few, [Test()]);
        row = await Service.Row(query);
        Assert.That((double?)row["components"]!["customerShare"], Is.EqualTo(100));
        Assert.That((long?)row["components"]!["unitsCompared"], Is.EqualTo(1));
        var nobody = await Service.Row("ambassadors?audience=employee&to=2026-01-01");
        Assert.That(nobody.Status(), Is.EqualTo("withheld"));
        Assert.That(nobody["components"]!.AsObject().Select(c => (c.Key, c.Value)), Is.EqualTo(new Ambassadors().Components.Select(c => (c, (JsonNode?)null))));

        static JsonObject Test() => new() { ["isTest"] = true, ["about"] = new JsonObject { ["unit"] = "unit-03" }, ["answers"] = new JsonObject { ["nps"] = 9 } };
    }

    [Test]
    public async Task Csv_has_the_same_rows_and_nothing_changed_is_not_sent_again()
    {
        const string query = "/v1/indicators/ambassadors?audience=employee&level=2&interval=quarter";
        var rows = await Service.Rows(query.Split('/')[^1]);
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
        var effect = Feedback.Indicators.Anonymity.Release(InitiativeEffect.Of([.. Units.Select(u => new InitiativeUnit(u, touched.Contains(u), Share(Of(v => Second(v) == u, 0)), Share(Of(v => Second(v) == u, 1))))], terms), new Change(), terms).Value;
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo(("released", effect.N)));
        Assert.That(row.Number("estimate"), Is.EqualTo(effect.Estimate!.Value).Within(1e-9));
        Assert.That(row.Number("low"), Is.EqualTo(effect.Low!.Value).Within(1e-9));

        List<Voice> Of(Func<string?, bool> unit, int quarter) => [.. Employees.Where(v => (v.Day.Month - 1) / 3 == quarter && unit(v.Unit))];

        static Sample.Share Share(List<Voice> voices) => new(voices.Count(v => v.Recommend >= 9), voices.Count);

        static ChangeSide Side(Sample.Share share) => new(new Ambassadors().Of(Voices(share), Feedback.Indicators.Counts.Empty, [], new Terms(Audience.Employee, EmployeeK)), share);

        static Counts Voices(Sample.Share share) => new(
            [new ItemCounts("nps", "recommend", null, 0, 10, false, [ValueCount.Unweighted(9, true, share.Count), ValueCount.Unweighted(5, true, share.N - share.Count)])], [], []);
    }

    private static string? Top(string? unit) => unit switch { null => null, "north" or "south" => unit, _ => Array.IndexOf(Units, Second(unit)) < 6 ? "north" : "south" };

    private static void Same(JsonNode row, List<Voice> employees, List<Voice> customers, Func<string?, string?> unit, long? headcount = null)
    {
        var terms = new Terms(Audience.Employee, EmployeeK, Headcount: headcount);
        var expected = Feedback.Indicators.Anonymity.Release(new Ambassadors().Of(Counts(employees), Counts(customers), [], terms), new Ambassadors(), terms).Value;
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo(("released", expected.N)));
        foreach (var (name, value) in (List<(string, double?)>)[("estimate", expected.Estimate), ("low", expected.Low), ("high", expected.High)]) Assert.That((double?)row[name], Is.EqualTo(value).Within(1e-9), name);
        var parts = row["components"]!;
        var compared = Groups(employees, EmployeeK).Join(Groups(customers, CustomerK), e => e.Key, c => c.Key, (e, c) => (e.Key, Inside: Percent([.. e]), Outside: Percent([.. c]))).ToList();
        var both = compared.Where(u => u.Inside > Percent(employees) && u.Outside > Percent(customers)).Select(u => u.Key).Order(StringComparer.Ordinal).ToList();
        Assert.That(((double?)parts["employeeShare"], (double?)parts["customerShare"]), Is.EqualTo(((double?)expected.Components["employeeShare"], (double?)expected.Components["customerShare"])));
        Assert.That(Percent(employees), Is.EqualTo((double)parts["employeeShare"]!).Within(.05));
        Assert.That((long?)parts["unitsCompared"], Is.EqualTo(compared.Count));
        Assert.That(parts["bothUnits"]!.AsArray().Select(u => (string?)u), Is.EqualTo(both));
        Assert.That((double?)parts["bothUnitShare"], Is.EqualTo(Math.Round(100m * both.Count / compared.Count, 1, MidpointRounding.AwayFromZero)));

        IEnumerable<IGrouping<string?, Voice>> Groups(List<Voice> voices, int k) => voices.Where(v => unit(v.Unit) is not null).GroupBy(v => unit(v.Unit)).Where(g => g.Count() >= k);
    }

    private static double Percent(List<Voice> voices) => 100.0 * voices.Count(v => v.Recommend >= 9) / voices.Count;

    private static Counts Counts(List<Voice> voices) => new(
        [new ItemCounts("nps", "recommend", null, 0, 10, false, [.. voices.GroupBy(v => v.Recommend).Select(g => ValueCount.Unweighted(g.Key, true, g.Count()))])], [], []);
}
