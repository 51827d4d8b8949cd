namespace Feedback.Indicators;

/// <summary>How far the cells of one facet truly lie apart: tau^2 = S2 - v with its limits, untruncated, in squared points.</summary>
/// <param name="Cells">Eligible cells, in order.</param>
/// <param name="N">Answers in them.</param>
/// <param name="Spread">S2, the observed spread of the cell means; its root is <c>naiveSd</c>.</param>
/// <param name="TauSquared">S2 less the noise v; may be negative.</param>
/// <param name="Low">df S2/chi2(.975, df) - v.</param>
/// <param name="High">df max(S2, v)/chi2(.025, df) - v.</param>
internal sealed record FacetSpread(
    IReadOnlyList<FacetCell> Cells, long N, double Spread, double TauSquared, double Low, double High)
{
    /// <summary>Plain mean of the cell means.</summary>
    public double Level => Cells.Average(cell => cell.Moments.Mean);

    /// <summary>Cells of at least max(k, 10) answers; of employees with the mean that is served, if one is.</summary>
    public static IReadOnlyList<FacetCell> Eligible(Facet facet, Terms terms) =>
    [
        .. facet.Cells.Where(cell => cell.Moments.N >= Math.Max(terms.MinimumGroup, 10))
            .SelectMany(cell => EmployeeGate.Served(cell.Moments, terms) is { } served ? new[] { cell with { Moments = served } } : []),
    ];

    /// <summary>Null with fewer than 3 eligible cells, or 4 periods.</summary>
    public static FacetSpread? Of(Facet facet, Terms terms)
    {
        var cells = Eligible(facet, terms);
        var time = facet.Kind == FacetKind.Time;
        if (cells.Count < (time ? 4 : 3))
            return null;
        var (spread, noise, df) = time ? Successive(cells) : Between(cells);
        if (facet is { Kind: FacetKind.Touchpoint, Experience: { } experience } && terms.Audience == Audience.Customer)
            noise -= SharedNoise.Of(experience, [.. facet.Cells.Select(cell => cell.Moments).Where(cell => cell.N > 0)]).Product;
        return new(
            cells,
            cells.Sum(cell => cell.Moments.N),
            spread,
            spread - noise,
            df * spread / Distributions.ChiSquareQuantile(.975, df) - noise,
            df * Math.Max(spread, noise) / Distributions.ChiSquareQuantile(.025, df) - noise);
    }

    private static (double Spread, double Noise, double Df) Between(IReadOnlyList<FacetCell> cells)
    {
        var level = cells.Average(cell => cell.Moments.Mean);
        var squares = cells.Sum(cell => (cell.Moments.Mean - level) * (cell.Moments.Mean - level));
        return (squares / (cells.Count - 1), cells.Average(Noise), cells.Count - 1);
    }

    /// <summary>Half the mean squared successive difference, so that a steady trend is not called inconsistency (von Neumann and others 1941).</summary>
    private static (double Spread, double Noise, double Df) Successive(IReadOnlyList<FacetCell> cells)
    {
        var neighbours = cells.Zip(cells.Skip(1)).ToArray();
        var steps = neighbours.Average(pair => Math.Pow(pair.Second.Moments.Mean - pair.First.Moments.Mean, 2));
        var noise = neighbours.Average(pair => (Noise(pair.First) + Noise(pair.Second)) / 2);
        double k = cells.Count;
        return (steps / 2, noise, 2 * (k - 1) * (k - 1) / (3 * k - 4));
    }

    private static double Noise(FacetCell cell) => cell.Moments.Variance / cell.Moments.N;
}
