namespace Feedback.Api.Tests;

/// <summary>
/// Lines of the tables that <c>make faults</c>, <c>make load</c> and <c>make fuzz</c> print: what was tried, how often, and what came out.
/// With every other run of the tests the same is tried fewer times.
/// </summary>
internal static class Tried
{
    /// <summary>Whether a table was asked for, and so the whole of what can be tried.</summary>
    public static bool IsAtLength { get; } = Environment.GetEnvironmentVariable("FEEDBACK_TEST_AT_LENGTH") == "1";

    /// <summary>How often something is tried.</summary>
    public static int Times(int quick, int atLength) => IsAtLength ? atLength : quick;

    /// <summary>Adds a line to the table. Called where the outcome was asserted.</summary>
    public static void Line(string what, string times, string outcome) => TestContext.Out.WriteLine($"| {what} | {times} | {outcome} |");
}
