namespace Feedback.Indicators;

/// <summary>How well the items of a scale hang together, from complete cases.</summary>
public static class Alpha
{
    /// <summary>
    /// J/(J - 1) (1 - sum of item variances / variance of totals) (Cronbach 1951); limits 1 - (1 - a) F(.975 or .025, n - 1,
    /// (n - 1)(J - 1)) (Feldt 1965). Null with fewer than two items or people, or if the totals do not differ.
    /// </summary>
    public static Estimate? Of(IReadOnlyCollection<double> itemVariances, double totalVariance, long n)
    {
        var items = itemVariances.Count;
        if (items < 2 || n < 2 || totalVariance <= 0)
            return null;
        var alpha = items / (items - 1.0) * (1 - itemVariances.Sum() / totalVariance);
        double a = n - 1, b = (n - 1.0) * (items - 1);
        return new(alpha, 1 - (1 - alpha) * Distributions.FQuantile(.975, a, b), 1 - (1 - alpha) * Distributions.FQuantile(.025, a, b));
    }

    /// <summary>
    /// Of one scale from its counts, for at least 100 complete cases and 3 items, unweighted. Null otherwise, and where
    /// complete cases come in several shapes or the counts of items and totals do not cover the same people.
    /// </summary>
    public static Estimate? Of(Counts counts, string scale)
    {
        var shapes = counts.Scales.Where(s => s.Scale == scale).SelectMany(s => s.Shapes)
            .Where(shape => shape.Rows.Any(row => row.Answered == shape.Items && row.N > 0))
            .GroupBy(shape => (shape.Items, shape.Low, shape.High)).ToArray();
        if (shapes.Length != 1 || shapes[0].Key.Items < 3)
            return null;
        var rows = shapes[0].SelectMany(shape => shape.Rows).Where(row => row.Answered == shapes[0].Key.Items);
        var totals = Of(rows.Select(row => (row.Total, row.N)));
        var items = counts.Items
            .Where(item => Measures.BelongToScale(item.Measure) && item.Measure!.StartsWith(scale + ".", StringComparison.Ordinal))
            .GroupBy(item => item.Measure)
            .Select(same => Of(same.SelectMany(item => item.Values.Where(value => value.Complete)
                .Select(value => (item.Reversed ? item.Low + item.High - value.Value : value.Value, value.N)))))
            .ToArray();
        if (totals.N < 100 || items.Length != shapes[0].Key.Items || items.Any(item => item.N != totals.N))
            return null;
        return Of([.. items.Select(item => item.Variance)], totals.Variance, totals.N);
    }

    private static Moments Of(IEnumerable<(int Value, long N)> values) =>
        Moments.Of(values.Select(value => new Moments.Score(value.Value, value.N, 0, 0)), weighted: false, floor: 0);
}
