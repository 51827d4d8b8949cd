namespace Feedback.Indicators;

/// <summary>
/// How much of the explained variance of an outcome goes with each driver when the drivers are correlated (Johnson 2000):
/// Lambda = R_x^(1/2) symmetric, b = Lambda^-1 r_xy, raw weight of driver j = sum over k of Lambda_jk^2 b_k^2.
/// </summary>
/// <param name="Raw">Raw weights 0..1 in the order of the drivers; they add up to R^2.</param>
public sealed record RelativeWeights(IReadOnlyList<double> Raw)
{
    /// <summary>Below this an eigenvalue of a correlation matrix, or an R^2, is rounding of 0.</summary>
    private const double SmallestEigenvalue = 1e-10, SmallestRSquared = 1e-20;

    /// <summary>R^2 of the regression of the outcome on all drivers, 0..1.</summary>
    public double RSquared { get; } = Raw.Sum();

    /// <summary>Percent of R^2, 0..100.</summary>
    public double Percent(int driver) => 100 * Raw[driver] / RSquared;

    /// <summary>Null if a driver follows exactly from the others, or if none goes with the outcome at all.</summary>
    /// <param name="drivers">R_x, the correlations of the drivers, row after row.</param>
    /// <param name="outcome">r_xy, the correlations of the drivers with the outcome.</param>
    public static RelativeWeights? Of(ReadOnlySpan<double> drivers, ReadOnlySpan<double> outcome) =>
        Of(SymmetricEigen.Of(drivers), outcome);

    internal static RelativeWeights? Of(SymmetricEigen eigen, ReadOnlySpan<double> outcome)
    {
        var size = outcome.Length;
        foreach (var value in eigen.Values)
        {
            if (value < SmallestEigenvalue)
                return null;
        }
        Span<double> b = stackalloc double[size];
        Span<double> roots = stackalloc double[size];
        for (var k = 0; k < size; k++)
        {
            var vector = eigen.Vector(k);
            roots[k] = Math.Sqrt(eigen.Values[k]);
            var along = 0.0;
            for (var i = 0; i < size; i++)
                along += vector[i] * outcome[i];
            for (var i = 0; i < size; i++)
                b[i] += along / roots[k] * vector[i];
        }

        var raw = new double[size];
        for (var j = 0; j < size; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                var lambda = 0.0;
                for (var k = 0; k < size; k++)
                    lambda += roots[k] * eigen.Vector(k)[i] * eigen.Vector(k)[j];
                raw[j] += lambda * lambda * b[i] * b[i];
                if (i < j)
                    raw[i] += lambda * lambda * b[j] * b[j];
            }
        }
        var weights = new RelativeWeights(raw);
        return weights.RSquared > SmallestRSquared ? weights : null;
    }
}
