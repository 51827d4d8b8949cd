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
        if (CompleteShape(counts, scale) is not { Items: >= 3 } shape)
            return null;
        var totals = Totals(counts, scale, shape);
        if (totals.N < 100)
            return null;
        var (measures, variances) = (new HashSet<string>(), new List<double>(shape.Items));
        foreach (var item in counts.Items)
        {
            if (!IsOf(item, scale) || !measures.Add(item.Measure!))
                continue;
            var answers = Answers(counts, item.Measure!);
            if (answers.N != totals.N)
                return null;
            variances.Add(answers.Variance);
        }
        return variances.Count == shape.Items ? Of(variances, totals.Variance, totals.N) : null;
    }

    private static bool IsOf(ItemCounts item, string scale) =>
        Measures.BelongToScale(item.Measure) && item.Measure!.Length > scale.Length && item.Measure[scale.Length] == '.' && item.Measure.StartsWith(scale, StringComparison.Ordinal);

    /// <summary>The only shape that anybody answered whole; null for none or several.</summary>
    private static (int Items, int Low, int High)? CompleteShape(Counts counts, string scale)
    {
        (int Items, int Low, int High)? found = null;
        foreach (var shape in counts.Scales.Where(s => s.Scale == scale).SelectMany(s => s.Shapes))
        {
            if (!shape.Rows.Any(row => row.Answered == shape.Items && row.N > 0))
                continue;
            if (found is { } other && other != (shape.Items, shape.Low, shape.High))
                return null;
            found = (shape.Items, shape.Low, shape.High);
        }
        return found;
    }

    /// <summary>Of the totals of those who answered every item.</summary>
    private static Moments Totals(Counts counts, string scale, (int Items, int Low, int High) whole)
    {
        var people = new List<Moments.Score>();
        foreach (var shape in counts.Scales.Where(s => s.Scale == scale).SelectMany(s => s.Shapes))
        {
            if ((shape.Items, shape.Low, shape.High) != whole)
                continue;
            foreach (var row in shape.Rows)
            {
                if (row.Answered == whole.Items)
                    people.Add(new(row.Total, row.N, 0, 0));
            }
        }
        return Moments.OfOwn(people, weighted: false, floor: 0);
    }

    /// <summary>Of the reverse-keyed answers to one measure's items by those who answered the whole scale.</summary>
    private static Moments Answers(Counts counts, string measure)
    {
        var people = new List<Moments.Score>();
        foreach (var item in counts.Items)
        {
            if (item.Measure != measure)
                continue;
            foreach (var value in item.Values)
            {
                if (value.Complete)
                    people.Add(new(item.Reversed ? item.Low + item.High - value.Value : value.Value, value.N, 0, 0));
            }
        }
        return Moments.OfOwn(people, weighted: false, floor: 0);
    }
}
