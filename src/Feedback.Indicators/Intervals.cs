namespace Feedback.Indicators;

/// <summary>A figure and its 95% limits, which always hold it.</summary>
public readonly record struct Estimate(double Value, double Low, double High)
{
    internal static Estimate Clipped(double value, double low, double high, double floor, double ceiling)
    {
        value = Math.Clamp(value, floor, ceiling);
        return new(value, Math.Clamp(low, floor, value), Math.Clamp(high, value, ceiling));
    }

    internal static Estimate Clipped(Estimate estimate, double floor, double ceiling) =>
        Clipped(estimate.Value, estimate.Low, estimate.High, floor, ceiling);
}

/// <summary>95% intervals of shares, net figures and means, in percent and points. n may be Kish's effective n.</summary>
public static class Intervals
{
    private const double Z = Distributions.Z;

    /// <summary>
    /// Share of 0..1 in percent: centre (p + z^2/2m) / (1 + z^2/m), m = n, or n (N - 1)/(N - n) with a headcount N (Wilson
    /// 1927). A share of 0 has low 0, a share of 1 has high 100, exactly; everybody asked: no width.
    /// </summary>
    public static Estimate Share(double share, double n, long? headcount = null)
    {
        var m = SampleSize(n, headcount);
        if (double.IsInfinity(m))
            return new(100 * share, 100 * share, 100 * share);
        var square = Z * Z;
        var centre = (share + square / (2 * m)) / (1 + square / m);
        var half = Z / (1 + square / m) * Math.Sqrt(share * (1 - share) / m + square / (4 * m * m));
        return Estimate.Clipped(
            100 * share, share == 0 ? 0 : 100 * (centre - half), share == 1 ? 100 : 100 * (centre + half), 0, 100);
    }

    /// <summary>
    /// 100 (p - d) for two shares of 0..1 of the same people: adjusted Wald, three quarters of an answer added to each of the
    /// outer groups and three answers in all (Rocks 2016), clipped to -100..100. The variance p + d - (p - d)^2 may be given:
    /// small cells of employees have that of the whole base.
    /// </summary>
    public static Estimate Net(double positive, double negative, double n, long? headcount = null, double? variance = null)
    {
        var m = SampleSize(n, headcount);
        var net = 100 * (positive - negative);
        if (double.IsInfinity(m))
            return new(net, net, net);
        var p = (positive * m + .75) / (m + 3);
        var d = (negative * m + .75) / (m + 3);
        var half = 100 * Z * Math.Sqrt(Math.Max(0, variance ?? p + d - (p - d) * (p - d)) / (m + 3));
        return Estimate.Clipped(net, 100 * (p - d) - half, 100 * (p - d) + half, -100, 100);
    }

    /// <summary>
    /// m +- t(.975, n - 1) s* / sqrt(n) x fpc, clipped to 0..100, s* = max(s, spread floor), fpc = sqrt((N - n)/(N - 1)) with
    /// a headcount N of at least n. Needs more than one person.
    /// </summary>
    public static Estimate Mean(Moments moments, long? headcount = null)
    {
        var n = moments.Effective;
        var correction = headcount is { } all && all >= n ? Math.Sqrt((all - n) / (all - 1)) : 1;
        var half = Distributions.TQuantile(.975, n - 1) * moments.Sd / Math.Sqrt(n) * correction;
        return Estimate.Clipped(moments.Mean, moments.Mean - half, moments.Mean + half, 0, 100);
    }

    /// <summary>
    /// first - second from the limits of the two alone (MOVER): low = d - sqrt((a - a.low)^2 + (b.high - b)^2), high = d +
    /// sqrt((a.high - a)^2 + (b - b.low)^2) (Newcombe 1998; Zou and Donner 2008).
    /// </summary>
    public static Estimate Difference(Estimate first, Estimate second)
    {
        var difference = first.Value - second.Value;
        return new(
            difference,
            difference - double.Hypot(first.Value - first.Low, second.High - second.Value),
            difference + double.Hypot(first.High - first.Value, second.Value - second.Low));
    }

    /// <summary>The n that carries as much as n of a known headcount; infinite if everybody answered, n if the headcount is wrong.</summary>
    private static double SampleSize(double n, long? headcount) =>
        headcount is not { } all || all < n ? n
        : all == n ? double.PositiveInfinity
        : n * (all - 1) / (all - n);
}
