namespace Feedback.Indicators;

/// <summary>Pearson's correlation with Fisher's interval.</summary>
internal static class Correlation
{
    /// <summary>Spread below this share of the largest value is rounding.</summary>
    private const double Negligible = 1e-12;

    /// <summary>Between -1 and 1; null if either side has no spread.</summary>
    public static double? Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? weights = null)
    {
        if (!Differ(x) || !Differ(y))
            return null;
        var w = weights ?? [.. x.Select(_ => 1.0)];
        var (mx, my) = (Mean(x, w), Mean(y, w));
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            xx += w[i] * (x[i] - mx) * (x[i] - mx);
            yy += w[i] * (y[i] - my) * (y[i] - my);
            xy += w[i] * (x[i] - mx) * (y[i] - my);
        }
        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>tanh(artanh r +- half), the half-width on Fisher's z scale (Fisher 1921).</summary>
    public static Estimate Fisher(double r, double half) =>
        Estimate.Clipped(r, Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half), -1, 1);

    public static double Mean(IReadOnlyList<double> x, IReadOnlyList<double> weights) =>
        x.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();

    private static bool Differ(IReadOnlyList<double> x) =>
        x.Count > 1 && x.Max() - x.Min() > Negligible * x.Max(Math.Abs);
}
