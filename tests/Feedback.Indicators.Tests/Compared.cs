namespace Feedback.Indicators.Tests;

/// <summary>The indicators that compare.</summary>
internal static class Compared
{
    public static IReadOnlyList<Indicator> All { get; } = [new Silo(), new HierarchyGap(), new Inertia()];

    public static Indicator Find(string slug) => All.Single(indicator => indicator.Slug == slug);
}
