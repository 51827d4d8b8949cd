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

    /// <summary>Whether an indicator of its own reads items with this measure, so that <c>item</c> would say a second thing of the same answers.</summary>
    public static bool HasFigure(string? measure) => measure is "recommend" or "satisfaction" or "effort" or "stay";

    /// <summary>Whether that indicator is a share or a net figure.</summary>
    public static bool HasFigureThatIsNoMean(string? measure) => measure is "recommend" or "satisfaction" or "stay";

    /// <summary>The facet: what follows the last dot.</summary>
    public static string Facet(string measure) => measure[(measure.LastIndexOf('.') + 1)..];
}
