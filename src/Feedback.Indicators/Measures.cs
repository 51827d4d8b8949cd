namespace Feedback.Indicators;

/// <summary>What a measure's name says.</summary>
public static class Measures
{
    /// <summary>
    /// Whether items with this measure are the items of a scale: dotted names, but not the criterion <c>trust.outcome</c>.
    /// <c>experience</c> touchpoints have no common base and are items of their own.
    /// </summary>
    public static bool BelongToScale(string? measure) =>
        measure is not null and not "trust.outcome" && measure.Contains('.', StringComparison.Ordinal);

    /// <summary>The facet: what follows the last dot.</summary>
    public static string Facet(string measure) => measure[(measure.LastIndexOf('.') + 1)..];
}
