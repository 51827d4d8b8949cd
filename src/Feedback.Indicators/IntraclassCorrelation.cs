namespace Feedback.Indicators;

/// <summary>
/// How much of the differences between people are differences between their groups: one-way analysis of variance (Shrout and
/// Fleiss 1979; Bliese 2000), always with n0 and never with the plain mean group size.
/// </summary>
/// <param name="Groups">k, the number of groups.</param>
/// <param name="N">People in all of them.</param>
/// <param name="Between">Mean square between groups, in squared points.</param>
/// <param name="Within">Mean square within groups, in squared points; above 0.</param>
/// <param name="N0">(N - sum n_i^2 / N)/(k - 1), the group size that counts.</param>
public sealed record IntraclassCorrelation(int Groups, long N, double Between, double Within, double N0)
{
    /// <summary>ICC(1) = (MSB - MSW)/(MSB + (n0 - 1) MSW); negative where groups differ less than chance.</summary>
    public double Single => (Between - Within) / (Between + (N0 - 1) * Within);

    /// <summary>ICC(2) = (MSB - MSW)/MSB, the reliability of the group means; 0 for less, so that it has a value without any difference.</summary>
    public double Mean => Between > Within ? (Between - Within) / Between : 0;

    /// <summary>F = MSB/MSW.</summary>
    public double F => Between / Within;

    /// <summary>Null with fewer than two groups, without people to spare (N = k), or without spread inside the groups.</summary>
    public static IntraclassCorrelation? Of(IReadOnlyCollection<Moments> groups)
    {
        var n = groups.Sum(group => group.N);
        if (groups.Count < 2 || n <= groups.Count)
            return null;
        var mean = groups.Sum(group => group.N * group.Mean) / n;
        var between = groups.Sum(group => group.N * (group.Mean - mean) * (group.Mean - mean)) / (groups.Count - 1);
        var within = groups.Sum(group => (group.N - 1) * group.Variance) / (n - groups.Count);
        var size = (n - groups.Sum(group => (double)group.N * group.N) / n) / (groups.Count - 1);
        return within > 0 ? new(groups.Count, n, between, within, size) : null;
    }

    /// <summary>
    /// ICC(1) with its 95% limits (F' - 1)/(F' + n0 - 1), F' = F / F(.975, k - 1, N - k) below and max(F, 1) F(.975, N - k, k - 1)
    /// above (Shrout and Fleiss 1979); the max keeps the upper limit honest where groups differ less than chance.
    /// </summary>
    public Estimate Interval()
    {
        double a = Groups - 1, b = N - Groups;
        return new(
            Single,
            Limit(F / Distributions.FQuantile(.975, a, b)),
            Limit(Math.Max(F, 1) * Distributions.FQuantile(.975, b, a)));

        double Limit(double f) => (f - 1) / (f + N0 - 1);
    }
}
