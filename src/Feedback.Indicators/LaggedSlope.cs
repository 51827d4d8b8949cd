namespace Feedback.Indicators;

/// <summary>How the next value of a series goes with another one, given its own present value.</summary>
internal static class LaggedSlope
{
    /// <summary>
    /// Coefficient of x in the ordinary least squares of next on x and present, with a constant; interval +- t(.975, n - 3)
    /// standard errors. Null if x and present cannot be told apart.
    /// </summary>
    public static Estimate? Of(IReadOnlyList<double> x, IReadOnlyList<double> present, IReadOnlyList<double> next)
    {
        var (dx, dz, dy) = (Centred(x), Centred(present), Centred(next));
        var (xx, zz, xz) = (Product(dx, dx), Product(dz, dz), Product(dx, dz));
        var determinant = xx * zz - xz * xz;
        if (determinant <= 1e-12 * xx * zz)
            return null;
        var (xy, zy) = (Product(dx, dy), Product(dz, dy));
        var slope = (zz * xy - xz * zy) / determinant;
        var own = (xx * zy - xz * xy) / determinant;
        double[] residuals = [.. dy.Select((y, i) => y - slope * dx[i] - own * dz[i])];
        var df = x.Count - 3;
        var half = Distributions.TQuantile(.975, df) * Math.Sqrt(Product(residuals, residuals) / df * zz / determinant);
        return new(slope, slope - half, slope + half);
    }

    private static double[] Centred(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
