using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>Tests on the demo as <c>feedback demo</c> makes it, which they only read, over HTTP.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public abstract class StoryFixture(string engine)
{
    internal TestService Service { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task HaveTheDemo() => Service = await SharedDemos.Of(engine, new DemoOptions());

    internal Task<List<JsonNode>> Rows(string query) => Service.Rows(query);

    internal Task<JsonNode> Row(string query) => Service.Row(query);

    /// <summary>Months of the demo as a range of days, the last one included; 0 is the oldest. Customers only: employees are read by released period.</summary>
    internal static string Months(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{First(first):yyyy-MM-dd}..{First(last + 1):yyyy-MM-dd}");

    /// <summary>The same as parameters <c>from</c> and <c>to</c>.</summary>
    internal static string During(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"from={First(first):yyyy-MM-dd}&to={First(last + 1):yyyy-MM-dd}");

    /// <summary>A month as <c>period</c> has it.</summary>
    internal static string Period(int month) => First(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The quarter of a month: of employees the sum of its three releases.</summary>
    internal static string Quarter(int month) => string.Create(CultureInfo.InvariantCulture, $"{First(month).Year}-Q{(First(month).Month + 2) / 3}");

    /// <summary>Whether a value lies in a row's interval.</summary>
    internal static void AssertHolds(JsonNode row, double value) =>
        Assert.That(value, Is.InRange(row.Number("low"), row.Number("high")), row.ToJsonString());

    internal static double P(JsonNode row) => row["components"]!.Number("pAdjusted");

    private static DateOnly First(int month) => new DateOnly(TestClock.Start.Year, TestClock.Start.Month, 1).AddMonths(month - DemoCalendar.WholeMonths);
}
