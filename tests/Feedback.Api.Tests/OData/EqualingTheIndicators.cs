using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.OData;

/// <summary>A row of Figures is what the indicator answers for the same survey, period, unit and value, and there is one for every cell.</summary>
public sealed class EqualingTheIndicators(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Units = ["top", "east", "west", "west-1", "west-2", "silent"], Channels = ["web", "desk", "=phone"];

    private string _customers = "", _employees = "";

    [OneTimeSetUp]
    public async Task HaveAnswers()
    {
        await Service.Admin.Put("/v1/units", JsonNode.Parse("""
            {"units":[{"code":"top","name":"Top","headcount":10},{"code":"east","name":"East","parent":"top","headcount":300},{"code":"west","name":"West","parent":"top","headcount":20},
            {"code":"west-1","name":"West 1","parent":"west","headcount":300},{"code":"west-2","name":"West 2","parent":"west","headcount":300},{"code":"silent","name":"Silent","parent":"top","headcount":40}]}
            """)!).Body();
        _customers = await Service.Publish(CustomerSurvey());
        _employees = await Service.PublishByCode(EmployeeSurvey());
        var dice = new Random(8);
        await Service.Store(_customers, Enumerable.Range(0, 1_500).Select(_ => Answer(dice, $"{2025 + dice.Next(2)}-{1 + dice.Next(3) * 2:D2}-{1 + dice.Next(28):D2}", 5, ["capability", "reliability", "transparency", "humanity", "branch", "phone", "satisfaction", "effort", "nps"])));
        foreach (var month in (string[])["2026-08", "2026-09"])
        {
            await Service.StoreInvited(_employees, Enumerable.Range(0, 400).Select(_ => Answer(dice, $"{month}-{1 + dice.Next(28):D2}", 7, ["capability", "reliability", "transparency", "humanity", "pride", "advocacy", "together", "recommended"])));
            await Service.Release(month);
        }
    }

    [Test]
    public async Task Every_figure_is_the_one_that_the_indicator_answers()
    {
        var (rows, dice) = (await Service.FeedRows("Figures"), new Random(3));
        var asked = rows.OrderBy(_ => dice.Next()).GroupBy(r => ((string)r["indicator"]!, (string)r["audience"]!, (string)r["interval"]!, r["unit"] is null, r["dimension"] is null)).SelectMany(g => g.Take(3)).ToList();
        Assert.That(asked, Has.Count.GreaterThan(250));
        foreach (var row in asked)
        {
            var query = QueryOf(row);
            var answered = (await Service.Rows(query)).Single(r => (string?)r["facet"] is null or "all");
            foreach (var column in (string[])["estimate", "low", "high", "n", "status", "bound"])
                Assert.That(row[column]?.ToJsonString(), Is.EqualTo(answered[column]?.ToJsonString()), $"{column} of {query}\n{row.ToJsonString()}");
        }
    }

    [Test]
    public async Task The_whole_and_each_unit_have_a_row_in_every_period_and_values_where_k_customers_answered()
    {
        var rows = (await Service.FeedRows("Figures")).Where(r => (string)r["survey"]! == _customers && (string)r["indicator"]! == "recommend").ToList();
        var whole = rows.Where(r => r["dimension"] is null).Select(r => ((string)r["interval"]!, (string)r["from"]!, (string?)r["unit"])).ToList();
        var months = ((int[])[2025, 2026]).SelectMany(y => ((int[])[1, 3, 5]).Select(m => ("month", $"{y}-{m:D2}-01")));
        var quarters = ((int[])[2025, 2026]).SelectMany(y => ((int[])[1, 4]).Select(m => ("quarter", $"{y}-{m:D2}-01")));
        var years = ((int[])[2025, 2026]).Select(y => ("year", $"{y}-01-01"));
        Assert.That(whole, Is.EquivalentTo(months.Concat(quarters).Concat(years).SelectMany(p => Units.Prepend(null).Select(u => (p.Item1, p.Item2, u)))));
        foreach (var period in rows.GroupBy(r => ((string)r["interval"]!, From: (string)r["from"]!, To: (string)r["to"]!, Unit: (string?)r["unit"])))
        {
            var unit = period.Key.Unit is null ? "" : $"&where=unit:{period.Key.Unit}";
            var many = (await Service.Rows($"listening?survey={_customers}&from={period.Key.From}&to={period.Key.To}&by=channel{unit}")).Where(r => r["channel"] is not null && r["n"] is not null).Select(r => (string)r["channel"]!);
            Assert.That(period.Where(r => r["dimension"] is not null).Select(r => (string)r["value"]!), Is.EquivalentTo(many), period.Key.ToString());
        }
        Assert.That(rows.Any(r => r["dimension"] is not null), "Some cells have k people.");
    }

    [Test]
    public async Task Employees_have_a_row_for_every_listed_value_of_every_unit_of_every_released_period()
    {
        var rows = (await Service.FeedRows("Figures")).Where(r => (string)r["survey"]! == _employees && (string)r["indicator"]! == "trust" && (string)r["interval"]! == "month").ToList();
        var months = ((string[])["2026-08-01", "2026-09-01"]).SelectMany(from => Units.Prepend(null).Select(unit => (from, unit))).ToList();
        Assert.That(rows.Where(r => r["dimension"] is null).Select(r => ((string)r["from"]!, (string?)r["unit"])), Is.EquivalentTo(months));
        Assert.That(rows.Where(r => r["dimension"] is not null).Select(r => ((string)r["from"]!, (string?)r["unit"], (string)r["value"]!)), Is.EquivalentTo(months.SelectMany(m => Channels.Select(c => (m.from, m.unit, c)))));
        Assert.That(rows.Select(r => r.Status()).Distinct(), Is.EquivalentTo((string[])["released", "withheld"]));
    }

    [Test]
    public async Task Counts_of_answers_are_the_distribution_of_the_item()
    {
        foreach (var cell in (await Service.FeedRows("ItemCounts")).Where(r => (string)r["item"]! is "nps" or "used").GroupBy(r => ((string)r["item"]!, (string)r["from"]!, (string)r["to"]!, Unit: (string?)r["unit"], Value: (string?)r["value"])).Where((_, i) => i % 7 == 0))
        {
            var (item, from, to, unit, value) = cell.Key;
            var query = $"/v1/items?survey={_customers}&from={from}&to={to}" + (unit is null ? "" : $"&where=unit:{unit}") + (value is null ? "" : "&where=" + Uri.EscapeDataString("channel:" + value));
            var row = (await Service.Read.GetAsync(query).Body())["value"]!.AsArray().Single(r => (string)r!["item"]! == item)!;
            var expected = row["distribution"]?.AsArray().Select(d => ((string?)d!["option"] ?? ((int)d["value"]!).ToString(CultureInfo.InvariantCulture), (long?)d["n"])).ToList();
            if (expected is null) Assert.That(cell.Select(r => (long?)r["n"]), Is.All.Null);
            else Assert.That(cell.Select(r => ((string)r["answer"]!, (long?)r["n"])), Is.EqualTo(expected), query);
        }
    }

    private static string QueryOf(JsonNode row)
    {
        var (from, to, interval) = (DateOnly.Parse((string)row["from"]!, CultureInfo.InvariantCulture), (string)row["to"]!, (string)row["interval"]!);
        var period = interval switch { "month" => $"{from:yyyy-MM}", "quarter" => $"{from.Year}-Q{(from.Month + 2) / 3}", _ => $"{from.Year}" };
        // A figure that looks back a period has the length of the row's.
        var text = $"{row["indicator"]}?survey={row["survey"]}&period={period}" + ((string)row["indicator"]! == "inertia" ? $"&interval={interval}" : "");
        if ((string?)row["unit"] is { } unit) text += $"&where=unit:{unit}";
        if ((string?)row["dimension"] is { } dimension) text += "&where=" + Uri.EscapeDataString($"{dimension}:{row["value"]}");
        return text;
    }

    private static JsonObject Answer(Random dice, string day, int high, string[] items)
    {
        var unit = Units[dice.Next(Units.Length - 1)];
        var answers = new JsonObject();
        foreach (var item in items)
        {
            if (dice.Next(12) > 0) answers[item] = item is "nps" or "recommended" ? Math.Min(10, dice.Next(4, 12)) : Math.Clamp(dice.Next(2, high + 2) - (unit == "east" ? 1 : 0), 1, high);
        }
        if (answers.Count == 0) answers[items[0]] = high;
        if (high == 5 && dice.Next(2) == 0) answers["used"] = new JsonArray(dice.Next(2) == 0 ? ["wifi"] : ["wifi", "lounge"]);
        var about = new JsonObject { ["unit"] = unit };
        if (dice.Next(9) > 0) about["channel"] = Channels[dice.Next(20) / 9];
        return new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["answeredAt"] = day + "T12:00:00Z", ["about"] = about, ["answers"] = answers };
    }

    private static JsonObject CustomerSurvey() => JsonNode.Parse("""
        {"audience":"customer","title":"Shop","dimensions":["channel"],"items":[
        {"code":"capability","kind":"rating","text":"a","low":1,"high":5,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"b","low":1,"high":5,"measures":"trust.reliability"},
        {"code":"transparency","kind":"rating","text":"c","low":1,"high":5,"measures":"trust.transparency","reversed":true},{"code":"humanity","kind":"rating","text":"d","low":1,"high":5,"measures":"trust.humanity"},
        {"code":"branch","kind":"rating","text":"e","low":1,"high":5,"measures":"experience","touchpoint":"branch"},{"code":"phone","kind":"rating","text":"f","low":1,"high":5,"measures":"experience","touchpoint":"phone"},
        {"code":"satisfaction","kind":"rating","text":"g","low":1,"high":5,"measures":"satisfaction"},{"code":"effort","kind":"rating","text":"h","low":1,"high":5,"measures":"effort"},
        {"code":"nps","kind":"rating","text":"i","low":0,"high":10,"measures":"recommend"},
        {"code":"used","kind":"choice","text":"j","multiple":true,"options":[{"code":"wifi","text":"W"},{"code":"lounge","text":"L"},{"code":"never","text":"N"}]}]}
        """)!.AsObject();

    private static JsonObject EmployeeSurvey() => JsonNode.Parse("""
        {"audience":"employee","title":"Pulse","dimensions":[{"name":"channel","values":["web","desk","=phone"]}],"items":[
        {"code":"capability","kind":"rating","text":"a","low":1,"high":7,"measures":"trust.capability"},{"code":"reliability","kind":"rating","text":"b","low":1,"high":7,"measures":"trust.reliability"},
        {"code":"transparency","kind":"rating","text":"c","low":1,"high":7,"measures":"trust.transparency"},{"code":"humanity","kind":"rating","text":"d","low":1,"high":7,"measures":"trust.humanity"},
        {"code":"pride","kind":"rating","text":"e","low":1,"high":7,"measures":"engagement.pride"},{"code":"advocacy","kind":"rating","text":"f","low":1,"high":7,"measures":"engagement.advocacy"},
        {"code":"together","kind":"rating","text":"g","low":1,"high":7,"measures":"collaboration"},{"code":"recommended","kind":"rating","text":"h","low":0,"high":10,"measures":"recommend"}]}
        """)!.AsObject();
}
