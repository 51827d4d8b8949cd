using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>Who was invited, who answered, and the unit that nobody hears.</summary>
public sealed class ListeningToTheBank(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task Six_in_ten_employees_answer_a_pulse()
    {
        var row = await Row($"listening?audience=employee&period={Period(17)}");
        Assert.That((long)row["n"]!, Is.EqualTo(1_500));
        Assert.That(row.Number("low"), Is.GreaterThan(58), row.ToJsonString());
        Assert.That(row.Number("high"), Is.LessThan(67), row.ToJsonString());
    }

    [Test]
    public async Task Of_thirteen_units_of_the_third_level_one_is_silent_in_every_pulse()
    {
        var rows = await Rows("listening?audience=employee&level=3&interval=month");
        Assert.That(rows, Has.Count.EqualTo(18));
        Assert.That(rows.Select(r => r["components"]!.Number("silentUnitShare")), Has.All.EqualTo(7.7), "One of thirteen.");
    }

    [Test]
    public async Task It_is_the_one_whose_figures_are_withheld()
    {
        var units = DemoUnits.All.Where(u => u.Heads >= 50).Select(u => u.Code).ToHashSet();
        var rows = (await Rows("engagement?audience=employee&by=unit&interval=month")).Where(r => units.Contains((string)r["unit"]!)).ToList();
        Assert.That(rows.Where(r => r.Status() == "withheld").Select(r => (string?)r["unit"]).Distinct(), Is.EqualTo((string[])[Stories.SilentUnit]));
        Assert.That(rows.Where(r => (string?)r["unit"] == Stories.SilentUnit).Select(r => r.Status()), Has.All.EqualTo("withheld"));
    }

    [Test]
    public async Task Customers_answer_by_channel_as_often_as_planted_and_most_within_the_week()
    {
        var rows = await Rows("listening?audience=customer&by=channel");
        var rates = new Dictionary<string, double> { ["app"] = 14, ["branch"] = 22, ["chat"] = 24, ["mail"] = 10, ["phone"] = 26, ["web"] = 12 };
        foreach (var row in rows) Assert.That(row.Number("estimate"), Is.EqualTo(rates[(string)row["channel"]!]).Within(1.5), row.ToJsonString());
        Assert.That(rows, Has.Count.EqualTo(rates.Count));
        var all = (await Row("listening?audience=customer"))["components"]!;
        Assert.That((all.Number("medianDays"), all.Number("channelCoverage")), Is.EqualTo((3.0, 100.0)));
        Assert.That(all.Number("ninetiethDays"), Is.InRange(7, 13));
    }
}
