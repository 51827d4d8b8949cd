namespace Feedback.Indicators;

/// <summary>Relative weights of everybody with the jackknife standard errors of their percents.</summary>
/// <param name="Weights">Of everybody.</param>
/// <param name="StandardErrors">
/// Of the percents, in points: se^2 = (n - 1)/n sum over patterns of n_v (theta_(v) - mean of theta)^2 (Tukey 1958), people
/// with identical answers worked out once.
/// </param>
internal sealed record DriverShares(RelativeWeights Weights, double[] StandardErrors)
{
    /// <summary>Null if the weights of everybody, or of everybody but one, have no value.</summary>
    public static DriverShares? Of(IReadOnlyList<AnswerPattern> cases, long n)
    {
        var count = cases[0].Drivers.Length;
        if (Enumerable.Range(-1, count + 1).Any(column => HangsOnOnePerson(cases, column, n)))
            return null;
        var correlations = new double[count * count];
        var outcome = new double[count];
        var products = new CrossProducts(cases);
        products.Correlations(correlations, outcome);
        var eigen = SymmetricEigen.Of(correlations);
        if (RelativeWeights.Of(eigen, outcome) is not { } weights)
            return null;

        // Sums of theta_(v) - theta, not of theta_(v), which would cancel.
        var sums = new double[count];
        var squares = new double[count];
        foreach (var pattern in cases)
        {
            products.CorrelationsWithout(pattern, correlations, outcome);
            if (RelativeWeights.Of(SymmetricEigen.Of(correlations, near: eigen), outcome) is not { } without)
                return null;
            for (var driver = 0; driver < count; driver++)
            {
                var moved = without.Percent(driver) - weights.Percent(driver);
                sums[driver] += pattern.N * moved;
                squares[driver] += pattern.N * moved * moved;
            }
        }
        return new(weights, [.. sums.Zip(squares, (sum, square) =>
            Math.Sqrt(Math.Max(0, square - sum * sum / n) * (n - 1) / n))]);
    }

    /// <summary>Whether all, or all but one, gave the same answer to a driver, or to the outcome (-1): asked of whole counts, so that it is exact.</summary>
    private static bool HangsOnOnePerson(IReadOnlyList<AnswerPattern> cases, int column, long n)
    {
        var counts = new Dictionary<double, long>();
        foreach (var pattern in cases)
        {
            var score = column < 0 ? pattern.Outcome : pattern.Drivers[column];
            counts[score] = counts.GetValueOrDefault(score) + pattern.N;
        }
        return counts.Values.Max() >= n - 1;
    }
}
