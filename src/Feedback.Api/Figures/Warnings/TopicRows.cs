using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>
/// The streams of topics as rows of <c>early-warning</c>: <c>measure=topics</c> for all of them, <c>measure=topic:CODE</c> for one. Which
/// rows are asked for changes no figure; the row <c>all</c> has the lead of the employees.
/// </summary>
internal static class TopicRows
{
    /// <summary>The measure that means every topic.</summary>
    public const string All = "topics";

    private const string One = TopicStream.Mark;

    private static readonly EarlyWarning Indicator = new();

    /// <summary>Whether a measure means topics.</summary>
    public static bool IsTopical(string measure) => measure == All || measure.StartsWith(One, StringComparison.Ordinal);

    /// <summary>Whether it means all of them, or one that there is.</summary>
    public static bool IsKnown(string measure, CatalogueSnapshot catalogue) => measure == All || catalogue.Words.Topics.Any(t => One + t.Code == measure);

    /// <param name="scope">The snapshot.</param>
    /// <param name="request">What is asked; its units, topic and level pick rows, its other filters cut what is counted.</param>
    /// <param name="last">The first day of the last period.</param>
    /// <param name="length">How long periods are.</param>
    public static async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, DateOnly last, Interval length)
    {
        var filter = request.Where.Where(w => w.Dimension != ResponseRules.Unit).ToList();
        var end = TimeSpans.EndOf(last, length);
        var within = request.Where.Where(w => w.Dimension == ResponseRules.Unit).Select(w => w.Value).SingleOrDefault();
        var hasLead = scope.SeesBoth && filter.Count == 0 && within is null && !request.NamesSurveys && request.Topics == All;
        var history = await TopicHistory.Read(scope, request.Audience, request.Surveys, filter, length, end, hasLead ? null : TopicHistory.StartFor(end, length));
        var warnings = new TopicWarnings(history);
        var isByUnit = request.By.Count > 0 || request.Level is not null;
        var tree = scope.Units;
        var below = within is null ? null : tree.WithDescendants(within);
        var drafts = warnings.Figures()
            .Where(f => request.Topics == All || One + f.Stream.Topic == request.Topics)
            .Where(f => !isByUnit ? f.Stream.Unit == within
                : f.Stream.Unit is { } unit && below?.Contains(unit) != false && (request.Level is not { } level || tree.LevelOf(unit) == level))
            .Select(f => new Draft(last, end, request.By.Count > 0 ? [f.Stream.Unit] : [], f.Stream.Name, f.Figure, history.Terms)).ToList();
        if (hasLead && await LeadOf(scope, request, warnings) is { } lead)
            drafts.Add(new Draft(last, end, request.By.Count > 0 ? [null] : [], "all", Indicator.Summary(lead, history.Terms), history.Terms));
        return drafts;
    }

    /// <summary>How the audiences followed each other; null where one says nothing yet.</summary>
    private static async Task<Lead?> LeadOf(ReadScope scope, IndicatorRequest request, TopicWarnings own)
    {
        IReadOnlyList<Survey> surveys = [.. scope.Catalogue.Of(request.OtherAudience)];
        var length = request.OtherAudience == Audience.Customer ? Interval.Week : TimeSpans.GridOf([.. surveys.Where(TopicHistory.Counts)], Audience.Employee);
        // Neither side looks past what is asked for.
        var by = request.Range.To is { } to && to < scope.Today ? to : scope.Today;
        var others = new TopicWarnings(await TopicHistory.Read(scope, request.OtherAudience, surveys, [], length, TimeSpans.BucketOf(by, length)));
        return (request.Audience == Audience.Employee ? LeadCalendar.Of(own, others) : LeadCalendar.Of(others, own))?.OfAll();
    }
}
