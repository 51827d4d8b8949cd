using System.Diagnostics;
using System.Diagnostics.Metrics;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>What the writer measures. No survey and no audience is told apart: who sees which survey's count rises knows when somebody answered it.</summary>
internal static class IngestMeters
{
    private static readonly Meter Meter = new("Feedback.Ingest");
    private static readonly Counter<long> Responses = Meter.CreateCounter<long>("feedback.responses", "{response}", "Responses by outcome and way in");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("feedback.commit.duration", "s", "Time of one group's transaction");
    private static readonly Histogram<int> GroupSizes = Meter.CreateHistogram<int>("feedback.commit.size", "{response}", "Responses in one transaction");
    private static readonly Histogram<double> WaitTime = Meter.CreateHistogram<double>("feedback.inbox.wait", "s", "Time a submission waited for the writer");
    private static readonly Histogram<double> FoldTime = Meter.CreateHistogram<double>("feedback.fold.duration", "s", "Time of one round of folding counts");
    private static readonly Gauge<long> FoldLeft = Meter.CreateGauge<long>("feedback.fold.waiting", "{count}", "Appended counts that wait to be folded, as far as this process knows");

    private static readonly string[] Outcomes = Enum.GetNames<Outcome>(), Ways = [.. Enum.GetNames<WayIn>().Select(w => w.ToLowerInvariant())];

    /// <summary>The writer took these up.</summary>
    public static void TakenUp(List<Submission> group)
    {
        if (!WaitTime.Enabled) return;
        foreach (var submission in group) WaitTime.Record(Stopwatch.GetElapsedTime(submission.MadeAt).TotalSeconds);
    }

    /// <summary>The writer is done with these: they have their outcomes, or none where they were not stored.</summary>
    public static void Written(List<Submission> group, int responses, long started)
    {
        CommitTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        GroupSizes.Record(responses);
        if (!Responses.Enabled) return;
        Span<int> counts = stackalloc int[Ways.Length * Outcomes.Length];
        foreach (var submission in group)
        {
            foreach (var response in submission.Responses) counts[(int)submission.Way * Outcomes.Length + (int)response.Outcome]++;
        }
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0) Responses.Add(counts[i], new KeyValuePair<string, object?>("outcome", Outcomes[i % Outcomes.Length]), new KeyValuePair<string, object?>("way", Ways[i / Outcomes.Length]));
        }
    }

    /// <summary>Counts were folded.</summary>
    public static void Folded(long started, long left)
    {
        FoldTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        FoldLeft.Record(left);
    }
}
