namespace Feedback.Indicators.Tests;

/// <summary>How often early warnings cry wolf, and how soon they are right, by simulation with fixed seeds.</summary>
public sealed class RaisingFalseAlarms
{
    /// <summary>What is said of the limit 2.8 (12 baseline periods, sd 20, n 40), found again by simulation.</summary>
    [TestCase(0, .07)]
    [TestCase(2, .11)]
    [TestCase(4, .15)]
    public void A_quiet_score_raises_a_false_alarm_within_a_year_as_often_as_is_said(double tau, double expected)
    {
        const int runs = 4000;
        var normal = new RunLength.Normal(2);
        var alarms = Enumerable.Range(0, runs).Count(_ => FirstAlarm(normal, tau, shift: 0, periods: 12) is not null);
        Assert.That(alarms / (double)runs, Is.EqualTo(expected).Within(.015));
    }

    [TestCase(0)]
    [TestCase(2)]
    public void A_lasting_shift_of_five_points_is_seen_after_five_periods(double tau)
    {
        var normal = new RunLength.Normal(3);
        var delays = Enumerable.Range(0, 2000).Select(_ => (double)(FirstAlarm(normal, tau, shift: 5, periods: 100) ?? 100));
        Assert.That(Median.Of(delays), Is.EqualTo(5));
    }

    [Test]
    public void Many_quiet_streams_rarely_raise_an_alarm_in_a_week()
    {
        var random = new Random(11);
        var weeks = 0;
        for (var week = 0; week < 200; week++)
        {
            VolumeStream[] streams = [.. Enumerable.Range(0, 20).Select(i => new VolumeStream($"s{i}", Poisson(), [.. Enumerable.Range(0, 8).Select(_ => Poisson())]))];
            weeks += new EarlyWarning().Adjusted(streams, Some.Customers).Any(row => row.Figure.Components.GetValueOrDefault("alarm") is true) ? 1 : 0;
        }
        // A baseline estimated from eight weeks makes the test somewhat too eager: more than .05, far from the .6 of 20 unadjusted tests.
        Assert.That(weeks, Is.LessThan(.2 * 200));

        long Poisson()
        {
            var (count, product) = (0L, random.NextDouble());
            for (var limit = Math.Exp(-15); product > limit; product *= random.NextDouble())
                count++;
            return count;
        }
    }

    /// <summary>The period after the baseline in which the chart first alarms; 40 answers of spread 20 a period, means that move by tau.</summary>
    private static int? FirstAlarm(RunLength.Normal normal, double tau, double shift, int periods)
    {
        List<Moments> seen = [.. Enumerable.Range(0, 12).Select(_ => Draw(0))];
        for (var period = 1; period <= periods; period++)
        {
            seen.Add(Draw(shift));
            if (ScoreStream.Of(seen)!.Ewma.Alarm)
                return period;
        }
        return null;

        Moments Draw(double by) => new(
            40, 60 + by + Math.Sqrt(tau * tau + 10) * normal.Next(), 400 * (1 + Math.Sqrt(2 / 39.0) * normal.Next()));
    }
}
