using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Demo;

/// <summary>Employees, customers, company: what sets units apart reaches their customers, and what customers find reaches the company's numbers a quarter later.</summary>
public sealed class FollowingTheChain(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task Units_with_better_employee_experience_have_better_customer_experience()
    {
        var row = await Row("alignment?audience=customer");
        Assert.That(row.Number("low"), Is.GreaterThan(0), row.ToJsonString());
        Assert.That((long)row["n"]!, Is.EqualTo(11), "The units that meet customers.");
        Assert.That(Units(row, "bothHighUnits"), Does.Contain("payments"));
        Assert.That(Units(row, "bothLowUnits"), Does.Contain("lending"));
    }

    [Test]
    public async Task A_unit_that_falls_inside_falls_outside_later()
    {
        var parts = (await Row("alignment?audience=employee"))["components"]!;
        Assert.That(parts.Number("withinLow"), Is.GreaterThan(0));
        Assert.That(parts.Number("laggedSlopeLow"), Is.GreaterThan(0));
    }

    [TestCase("retention")]
    [TestCase("revenue-index")]
    public async Task The_companys_numbers_follow_customers_a_quarter_later(string outcome)
    {
        var (sameTime, later) = (await Row($"alignment?audience=customer&outcome={outcome}"), await Row($"alignment?audience=customer&outcome={outcome}&lag=1"));
        Assert.That(later.Number("low"), Is.GreaterThan(0), later.ToJsonString());
        Assert.That(later["components"]!.Number("withinR"), Is.GreaterThan(sameTime["components"]!.Number("withinR") + .2), "The training is followed by a quarter.");
        Assert.That(sameTime["components"]!.Number("laggedSlopeLow"), Is.GreaterThan(0));
    }

    [Test]
    public async Task Payments_speaks_for_the_bank_inside_and_outside_and_lending_does_not()
    {
        var row = await Row("ambassadors?audience=employee");
        Assert.That(Units(row, "bothUnits"), Does.Contain("payments").And.Not.Contain("lending"));
    }

    private static IEnumerable<string> Units(JsonNode row, string component) => row["components"]![component]!.AsArray().Select(u => (string)u!);
}
