using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Feedback.Api.Releases;

/// <summary>What releases measure. When one was made is told to everybody, so that its time is no secret.</summary>
internal static class ReleaseMeters
{
    public static readonly ActivitySource Source = new("Feedback.Releases");

    private static readonly Meter Meter = new("Feedback.Releases");
    private static readonly Histogram<double> Time = Meter.CreateHistogram<double>("feedback.release.duration", "s", "Time from the beginning of a release to its commit, or to its failure");
    private static readonly Gauge<double> Progress = Meter.CreateGauge<double>("feedback.release.progress", "1", "Part of the bases of the release under way that are audited; 1 when it is done");

    public static void Audited(int done, int of) => Progress.Record(of == 0 ? 0 : (double)done / of);

    public static void Ended(string outcome, long started)
    {
        Time.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        Progress.Record(1);
    }
}
