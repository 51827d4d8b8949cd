namespace Feedback.Indicators;

/// <summary>A score watched from period to period: what its first twelve periods are like, and where it went from there.</summary>
/// <param name="Last">The last period.</param>
/// <param name="Baseline">b, plain mean of the twelve means.</param>
/// <param name="Sd">s, the pooled spread inside the twelve periods.</param>
/// <param name="Tau">Real movement from period to period that is no alarm: tau^2 = variance of the twelve means less mean(s^2/n).</param>
/// <param name="Noise">mean(s^2/n) over the twelve, in squared points.</param>
/// <param name="Ewma">Chart of the standardised means from the 13th on.</param>
/// <param name="Cusum">The same as cumulative sums.</param>
internal sealed record ScoreStream(Moments Last, double Baseline, double Sd, double Tau, double Noise, Ewma Ewma, Cusum Cusum)
{
    private const int Periods = 12;

    /// <summary>Weight of the newest period, and limits by simulation for a baseline estimated from twelve periods.</summary>
    private const double Lambda = .2, L = 2.8, K = .5, H = 5;

    /// <summary>Squared points below which a spread is rounding.</summary>
    private const double Negligible = 1e-20;

    /// <summary>Whether there is any spread to measure a movement with.</summary>
    public bool HasSpread => Sd * Sd + Tau * Tau > Negligible;

    /// <summary>Null without a 13th period.</summary>
    /// <param name="periods">Periods of at least k answers, in order.</param>
    public static ScoreStream? Of(IReadOnlyList<Moments> periods)
    {
        if (periods.Count <= Periods)
            return null;
        var first = periods.Take(Periods).ToArray();
        var mean = first.Average(period => period.Mean);
        var variance = first.Sum(period => (period.N - 1) * period.Variance) / first.Sum(period => period.N - 1);
        var between = first.Sum(period => (period.Mean - mean) * (period.Mean - mean)) / (Periods - 1);
        var noise = first.Average(period => variance / period.N);
        var tau = Math.Sqrt(Math.Max(0, between - noise));
        var start = new ScoreStream(periods[^1], mean, Math.Sqrt(variance), tau, noise, new(Lambda, L), new(K, H));
        return start.HasSpread ? periods.Skip(Periods).Aggregate(start, Watch) : start;
    }

    /// <summary>se = sqrt(tau^2 + s^2/n).</summary>
    public double StandardError(Moments period) => Math.Sqrt(Tau * Tau + Sd * Sd / period.N);

    private static ScoreStream Watch(ScoreStream stream, Moments period)
    {
        var x = (period.Mean - stream.Baseline) / stream.StandardError(period);
        return stream with { Ewma = stream.Ewma.Add(x), Cusum = stream.Cusum.Add(x) };
    }

    /// <summary>Last mean - b, +- t(.975, 11) sqrt(se_T^2 + (tau^2 + mean(s^2/n))/12), in points.</summary>
    public Estimate Movement()
    {
        var error = StandardError(Last);
        var half = Distributions.TQuantile(.975, Periods - 1) * Math.Sqrt(error * error + (Tau * Tau + Noise) / Periods);
        var moved = Last.Mean - Baseline;
        return Estimate.Clipped(moved, moved - half, moved + half, -100, 100);
    }
}
