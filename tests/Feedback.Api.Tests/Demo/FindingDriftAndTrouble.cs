using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Demo;

/// <summary>Two stories in time: the app drifts away, and employees of Branches south see the trouble two months before its customers.</summary>
public sealed class FindingDriftAndTrouble(string engine) : StoryFixture(engine)
{
    /// <summary>Five months into the drift against its first ones; nothing else begins in between.</summary>
    private static readonly string Drifting = $"before={Months(6, 8)}&after={Months(11, 13)}";

    [Test]
    public async Task Of_all_channels_the_app_alone_is_flagged()
    {
        var rows = await Rows($"change?of=effort&audience=customer&by=channel&{Drifting}");
        Assert.That(rows.Where(IsFlagged).Select(r => (string?)r["channel"]), Is.EqualTo((string[])["app"]));
        AssertHolds(rows.Single(r => (string?)r["channel"] == "app"), -5 * 1.6);
    }

    [Test]
    public async Task Consistency_over_channels_is_lost_and_the_app_lies_furthest_away()
    {
        var calm = (await Rows($"consistency?audience=customer&over=channel&{During(0, 5)}"))[0];
        var drifted = (await Rows($"consistency?audience=customer&over=channel&{During(14, 17)}"))[0];
        Assert.That(calm.Number("low"), Is.GreaterThan(drifted.Number("high")), drifted.ToJsonString());
        Assert.That((string?)drifted["components"]!["gapFrom"], Is.EqualTo("app"));
        Assert.That(drifted["components"]!.Number("gapPAdjusted"), Is.LessThan(.001));
    }

    [Test]
    public async Task Employees_in_the_south_lose_trust_before_their_customers_notice()
    {
        var employees = await South("trust", "employee", Period(11), Period(12));
        Assert.That(P(employees), Is.LessThan(.001));
        AssertHolds(employees, -15);
        var customers = await South("effort", "customer", Months(8, 11), Months(12, 13), "&where=channel:branch");
        AssertHolds(customers, 0);
        Assert.That(P(customers), Is.GreaterThan(.05));
    }

    [Test]
    public async Task Customers_in_the_south_notice_two_months_later()
    {
        var customers = await South("effort", "customer", Months(10, 13), Months(14, 17), "&where=channel:branch");
        AssertHolds(customers, -14);
        Assert.That(P(customers), Is.LessThan(.001));
    }

    [Test]
    public async Task Elsewhere_employees_keep_their_trust()
    {
        var rows = await Rows($"change?of=trust&audience=employee&by=unit&before={Period(11)}&after={Period(12)}");
        Assert.That(rows.Where(IsFlagged).Select(r => (string?)r["unit"]), Is.EqualTo((string[])["retail-south"]));
    }

    private Task<JsonNode> South(string indicator, string audience, string before, string after, string filter = "") =>
        Row($"change?of={indicator}&audience={audience}&where=unit:retail-south{filter}&before={before}&after={after}");

    private static bool IsFlagged(JsonNode row) => (bool?)row["components"]!["notable"] == true;
}
