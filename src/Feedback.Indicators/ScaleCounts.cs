namespace Feedback.Indicators;

/// <summary>How many people answered so many items of a scale with this sum.</summary>
/// <param name="Answered">Items answered; in the scale <c>journey</c>, touchpoints rated.</param>
/// <param name="Total">Sum of the reverse-keyed raw answers; in <c>journey</c>, how many of the rated touchpoints were in the top two.</param>
/// <param name="N">People.</param>
/// <param name="Weight">Sum of their weights in whole 1e-4.</param>
/// <param name="SquaredWeight">Sum of their squared weights in whole 1e-8.</param>
public readonly record struct ScaleRow(int Answered, int Total, long N, long Weight, long SquaredWeight)
{
    /// <summary>The same without weights: everybody counts 1.</summary>
    public static ScaleRow Unweighted(int answered, int total, long n) => new(answered, total, n, n * 10_000, n * 100_000_000);
}

/// <summary>The rows of one shape. Totals of different shapes mean different things and are never added.</summary>
/// <param name="Items">J, the number of items of the scale; for <c>experience</c>, the number of touchpoints.</param>
/// <param name="Low">Lowest answer offered.</param>
/// <param name="High">Highest answer offered.</param>
/// <param name="Rows">One row per (answered, total); equal ones add.</param>
public sealed record ScaleShape(int Items, int Low, int High, IReadOnlyList<ScaleRow> Rows);

/// <summary>The counted sums of one scale in all its shapes. Shapes are pooled on person scores 0..100, never on totals.</summary>
public sealed record ScaleCounts(string Scale, IReadOnlyList<ScaleShape> Shapes);
