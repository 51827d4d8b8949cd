using System.Collections.Concurrent;

namespace Feedback.Indicators;

/// <summary>
/// Distribution functions and quantiles of the normal, t, chi-square and F laws, and upper tails of two counting laws.
/// Degrees of freedom may be fractions. Quantiles are found on the smaller tail, to about 12 digits, and those of t and F, which
/// every row of a table asks for, are remembered.
/// </summary>
public static class Distributions
{
    private static readonly Remembered TQuantiles = new(), FQuantiles = new();

    /// <summary>The .975 quantile of the normal law.</summary>
    public const double Z = 1.959963984540054;

    public static double NormalCdf(double x)
    {
        var tail = SpecialFunctions.Gamma(.5, x * x / 2).Upper / 2;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>P(|X| >= |z|).</summary>
    public static double TwoSidedNormal(double z) => SpecialFunctions.Gamma(.5, z * z / 2).Upper;

    /// <summary>p between 0 and 1, both excluded.</summary>
    public static double NormalQuantile(double p) => Symmetric(p, x => SpecialFunctions.Gamma(.5, x * x / 2).Upper / 2);

    public static double TCdf(double x, double df)
    {
        var tail = TTail(x, df);
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>P(|T| >= |t|).</summary>
    public static double TwoSidedT(double t, double df) => Math.Min(1, 2 * TTail(t, df));

    /// <summary>p between 0 and 1, both excluded.</summary>
    public static double TQuantile(double p, double df) =>
        TQuantiles.Of((p, df, 0), static key => LargeQuantiles.T(key.P, key.A) ?? Symmetric(key.P, x => TTail(x, key.A)));

    public static double ChiSquareCdf(double x, double df) => SpecialFunctions.Gamma(df / 2, x / 2).Lower;

    /// <summary>p between 0 and 1, both excluded.</summary>
    public static double ChiSquareQuantile(double p, double df) =>
        Positive(p, x => SpecialFunctions.Gamma(df / 2, x / 2));

    public static double FCdf(double x, double a, double b) => FTails(x, a, b).Lower;

    /// <summary>p between 0 and 1, both excluded; a and b are the degrees of freedom above and below the line.</summary>
    public static double FQuantile(double p, double a, double b) =>
        FQuantiles.Of((p, a, b), static key => LargeQuantiles.F(key.P, key.A, key.B) ?? Positive(key.P, x => FTails(x, key.A, key.B)));

    /// <summary>P(X >= count) for a Poisson law.</summary>
    public static double PoissonTail(long count, double mean) => count <= 0 ? 1 : SpecialFunctions.Gamma(count, mean).Lower;

    /// <summary>P(X >= count) for a negative binomial law with this mean and size.</summary>
    public static double NegativeBinomialTail(long count, double mean, double size) =>
        count <= 0 ? 1 : SpecialFunctions.Beta(count, size, mean / (size + mean), size / (size + mean)).Lower;

    private static double TTail(double t, double df)
    {
        var square = t * t;
        return SpecialFunctions.Beta(df / 2, .5, df / (df + square), square / (df + square)).Lower / 2;
    }

    private static (double Lower, double Upper) FTails(double x, double a, double b) =>
        SpecialFunctions.Beta(a / 2, b / 2, a * x / (a * x + b), b / (a * x + b));

    /// <summary>The quantile of a law symmetric about 0, from its upper tail.</summary>
    private static double Symmetric(double p, Func<double, double> upperTail)
    {
        if (p == .5)
            return 0;
        var tail = p < .5 ? p : 1 - p;
        var x = Root(log => Math.Log(tail / upperTail(Math.Exp(log))));
        return p < .5 ? -x : x;
    }

    /// <summary>The quantile of a law on the positive numbers, from its smaller tail.</summary>
    private static double Positive(double p, Func<double, (double Lower, double Upper)> tails) =>
        p <= .5
            ? Root(log => Math.Log(tails(Math.Exp(log)).Lower / p))
            : Root(log => Math.Log((1 - p) / tails(Math.Exp(log)).Upper));

    /// <summary>e to the root of a rising function, by bracketing and the method of Brent (1973).</summary>
    private static double Root(Func<double, double> rising)
    {
        double a = -1, b = 1, step = 2;
        double fa = rising(a), fb = rising(b);
        for (; fa > 0; step *= 2)
            (b, fb, a, fa) = (a, fa, a - step, rising(a - step));
        for (; fb < 0; step *= 2)
            (a, fa, b, fb) = (b, fb, b + step, rising(b + step));
        return Math.Exp(Brent.Root(rising, a, fa, b, fb));
    }

    /// <summary>What was worked out lately: some thousands, and then all is forgotten at once.</summary>
    private sealed class Remembered
    {
        private const int Most = 20_000;

        private readonly ConcurrentDictionary<(double P, double A, double B), double> values = new();
        private int count;

        public double Of((double P, double A, double B) key, Func<(double P, double A, double B), double> quantile)
        {
            if (values.TryGetValue(key, out var known))
                return known;
            if (Interlocked.Increment(ref count) > Most)
            {
                values.Clear();
                count = 0;
            }
            return values[key] = quantile(key);
        }
    }
}
