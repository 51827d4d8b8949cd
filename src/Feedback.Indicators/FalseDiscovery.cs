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
}
