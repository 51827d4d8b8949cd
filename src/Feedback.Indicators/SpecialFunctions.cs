namespace Feedback.Indicators;

/// <summary>
/// The incomplete gamma and beta functions behind every quantile. Their leading factors are worked out as deviances
/// (Loader 2000), so that they keep about 13 digits for large counts too, where differences of log-gammas would not.
/// </summary>
public static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const double Epsilon = 1e-16;
    private const int MaximumSteps = 1_000_000;
    private static readonly double HalfLogTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>ln of the gamma function, x above 0 (Stirling's series, shifted up to 10).</summary>
    public static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < 10)
            product *= x++;
        return (x - .5) * Math.Log(x) - x + HalfLogTwoPi + Series(x) - Math.Log(product);
    }

    /// <summary>P(a, x) and its complement Q(a, x), a above 0, x at least 0.</summary>
    public static (double Lower, double Upper) Gamma(double a, double x)
    {
        if (x <= 0)
            return (0, 1);
        var factor = PoissonDensity(a, x);
        if (x < a + 1)
        {
            var lower = Math.Min(1, factor * GammaSeries(a, x));
            return (lower, 1 - lower);
        }
        var upper = Math.Min(1, factor * a * GammaFraction(a, x));
        return (1 - upper, upper);
    }

    /// <summary>I_x(a, b) and its complement; y = 1 - x is passed beside x so that neither loses digits near 0 or 1.</summary>
    public static (double Lower, double Upper) Beta(double a, double b, double x, double y)
    {
        if (x <= 0)
            return (0, 1);
        if (y <= 0)
            return (1, 0);
        var factor = BinomialDensity(a, b, x, y);
        if (x < (a + 1) / (a + b + 2))
        {
            var lower = Math.Min(1, factor * b / (a + b) * a / BetaFraction(a, b, x, y));
            return (lower, 1 - lower);
        }
        var upper = Math.Min(1, factor * b / (a + b) * a / BetaFraction(b, a, y, x));
        return (1 - upper, upper);
    }

    /// <summary>e^-x x^a / gamma(a + 1).</summary>
    internal static double PoissonDensity(double a, double x) =>
        Math.Exp(-Remainder(a) - Deviance(a, x, a - x)) / Math.Sqrt(2 * Math.PI * a);

    /// <summary>x^a y^b gamma(a + b + 1) / (gamma(a + 1) gamma(b + 1)).</summary>
    internal static double BinomialDensity(double a, double b, double x, double y)
    {
        var n = a + b;
        var apart = a * y - b * x;
        var exponent = Remainder(n) - Remainder(a) - Remainder(b) - Deviance(a, n * x, apart) - Deviance(b, n * y, -apart);
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * a * b));
    }

    /// <summary>What Stirling's formula leaves over of ln gamma(x + 1).</summary>
    private static double Remainder(double x) =>
        x >= 10 ? Series(x) : LogGamma(x + 1) - ((x + .5) * Math.Log(x) - x + HalfLogTwoPi);

    private static double Series(double x)
    {
        var s = 1 / (x * x);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360
            - s * (1.0 / 156 - s * 3617.0 / 122400))))))) / x;
    }

    /// <summary>x ln(x / m) + m - x without cancellation near x = m; the difference x - m is passed because it can be had more exactly.</summary>
    private static double Deviance(double x, double m, double difference)
    {
        if (Math.Abs(difference) >= .1 * (x + m))
            return x * Math.Log(x / m) + m - x;
        var v = difference / (x + m);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var k = 3; ; k += 2)
        {
            term *= v * v;
            var next = sum + term / k;
            if (next == sum)
                return next;
            sum = next;
        }
    }

    private static double GammaSeries(double a, double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; k < MaximumSteps && term > sum * Epsilon; k++)
            sum += term *= x / (a + k);
        return sum;
    }

    private static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var k = 1; k < MaximumSteps; k++)
        {
            var an = -k * (k - a);
            b += 2;
            d = 1 / NotZero(an * d + b);
            c = NotZero(b + an / c);
            value *= d * c;
            if (Math.Abs(d * c - 1) < Epsilon * 10)
                break;
        }
        return value;
    }

    /// <summary>The fraction of DiDonato and Morris (1992), in which x near 1 costs no digits.</summary>
    private static double BetaFraction(double a, double b, double x, double y)
    {
        var value = NotZero(a * (a * y - b * x + 1) / (a + 1));
        var c = value;
        var d = 0.0;
        for (var m = 1; m < MaximumSteps; m++)
        {
            var beta = m + m * (b - m) * x / (a + 2 * m - 1) + (a + m) * (a * y - b * x + 1 + m * (2 - x)) / (a + 2 * m + 1);
            var denominator = a + 2 * m - 1;
            var alpha = (a + m - 1) / denominator * ((a + b + m - 1) / denominator) * m * (b - m) * x * x;
            d = 1 / NotZero(beta + alpha * d);
            c = NotZero(beta + alpha / c);
            value *= c * d;
            if (Math.Abs(c * d - 1) < Epsilon * 10)
                break;
        }
        return value;
    }

    private static double NotZero(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
