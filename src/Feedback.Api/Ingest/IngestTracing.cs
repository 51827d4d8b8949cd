using System.Diagnostics;

namespace Feedback.Api.Ingest;

/// <summary>
/// Spans of the way in: below a request that is traced, which customers' alone are; and of a commit, linked to those whose responses it
/// stored, where it stored customers' alone. Of one that holds an employee's there is none: its time would be the answer's.
/// </summary>
internal static class IngestTracing
{
    /// <summary>What leaves begins so; the server's own spans do not.</summary>
    private const string Prefix = "Feedback.";

    private const int MostLinks = 100;

    private static readonly ActivitySource Source = new("Feedback.Ingest");

    /// <summary>Whose request it is, where that is traced.</summary>
    public static ActivityContext Sender => Traced?.Context ?? default;

    private static Activity? Traced => Source.HasListeners() && Activity.Current is { IsAllDataRequested: true } span && span.Source.Name.StartsWith(Prefix, StringComparison.Ordinal) ? span : null;

    /// <summary>A part of the way of one request; null where that is not traced.</summary>
    public static Activity? Part(string name) => Traced is null ? null : Source.StartActivity(name);

    /// <summary>The transaction of a group; null where nobody of it is traced, or one of it may not be.</summary>
    public static Activity? Commit(List<Submission> group)
    {
        if (!Source.HasListeners() || !group.Exists(s => s.Sender != default)) return null;
        // Responses of customers have no period.
        if (group.Exists(s => s.Responses.Any(r => r.Period != 0))) return null;
        var span = Source.StartActivity("commit", ActivityKind.Internal, default(ActivityContext), links: group.Where(s => s.Sender != default).Select(s => s.Sender).Distinct().Take(MostLinks).Select(c => new ActivityLink(c)));
        span?.SetTag("feedback.responses", group.Sum(s => s.Responses.Count));
        return span;
    }
}
