namespace Feedback.Indicators;

/// <summary>Clears a series of the means of its units and of its waves.</summary>
internal static class TwoWayEffects
{
    private const double Still = 1e-12;

    /// <summary>
    /// Enough for a year of months in which each unit was seen in two neighbouring ones; with most waves there a few dozen do.
    /// What is large besides gets fewer, so that the work has an end: values times rounds.
    /// </summary>
    private const int FewestRounds = 200, MostRounds = 10_000, MostWork = 100_000_000;

    /// <summary>
    /// Residuals of least squares on unit and wave effects: unit means and wave means are subtracted in turn until nothing
    /// moves. For complete data that is x - unit mean - wave mean + grand mean, after one round. Null if nothing is left, and if
    /// the means still move at the last round: a half-cleared series has no meaning.
    /// </summary>
    /// <param name="values">One per unit and wave.</param>
    /// <param name="units">The unit of each, numbered from 0.</param>
    /// <param name="waves">The wave of each, numbered from 0.</param>
    public static double[]? Residuals(IReadOnlyList<double> values, int[] units, int[] waves)
    {
        var mean = values.Average();
        double[] left = [.. values.Select(value => value - mean)];
        var scale = left.Max(Math.Abs);
        if (scale <= Still * values.Max(Math.Abs))
            return null;
        for (var round = Math.Clamp(MostWork / left.Length, FewestRounds, MostRounds); round > 0; round--)
        {
            var moved = Math.Max(Subtract(left, units), Subtract(left, waves));
            if (moved <= Still * scale)
                return left.Max(Math.Abs) > 100 * Still * scale ? left : null;
        }
        return null;
    }

    /// <summary>Subtracts the mean of each group; answers with the largest of them.</summary>
    private static double Subtract(double[] values, int[] groups)
    {
        var sums = new double[groups.Max() + 1];
        var counts = new int[sums.Length];
        for (var i = 0; i < values.Length; i++)
        {
            sums[groups[i]] += values[i];
            counts[groups[i]]++;
        }
        for (var i = 0; i < values.Length; i++)
            values[i] -= sums[groups[i]] / counts[groups[i]];
        return sums.Zip(counts, (sum, count) => Math.Abs(sum / count)).Max();
    }
}
