namespace Feedback.Indicators;

/// <summary>Root of a continuous function inside a bracket: secant and inverse quadratic steps, bisection where they stray (Brent 1973).</summary>
internal static class Brent
{
    public static double Root(Func<double, double> f, double a, double fa, double b, double fb)
    {
        double c = a, fc = fa, d = b - a, e = d;
        for (var step = 0; step < 200; step++)
        {
            if (fb > 0 == fc > 0)
                (c, fc, d, e) = (a, fa, b - a, b - a);
            if (Math.Abs(fc) < Math.Abs(fb))
                (a, fa, b, fb, c, fc) = (b, fb, c, fc, b, fb);
            var tolerance = 2e-16 * Math.Max(1e-3, Math.Abs(b));
            var half = (c - b) / 2;
            if (Math.Abs(half) <= tolerance || fb == 0)
                break;
            (d, e) = Move(a, fa, b, fb, c, fc, d, e, half, tolerance);
            (a, fa) = (b, fb);
            b += Math.Abs(d) > tolerance ? d : Math.CopySign(tolerance, half);
            fb = f(b);
        }
        return b;
    }

    private static (double Step, double Before) Move(
        double a, double fa, double b, double fb, double c, double fc, double d, double e, double half, double tolerance)
    {
        if (Math.Abs(e) < tolerance || Math.Abs(fa) <= Math.Abs(fb))
            return (half, half);
        var s = fb / fa;
        double p, q;
        if (a == c)
        {
            p = 2 * half * s;
            q = 1 - s;
        }
        else
        {
            var (u, v) = (fa / fc, fb / fc);
            p = s * (2 * half * u * (u - v) - (b - a) * (v - 1));
            q = (u - 1) * (v - 1) * (s - 1);
        }
        if (p > 0)
            q = -q;
        p = Math.Abs(p);
        return 2 * p < Math.Min(3 * half * q - Math.Abs(tolerance * q), Math.Abs(e * q)) ? (p / q, d) : (half, half);
    }
}
