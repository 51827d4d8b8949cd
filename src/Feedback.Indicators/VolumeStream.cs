namespace Feedback.Indicators;

/// <summary>Mentions of one topic in one unit, week by week.</summary>
/// <param name="Stream">Name of the stream.</param>
/// <param name="Count">Mentions in the week looked at.</param>
/// <param name="Baseline">Mentions in the weeks before it, in order, weeks without any as 0; the last eight count.</param>
public sealed record VolumeStream(string Stream, long Count, IReadOnlyList<long> Baseline);

/// <summary>How unusual a count is against the weeks before it.</summary>
/// <param name="Expected">E = max(3, mean of the eight weeks).</param>
/// <param name="P">P(X >= count) when E are expected.</param>
/// <param name="IsBursty">Whether the baseline varies by more than 1.5 E, so that a negative binomial law takes the place of Poisson's.</param>
internal readonly record struct CountAlarm(double Expected, double P, bool IsBursty)
{
    /// <summary>The weeks before that a count is held against.</summary>
    public const int Weeks = 8;

    private const double LeastExpected = 3, Bursty = 1.5;

    /// <summary>
    /// Upper tail of a Poisson law with mean E, or of a negative binomial law with mean E and size E^2/(v - E) when the
    /// baseline variance v (divisor 7) exceeds 1.5 E. Null with fewer than eight weeks.
    /// </summary>
    public static CountAlarm? Of(VolumeStream stream) => Of(stream.Count, [.. stream.Baseline]);

    /// <summary>The same; the last eight weeks count.</summary>
    public static CountAlarm? Of(long count, ReadOnlySpan<long> baseline)
    {
        if (baseline.Length < Weeks)
            return null;
        var weeks = baseline[^Weeks..];
        double sum = 0, squares = 0;
        foreach (var week in weeks)
            sum += week;
        var mean = sum / Weeks;
        foreach (var week in weeks)
            squares += (week - mean) * (week - mean);
        var variance = squares / (Weeks - 1);
        var expected = Math.Max(LeastExpected, mean);
        return variance > Bursty * expected
            ? new(expected, Distributions.NegativeBinomialTail(count, expected, expected * expected / (variance - expected)), true)
            : new(expected, Distributions.PoissonTail(count, expected), false);
    }
}
