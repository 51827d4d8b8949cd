namespace Feedback.Indicators;

/// <summary>
/// Quantiles of t and F for many degrees of freedom, where the expansions of Abramowitz and Stegun (1964, 26.7.5 and 26.6.16) lie so near that one or two steps of
/// Newton's method on the logarithms reach the last digits. A tail takes longer the more people there are, and a bracket asks for a dozen of them.
/// </summary>
internal static class LargeQuantiles
{
    /// <summary>Below this the expansions are no good start.</summary>
    private const double Fewest = 30;

    /// <summary>A step after which the next one would change nothing.</summary>
    private const double LastStep = 1e-10;

    private const int MostSteps = 6;

    /// <summary>The quantile of the t law; null where it is to be found in another way.</summary>
    public static double? T(double p, double df)
    {
        if (df < Fewest || p == .5)
            return null;
        var tail = Math.Min(p, 1 - p);
        var z = Normal(1 - tail);
        var square = z * z;
        var start = z * (1 + (square + 1) / (4 * df) + ((5 * square + 16) * square + 3) / (96 * df * df));
        return Newton(start, tail, t => TTail(t, df)) * (p < .5 ? -1 : 1);
    }

    /// <summary>The quantile of the F law; null where it is to be found in another way.</summary>
    public static double? F(double p, double a, double b)
    {
        if (a < Fewest || b < Fewest)
            return null;
        var z = p == .5 ? 0 : Normal(p);
        var lambda = (z * z - 3) / 6;
        var h = 2 / (1 / (a - 1) + 1 / (b - 1));
        var start = Math.Exp(2 * (z * Math.Sqrt(h + lambda) / h - (1 / (a - 1) - 1 / (b - 1)) * (lambda + 5.0 / 6 - 2 / (3 * h))));
        return Newton(start, Math.Min(p, 1 - p), x => FTail(x, a, b, isLower: p <= .5));
    }

    private static double Normal(double p) => p == .975 ? Distributions.Z : p == .025 ? -Distributions.Z : Distributions.NormalQuantile(p);

    /// <summary>Upper tail of t, and by how much it changes with the logarithm of t.</summary>
    private static (double Tail, double Slope) TTail(double t, double df)
    {
        var square = t * t;
        double x = df / (df + square), y = square / (df + square);
        return (SpecialFunctions.Beta(df / 2, .5, x, y).Lower / 2, -Density(df / 2, .5, x, y));
    }

    private static (double Tail, double Slope) FTail(double value, double a, double b, bool isLower)
    {
        double x = a * value / (a * value + b), y = b / (a * value + b);
        var (lower, upper) = SpecialFunctions.Beta(a / 2, b / 2, x, y);
        var density = Density(a / 2, b / 2, x, y);
        return isLower ? (lower, density) : (upper, -density);
    }

    /// <summary>x^a y^b / B(a, b): the derivative of I_x(a, b) by the logarithm of x / y.</summary>
    private static double Density(double a, double b, double x, double y) => SpecialFunctions.BinomialDensity(a, b, x, y) * a * b / (a + b);

    /// <summary>Where a tail has a size; null where the steps do not become small.</summary>
    private static double? Newton(double start, double target, Func<double, (double Tail, double Slope)> tailAt)
    {
        var log = Math.Log(start);
        for (var i = 0; i < MostSteps; i++)
        {
            var (tail, slope) = tailAt(Math.Exp(log));
            var step = tail * Math.Log(target / tail) / slope;
            log += step;
            if (Math.Abs(step) < LastStep)
                return Math.Exp(log);
        }
        return null;
    }
}
