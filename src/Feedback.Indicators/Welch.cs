namespace Feedback.Indicators;

/// <summary>The difference of two means, first - second, of groups with their own spread.</summary>
/// <param name="Difference">First mean - second mean, in points, with its 95% limits.</param>
/// <param name="T">Difference / standard error.</param>
/// <param name="Df">Welch's degrees of freedom.</param>
/// <param name="P">Two-sided.</param>
/// <param name="HedgesG">Difference in pooled standard deviations, corrected for small groups (Hedges 1981).</param>
public sealed record Welch(Estimate Difference, double T, double Df, double P, double HedgesG)
{
    /// <summary>
    /// se^2 = s1^2/n1 + s2^2/n2, df = se^4 / (s1^4/(n1^2 (n1 - 1)) + s2^4/(n2^2 (n2 - 1))) (Welch 1947), without finite
    /// population correction. Customers: no spread floor, so two groups without spread have no value (null). Employees: each
    /// s at least its floor.
    /// </summary>
    public static Welch? Of(Moments first, Moments second, Audience audience = Audience.Customer)
    {
        if (Test(first, second, audience) is not var (t, df, error))
            return null;
        var (f1, f2) = (first.Effective - 1, second.Effective - 1);
        var difference = first.Mean - second.Mean;
        var half = Distributions.TQuantile(.975, df) * error;
        var pooled = (f1 * Variance(first, audience) + f2 * Variance(second, audience)) / (f1 + f2);
        var g = difference / Math.Sqrt(pooled) * (1 - 3 / (4 * (f1 + f2) - 1));
        return new(new(difference, difference - half, difference + half), t, df, Distributions.TwoSidedT(t, df), g);
    }

    /// <summary>t, its degrees of freedom and the standard error alone, which are cheap; null where <see cref="Of"/> is.</summary>
    internal static (double T, double Df, double Error)? Test(Moments first, Moments second, Audience audience)
    {
        if (first.Effective <= 1 || second.Effective <= 1)
            return null;
        var (e1, e2) = (Variance(first, audience) / first.Effective, Variance(second, audience) / second.Effective);
        if (e1 + e2 <= 0)
            return null;
        var error = Math.Sqrt(e1 + e2);
        var df = (e1 + e2) * (e1 + e2) / (e1 * e1 / (first.Effective - 1) + e2 * e2 / (second.Effective - 1));
        return ((first.Mean - second.Mean) / error, df, error);
    }

    private static double Variance(Moments group, Audience audience) =>
        audience == Audience.Employee ? group.Sd * group.Sd : group.Variance;
}
