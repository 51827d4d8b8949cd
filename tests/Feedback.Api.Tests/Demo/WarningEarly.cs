using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>The trouble in Branches south month by month: when employees' scores give the alarm, when customers', and what the champions' pages say.</summary>
public sealed class WarningEarly(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task Employees_give_the_alarm_in_the_month_it_begins_and_customers_two_months_later()
    {
        Assert.That(await Alarms($"audience=employee&measure=trust&period={Period(12)}"), Is.EqualTo((string[])["retail-south"]));
        Assert.That(await AlarmsOfBranches(12), Is.Empty);
        Assert.That(await AlarmsOfBranches(13), Is.Empty);
        Assert.That(await AlarmsOfBranches(14), Is.EqualTo((string[])["retail-south"]));
    }

    [Test]
    public async Task No_other_unit_of_employees_is_quiet_because_its_months_are_withheld()
    {
        var rows = await Rows($"early-warning?audience=employee&by=unit&measure=trust&period={Period(12)}");
        Assert.That(rows.Where(r => r.Status() != "released").Select(r => (string?)r["unit"]), Is.EqualTo((string[])[Stories.SilentUnit]));
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

    private Task<List<string?>> AlarmsOfBranches(int month) => Alarms($"audience=customer&measure=effort&interval=month&where=channel:branch&to={Period(month + 1)}-01");

    /// <summary>The units whose stream gives the alarm in the last period asked for.</summary>
    private async Task<List<string?>> Alarms(string parameters) =>
        [.. (await Rows($"early-warning?by=unit&{parameters}")).Where(r => (bool?)r["components"]!["alarm"] == true).Select(r => (string?)r["unit"])];

    private async Task<List<(string? Unit, string? Indicator, string? Audience)>> Moved(int month) =>
        [.. (await Service.Read.GetAsync($"/v1/committee/{Period(month)}").Body())["value"]!.AsArray()
            .SelectMany(page => page!["moved"]!.AsArray().Select(m => ((string?)page["unit"], (string?)m!["indicator"], (string?)m["audience"])))];
}
