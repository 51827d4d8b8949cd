using System.Text.Json.Nodes;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>The training lifted the units it touched by what was planted; the intranet did nothing, and nothing is found.</summary>
public sealed class FindingProgrammes(string engine) : StoryFixture(engine)
{
    [TestCase("customer", "trust", DemoInitiatives.CustomersLift)]
    [TestCase("customer", "effort", DemoInitiatives.CustomersLift)]
    [TestCase("employee", "change-readiness", DemoInitiatives.ReadinessLift)]
    public async Task The_training_is_found_with_its_size(string audience, string indicator, double planted)
    {
        var row = await Change(DemoInitiatives.Training, audience, indicator);
        AssertHolds(row, planted);
        Assert.That(P(row), Is.LessThanOrEqualTo(.05));
        Assert.That((bool?)row["components"]!["notable"], Is.True);
        Assert.That(row["components"]!.Number("untouchedChange"), Is.EqualTo(0).Within(2.5));
    }

    [TestCase("satisfaction")]
    [TestCase("recommend")]
    [TestCase("net-trust")]
    public async Task The_training_is_found_in_shares_and_net_figures(string indicator)
    {
        var row = await Change(DemoInitiatives.Training, "customer", indicator);
        Assert.That(row.Number("low"), Is.GreaterThan(0), row.ToJsonString());
        Assert.That(P(row), Is.LessThanOrEqualTo(.05));
    }

    [TestCase("engagement")]
    [TestCase("purpose")]
    [TestCase("trust")]
    public async Task What_the_training_did_not_move_is_not_found(string indicator) =>
        AssertNothing(await Change(DemoInitiatives.Training, "employee", indicator));

    [TestCase("customer", "trust")]
    [TestCase("customer", "effort")]
    [TestCase("customer", "satisfaction")]
    [TestCase("customer", "recommend")]
    [TestCase("employee", "change-readiness")]
    [TestCase("employee", "engagement")]
    public async Task The_intranet_is_not_found(string audience, string indicator) =>
        AssertNothing(await Change(DemoInitiatives.Intranet, audience, indicator));

    [Test]
    public async Task The_units_compared_are_those_that_meet_customers()
    {
        var parts = (await Change(DemoInitiatives.Training, "customer", "trust"))["components"]!;
        Assert.That(((int)parts["unitsTouched"]!, (int)parts["unitsUntouched"]!), Is.EqualTo((4, 7)));
    }

    private Task<JsonNode> Change(DemoInitiative initiative, string audience, string indicator) =>
        Row($"change?of={indicator}&audience={audience}&initiative={initiative.Key}");

    private static void AssertNothing(JsonNode row)
    {
        AssertHolds(row, 0);
        Assert.That(P(row), Is.GreaterThan(.05));
    }
}
