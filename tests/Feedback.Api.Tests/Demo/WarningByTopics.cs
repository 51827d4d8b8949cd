using System.Globalization;
using Feedback.Api.Tests.Warnings;

namespace Feedback.Api.Tests.Demo;

/// <summary>The trouble in Branches south as a topic: named by employees in the month it begins, by customers in the first week in which they feel it, and then their scores fall.</summary>
public sealed class WarningByTopics(string engine) : StoryFixture(engine)
{
    private const string Topic = "systems";

    [Test]
    public async Task Employees_name_the_system_in_the_month_it_begins_in_the_one_unit_alone()
    {
        Assert.That(await Alarms($"audience=employee&topic={Topic}&period={Period(12)}"), Is.EquivalentTo((string[])["all", "meridian", "retail", "retail-south"]));
        for (var month = 8; month < 12; month++) Assert.That(await Alarms($"audience=employee&topic={Topic}&period={Period(month)}"), Is.Empty, Period(month));
    }

    [Test]
    public async Task Customers_name_it_in_the_first_week_and_their_scores_give_the_alarm_after_that()
    {
        var begins = DateOnly.ParseExact(Period(14) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var week = begins.AddDays(-((int)begins.DayOfWeek + 6) % 7);
        for (var before = 1; before <= 12; before++) Assert.That(await Alarms($"audience=customer&topic={Topic}&to={week.AddDays(7 - 7 * before).Day()}"), Is.Empty);
        var first = new[] { week.AddDays(7), week.AddDays(14) }.First(to => Alarms($"audience=customer&topic={Topic}&to={to.Day()}").GetAwaiter().GetResult().Contains("retail-south"));
        // What the branches' scores say of the month is known when it has ended.
        Assert.That(first, Is.LessThan(begins.AddMonths(1)));
        var rows = await Rows($"early-warning?audience=customer&by=unit&measure=effort&interval=month&where=channel:branch&to={begins.Day()}");
        Assert.That(rows.Where(r => (bool?)r["components"]!["alarm"] == true), Is.Empty, "nothing in their scores before");
    }

    [Test]
    public async Task The_lead_of_the_employees_is_two_months()
    {
        var rows = await Service.Warnings($"topic={Topic}&period={Period(17)}");
        var lead = rows.Single(r => (string?)r["stream"] == $"retail-south/topic:{Topic}" && (string?)r["audience"] == "customer")["lead"]!;
        Assert.That((lead.Number("customerAlarms"), lead.Number("hits"), lead.Number("employeeAlarms"), lead.Number("falseAlarms"), lead.Number("medianLead")), Is.EqualTo((1.0, 1.0, 1.0, 0.0, 2.0)));
        Assert.That(rows.Where(r => (string?)r["stream"] == "all"), Is.Empty, "it is about all topics");
        var all = (await Service.Warnings($"period={Period(17)}")).Single(r => (string?)r["stream"] == "all");
        Assert.That(all["lead"]!.Number("hits"), Is.GreaterThanOrEqualTo(4), "the unit, and those that hold it");
        Assert.That(all["lead"]!.Number("medianLead"), Is.EqualTo(2));
        foreach (var query in (string[])["audience=customer", "audience=customer&by=unit", $"audience=employee&period={Period(17)}"])
        {
            var summary = (await Rows($"early-warning?measure=topics&{query}")).Single(r => (string?)r["stream"] == "all");
            Assert.That((summary.Status(), summary["estimate"], summary["n"]), Is.EqualTo(("released", (System.Text.Json.Nodes.JsonNode?)null, (System.Text.Json.Nodes.JsonNode?)null)));
            Assert.That(summary["components"]!.AsObject().Where(c => c.Value is not null).Select(c => c.Key), Is.EqualTo((string[])["lead"]));
            Assert.That(summary["components"]!["lead"]!.Number("medianLead"), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task The_lead_looks_no_further_than_what_is_asked_for()
    {
        foreach (var month in new[] { 13, 14 })
        {
            var listed = (await Service.Warnings($"period={Period(month)}")).Single(r => (string?)r["stream"] == "all")["lead"]!;
            foreach (var audience in (string[])["customer", "employee"])
            {
                var lead = (await Rows($"early-warning?measure=topics&audience={audience}&period={Period(month)}")).Single(r => (string?)r["stream"] == "all")["components"]!["lead"]!;
                foreach (var name in (string[])["customerAlarms", "hits", "employeeAlarms", "falseAlarms"]) Assert.That(lead.Number(name), Is.EqualTo(listed.Number(name)), $"{name} of {audience} in {Period(month)}");
            }
        }
    }

    [Test]
    public async Task The_pages_of_the_units_that_hold_it_have_the_warning()
    {
        foreach (var (month, audience) in new[] { (12, "employee"), (14, "customer") })
        {
            var pages = (await Service.Read.GetAsync($"/v1/committee/{Period(month)}").Body())["value"]!.AsArray();
            var warned = pages.Where(p => p!["warnings"]!.AsArray().Any(w => (string?)w!["topic"] == Topic && (string?)w["audience"] == audience)).Select(p => (string?)p!["unit"]);
            Assert.That(warned, Is.EquivalentTo((string?[])[null, "meridian", "retail", "retail-south"]), audience);
            var south = pages.Single(p => (string?)p!["unit"] == "retail-south")!["warnings"]!.AsArray().First(w => (string?)w!["topic"] == Topic)!;
            Assert.That(south.AsObject().Select(m => m.Key), Is.EqualTo((string[])["audience", "topic", "title", "indicator", "from", "to"]));
            if (audience == "employee") Assert.That((string?)south["from"], Is.EqualTo(Period(month) + "-01"));
        }
        var earlier = (await Service.Read.GetAsync($"/v1/committee/{Period(11)}").Body())["value"]!.AsArray();
        Assert.That(earlier.SelectMany(p => p!["warnings"]!.AsArray()).Where(w => (string?)w!["audience"] == "employee" && w["topic"] is not null), Is.Empty);
    }

    [Test]
    public async Task How_far_back_it_is_looked_changes_nothing_of_the_last_week()
    {
        // With both audiences all there is is read, for the lead; with one no more than the last week needs.
        var both = (await Service.Warnings($"period={Period(14)}")).Where(r => (string?)r["audience"] == "customer" && r["topic"] is not null).ToList();
        var one = (await Service.Warnings($"audience=customer&period={Period(14)}")).Where(r => r["topic"] is not null).ToList();
        foreach (var row in both) row["lead"] = null;
        Assert.That(one, Has.Count.GreaterThan(300));
        Assert.That(one.Select(r => r.ToJsonString()), Is.EqualTo(both.Select(r => r.ToJsonString())));
    }

    private async Task<List<string>> Alarms(string query) =>
        [.. (await Service.Warnings($"alarm=true&{query}")).Where(r => (string?)r["stream"] != "all").Select(r => (string?)r["unit"] ?? "all")];
}
