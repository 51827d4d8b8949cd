namespace Feedback.Indicators;

/// <summary>What the cells of a facet are.</summary>
public enum FacetKind
{
    /// <summary>Values of a registered dimension: cells of different people.</summary>
    Dimension,

    /// <summary>Touchpoints rated by the same people, who share part of their noise.</summary>
    Touchpoint,

    /// <summary>Periods in order.</summary>
    Time,
}

/// <summary>One cell: a channel, a unit, a touchpoint, a month.</summary>
public sealed record FacetCell(string Name, Moments Moments);

/// <summary>The cells of one facet, scores on 0..100.</summary>
/// <param name="Name">What the row is called: <c>touchpoint</c>, <c>time</c> or the dimension.</param>
/// <param name="Kind">How spread and noise are taken.</param>
/// <param name="Cells">All cells with answers, small ones too; for time in order.</param>
/// <param name="Experience">Touchpoints of customers: the sums of the scale <c>experience</c>, for the shared noise; else null.</param>
public sealed record Facet(string Name, FacetKind Kind, IReadOnlyList<FacetCell> Cells, ScaleCounts? Experience = null)
{
    /// <summary>The facet <c>touchpoint</c> from the items that measure <c>experience</c>, one cell per touchpoint.</summary>
    public static Facet Touchpoints(Counts counts, Terms terms) => new(
        "touchpoint",
        FacetKind.Touchpoint,
        [.. counts.Items.Where(item => item.Measure == "experience")
            .GroupBy(item => item.Touchpoint ?? item.Item)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new FacetCell(same.Key, Moments.OfItems(same, terms)))],
        new("experience", [.. counts.Scales.Where(scale => scale.Scale == "experience").SelectMany(scale => scale.Shapes)]));
}

/// <summary>What a consistency figure is worked out on.</summary>
/// <param name="Facets">The facets asked for, one or more.</param>
/// <param name="Options">A, the number of answer values: high - low + 1, at least 2; null if the cells do not share one range.</param>
/// <param name="Items">J, the number of items behind a score: 1 for an item.</param>
public sealed record ConsistencyInput(IReadOnlyList<Facet> Facets, int? Options, int Items = 1);
