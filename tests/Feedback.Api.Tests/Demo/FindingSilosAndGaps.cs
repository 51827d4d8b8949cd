namespace Feedback.Api.Tests.Demo;

/// <summary>Two stories among employees: the units of Operations see different companies, and seniors see another one than the front line.</summary>
public sealed class FindingSilosAndGaps(string engine) : StoryFixture(engine)
{
    /// <summary>A quarter before the training and the trouble in Branches south, which set units of retail apart too.</summary>
    private static readonly string Before = $"period={Quarter(2)}";

    [TestCase("engagement")]
    [TestCase("trust")]
    [TestCase("readiness")]
    public async Task The_units_of_operations_are_silos_and_those_of_retail_are_not(string measure)
    {
        var operations = await Row($"silo?audience=employee&{Before}&level=3&measure={measure}&where=unit:operations");
        var retail = await Row($"silo?audience=employee&{Before}&level=3&measure={measure}&where=unit:retail");
        Assert.That(operations.Number("estimate"), Is.GreaterThan(20), operations.ToJsonString());
        Assert.That(operations.Number("low"), Is.GreaterThan(retail.Number("high")), retail.ToJsonString());
        Assert.That(operations["components"]!.Number("collaboration"), Is.LessThan(retail["components"]!.Number("collaboration") - 15));
    }

    [Test]
    public async Task A_single_pulse_shows_the_silo_of_the_whole_bank()
    {
        var row = await Row($"silo?audience=employee&period={Period(17)}&level=3");
        Assert.That(row.Number("low"), Is.GreaterThan(3), row.ToJsonString());
        Assert.That((int)row["components"]!["units"]!, Is.EqualTo(12), "Cash logistics is below k.");
    }

    [TestCase("engagement", 20)]
    [TestCase("trust", 17)]
    public async Task Seniors_and_the_front_line_lie_as_far_apart_as_planted(string measure, double planted)
    {
        var row = await Row($"hierarchy-gap?audience=employee&period={Period(17)}&measure={measure}&senior=level:senior&frontline=level:frontline");
        AssertHolds(row, planted);
        Assert.That(row["components"]!.Number("p"), Is.LessThan(.001));
    }

    [Test]
    public async Task No_gap_is_found_between_two_sites()
    {
        var row = await Row($"hierarchy-gap?audience=employee&period={Period(17)}&measure=purpose&senior=location:riverside&frontline=location:north-campus");
        AssertHolds(row, 0);
    }
}
