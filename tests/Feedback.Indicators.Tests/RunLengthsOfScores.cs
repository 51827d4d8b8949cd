namespace Feedback.Indicators.Tests;

/// <summary>
/// Time to a false alarm of a score whose usual range is known from twelve periods only (sd 20, 40 answers a period): what is said
/// of it, found again by simulation with fixed seeds. What was said came from 40,000 runs.
/// </summary>
public sealed class RunLengthsOfScores
{
    private const int Runs = 4_000, RunsOfWhatIsSaid = 40_000, Baseline = 12;
    private const double People = 40, Sd = 20;

    /// <summary>
    /// Shares of so many runs, and of those that what is said came from, lie within so many standard errors: too far off by chance
    /// once in 1,700 times.
    /// </summary>
    private static readonly double Tolerance = 3.45 * Math.Sqrt(.25 / Runs + .25 / RunsOfWhatIsSaid);

    /// <param name="limit">Width of the limits in standard errors.</param>
    /// <param name="tau">How much the score moves from period to period without reason, in points.</param>
    /// <param name="median">Periods by which half of the runs have alarmed.</param>
    /// <param name="within">The share that has within twelve periods; null where none is said.</param>
    [TestCase(2.8, 0, 120, .07)]
    [TestCase(2.8, 2, 78, .11)]
    [TestCase(2.8, 4, 65, .15)]
    [TestCase(2.8, 10, 65, .15)]
    [TestCase(2.962, 0, 179, null)]
    [TestCase(2.962, 2, 108, null)]
    [TestCase(2.962, 4, 89, null)]
    public void Quiet_scores_raise_a_false_alarm_as_late_as_is_said(double limit, double tau, int median, double? within)
    {
        var normal = new RunLength.Normal(5);
        var first = Enumerable.Range(0, Runs).Select(_ => FirstAlarm(normal, limit, tau, shift: 0, periods: 2 * median)).ToArray();
        TestContext.Out.WriteLine($"L {limit}, tau {tau}: median of {Runs} runs {Median.Of(first.Select(f => (double)f))} periods, said {median}; {100 * Share(Baseline):0.0}% within twelve periods");
        // The median m: fewer than half alarm before m, and at least half by m.
        Assert.That(Share(median - 1), Is.LessThan(.5 + Tolerance));
        Assert.That(Share(median), Is.GreaterThan(.5 - Tolerance));
        // Said in whole percent.
        if (within is { } said)
            Assert.That(Share(Baseline), Is.EqualTo(said).Within(.005 + 3.45 * Math.Sqrt(said * (1 - said) / Runs)));

        double Share(int by) => first.Count(f => f <= by) / (double)Runs;
    }

    [TestCase(0)]
    [TestCase(2)]
    public void A_lasting_shift_of_five_points_is_seen_after_five_periods(double tau)
    {
        var normal = new RunLength.Normal(3);
        var delays = Enumerable.Range(0, Runs).Select(_ => (double)FirstAlarm(normal, 2.8, tau, shift: 5, periods: 100)).ToArray();
        TestContext.Out.WriteLine($"tau {tau}: a shift of 5 is seen after {Median.Of(delays)} periods (median of {Runs} runs), in {100 * delays.Count(d => d <= 10) / (double)Runs:0.0}% within ten");
        Assert.That(Median.Of(delays), Is.EqualTo(5));
    }

    /// <summary>The period after the baseline in which the chart first alarms; one more than were watched if it does not.</summary>
    private static int FirstAlarm(RunLength.Normal normal, double limit, double tau, double shift, int periods)
    {
        var seen = new List<Moments>(Baseline + 1);
        for (var period = 0; period < Baseline; period++)
            seen.Add(Draw(0));
        var stream = ScoreStream.Of([.. seen, Draw(0)])!;
        var chart = new Ewma(stream.Ewma.Lambda, limit);
        for (var period = 1; period <= periods; period++)
        {
            var drawn = Draw(shift);
            chart = chart.Add((drawn.Mean - stream.Baseline) / stream.StandardError(drawn));
            if (chart.Alarm)
                return period;
        }
        return periods + 1;

        Moments Draw(double by) => new(
            (long)People, 60 + by + Math.Sqrt(tau * tau + Sd * Sd / People) * normal.Next(), Sd * Sd * (1 + Math.Sqrt(2 / (People - 1)) * normal.Next()));
    }
}
