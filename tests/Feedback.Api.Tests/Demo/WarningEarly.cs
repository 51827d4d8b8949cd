namespace Feedback.Api.Tests.Demo;

/// <summary>The trouble in Branches south month by month: when employees' scores give the alarm, when customers', and what the champions' pages say.</summary>
public sealed class WarningEarly(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task Employees_give_the_alarm_in_the_month_it_begins_and_customers_two_months_later()
    {
        Assert.That(await Alarms("employee", 12, "measure=trust"), Is.EqualTo((string[])["retail-south"]));
        Assert.That(await Alarms("customer", 12, "measure=effort&interval=month&where=channel:branch"), Is.Empty);
        Assert.That(await Alarms("customer", 13, "measure=effort&interval=month&where=channel:branch"), Is.Empty);
        Assert.That(await Alarms("customer", 14, "measure=effort&interval=month&where=channel:branch"), Is.EqualTo((string[])["retail-south"]));
    }

    [Test]
    public async Task The_page_of_the_units_champion_says_what_moved()
    {
        var moved = await Moved(12);
        var first = moved.Where(m => m.Unit == "retail-south").ToList();
        Assert.That(first.Select(m => m.Audience).Distinct(), Is.EqualTo((string[])["employee"]));
        Assert.That(first.Select(m => m.Indicator), Does.Contain("trust"));
        // Each page errs once in twenty; more than three of sixteen do so with a probability below .01 (binomial).
        Assert.That(moved.Where(m => m.Unit is not ("retail-south" or "retail" or "meridian" or null)).Select(m => m.Unit).Distinct().Count(), Is.LessThanOrEqualTo(3));
        var later = (await Moved(14)).Where(m => m.Unit == "retail-south").ToList();
        Assert.That(later.Select(m => m.Audience).Distinct(), Is.EqualTo((string[])["customer"]));
        Assert.That(later.Select(m => m.Indicator), Does.Contain("satisfaction").And.Contain("trust").And.Contain("journey-pass"));
    }

    /// <summary>The units whose stream gives the alarm in a month.</summary>
    private async Task<List<string?>> Alarms(string audience, int month, string parameters) =>
        [.. (await Rows($"early-warning?audience={audience}&by=unit&to={Period(month + 1)}-01&{parameters}"))
            .Where(r => (bool?)r["components"]!["alarm"] == true).Select(r => (string?)r["unit"])];

    private async Task<List<(string? Unit, string? Indicator, string? Audience)>> Moved(int month) =>
        [.. (await Service.Read.GetAsync($"/v1/committee/{Period(month)}").Body())["value"]!.AsArray()
            .SelectMany(page => page!["moved"]!.AsArray().Select(m => ((string?)page["unit"], (string?)m!["indicator"], (string?)m["audience"])))];
}
