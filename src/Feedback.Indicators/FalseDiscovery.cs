namespace Feedback.Indicators;

/// <summary>Many comparisons at once.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusted p in the order given: smallest over all p' >= p of p' m / rank(p'), at most 1 (Benjamini and Hochberg 1995).
    /// The family is every row of the whole result, never a page of it.
    /// </summary>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var smallest = 1.0;
        var rank = p.Count;
        foreach (var index in Enumerable.Range(0, p.Count).OrderByDescending(i => p[i]))
            adjusted[index] = smallest = Math.Min(smallest, p[index] * p.Count / rank--);
        return adjusted;
    }

    /// <summary>
    /// The figures in the order given, those that hold a <c>p</c> with <c>pAdjusted</c> beside it; those without one are left
    /// as they are and do not count in the family.
    /// </summary>
    internal static IReadOnlyList<Figure> Adjust(IReadOnlyList<Figure> figures)
    {
        var tested = figures.Where(figure => P(figure) is not null).ToArray();
        var adjusted = new Queue<double>(Adjust([.. tested.Select(figure => P(figure)!.Value)]));
        return [.. figures.Select(figure => P(figure) is null ? figure : figure.With("pAdjusted", adjusted.Dequeue()))];

        static double? P(Figure figure) => figure.Components.GetValueOrDefault("p") as double?;
    }
}
