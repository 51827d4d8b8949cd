namespace Feedback.Indicators.Tests;

/// <summary>
/// How often quiet streams of mentions raise an alarm, by simulation with a fixed seed: a week draws each stream's eight weeks
/// before it and the week itself from one law. What is said was found in 20,000 weeks, and stands in docs/early-warnings.md.
/// </summary>
public sealed class FalseAlarmsOfVolumes
{
    private const int Streams = 20_000, MostWeeks = 1_000;

    /// <summary>Mentions vary as chance has it, by a Poisson law.</summary>
    [TestCase(1, 15, .046)]
    [TestCase(20, 5, .059)]
    [TestCase(20, 15, .060)]
    [TestCase(20, 50, .063)]
    [TestCase(200, 5, .074)]
    [TestCase(200, 15, .077)]
    public void A_week_of_quiet_streams_has_an_alarm_as_often_as_is_said(int streams, int mean, double said) => AssertShare(streams, mean, mean, said);

    /// <summary>
    /// Mentions come in bursts: eight weeks are too few to tell how much they vary, so that the alarm is raised more often. A
    /// negative binomial law with a variance of two to four times its mean.
    /// </summary>
    [TestCase(20, 5, 10, .266)]
    [TestCase(20, 15, 30, .251)]
    [TestCase(20, 15, 60, .322)]
    [TestCase(20, 50, 150, .285)]
    public void A_week_of_bursty_streams_has_an_alarm_as_often_as_is_said(int streams, int mean, int variance, double said) => AssertShare(streams, mean, variance, said);

    private static void AssertShare(int streams, int mean, int variance, double said)
    {
        var (random, weeks, alarmed) = (new Random(11), Math.Min(MostWeeks, Streams / streams), 0);
        for (var week = 0; week < weeks; week++)
        {
            VolumeStream[] quiet = [.. Enumerable.Range(0, streams).Select(i => new VolumeStream($"s{i}", Draw(random, mean, variance), [.. Enumerable.Range(0, 8).Select(_ => Draw(random, mean, variance))]))];
            if (new EarlyWarning().Adjusted(quiet, Some.Customers).Any(row => row.Figure.Components.GetValueOrDefault("alarm") is true))
                alarmed++;
        }
        var share = alarmed / (double)weeks;
        TestContext.Out.WriteLine($"{streams} streams, mean {mean}, variance {variance}: an alarm in {100 * share:0.0}% of {weeks} weeks, said {100 * said:0.0}%");
        // 3.5 standard errors of so many weeks: further off by chance once in 2,000 times.
        Assert.That(share, Is.EqualTo(said).Within(3.5 * Math.Sqrt(said * (1 - said) / weeks)));
    }

    /// <summary>Poisson, or, for a larger variance, Poisson around a mean that itself follows a gamma law of whole size: a negative binomial.</summary>
    private static long Draw(Random random, double mean, double variance)
    {
        var rate = mean;
        if (variance > mean)
        {
            var size = (int)(mean * mean / (variance - mean));
            rate = Enumerable.Range(0, size).Sum(_ => -Math.Log(1 - random.NextDouble())) * mean / size;
        }
        var count = 0L;
        for (var (limit, product) = (Math.Exp(-rate), random.NextDouble()); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}
