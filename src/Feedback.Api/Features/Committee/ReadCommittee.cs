using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;
using Feedback.Indicators;

namespace Feedback.Api.Features.Committee;

/// <summary>
/// One page of data per unit for its champion, the whole first: what moved against the period before, what is off target, what
/// people write about that they did not before, what gave an early warning, and which change programmes run there. How many concerns wait
/// for an answer is said as it is now, whatever the period.
/// </summary>
public sealed class ReadCommittee : IEndpoint
{
    /// <param name="Unit">The unit, with all below it; null for the whole organisation.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Compared">How many figures could be compared with the period before: 0 says that there are too few answers, not that nothing moved.</param>
    /// <param name="Moved">Those that moved, largest change first.</param>
    /// <param name="OffTarget">Figures whose whole interval lies on the wrong side of their target.</param>
    /// <param name="Initiatives">Change programmes that had begun by the end of the period and touch the unit.</param>
    /// <param name="Warnings">Alarms that were given in the period, topics first. Of employees nothing but that there was one.</param>
    /// <param name="NewTopics">Topics mentioned far more often than in the period before, the most mentioned first.</param>
    /// <param name="FlagsWithoutAnswer">Concerns that wait for an answer now: those of customers about the unit; of employees, on the page of the whole alone, to the nearest 5. Fewer than k of an audience are left out; null where that leaves none.</param>
    public sealed record Sheet(string? Unit, string? Name, int Compared, IReadOnlyList<Moved> Moved, IReadOnlyList<OffTarget> OffTarget, IReadOnlyList<Running> Initiatives,
        IReadOnlyList<Warned> Warnings, IReadOnlyList<NewTopic> NewTopics, long? FlagsWithoutAnswer);

    /// <param name="Indicator">The slug.</param>
    /// <param name="Audience">Whose answers.</param>
    /// <param name="Before">The figure of the period before.</param>
    /// <param name="After">The figure of the period.</param>
    /// <param name="Change">The difference, in points.</param>
    /// <param name="Low">Lower 95% limit of the change.</param>
    /// <param name="High">Upper 95% limit of the change.</param>
    /// <param name="N">People in both periods.</param>
    /// <param name="PAdjusted">p, adjusted over all figures of all pages.</param>
    public sealed record Moved(string Indicator, Audience Audience, double? Before, double? After, double? Change, double? Low, double? High, long? N, double? PAdjusted);

    /// <param name="Indicator">The slug.</param>
    /// <param name="Measure">What it is worked out on; null for its default, or where it takes none.</param>
    /// <param name="Audience">Whose answers.</param>
    /// <param name="Target">What is wanted.</param>
    /// <param name="Direction">atLeast or atMost.</param>
    /// <param name="Until">The day by which it is wanted.</param>
    /// <param name="Estimate">What there is.</param>
    /// <param name="Low">Lower 95% limit.</param>
    /// <param name="High">Upper 95% limit.</param>
    /// <param name="N">People behind it.</param>
    public sealed record OffTarget(string Indicator, string? Measure, Audience Audience, double Target, Direction Direction, DateOnly Until, double? Estimate, double? Low, double? High, long? N);

    /// <param name="Topic">The topic's code.</param>
    /// <param name="Title">Its title, in English where there is one.</param>
    /// <param name="Audience">Who writes about it.</param>
    /// <param name="People">Who mention it; null of few employees.</param>
    /// <param name="Share">Percent of those who left a comment.</param>
    /// <param name="Low">Lower 95% limit of the share.</param>
    /// <param name="High">Upper 95% limit of the share.</param>
    /// <param name="N">People who left a comment.</param>
    public sealed record NewTopic(string Topic, string Title, Audience Audience, long? People, double? Share, double? Low, double? High, long? N);

    /// <param name="Audience">Whose.</param>
    /// <param name="Topic">The topic that far more people mention than in the weeks, or periods, before; null for a score.</param>
    /// <param name="Title">The topic's title, in English where there is one; null for a score.</param>
    /// <param name="Indicator">The scale or measure whose score left its usual range; null for a topic.</param>
    /// <param name="From">First day of the week, or of the released period, in which the alarm began.</param>
    /// <param name="To">First day after the last one with the alarm.</param>
    public sealed record Warned(Audience Audience, string? Topic, string? Title, string? Indicator, DateOnly From, DateOnly To);

    /// <param name="Key">The programme's key.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="From">The day it began.</param>
    public sealed record Running(string Key, string Title, DateOnly From);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/committee/{period}", Handle)
        .WithName("ReadCommittee")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .FromReplica()
        .Audited(_ => true)
        .List<Sheet>()
        .Problems(400, 401, 403, 503);

    private static async Task<IResult> Handle(HttpContext context, string period, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock, RaisedFlags flags)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        if (CalendarPeriods.Parse(period) is not { } days) return Problem.Invalid(ProblemCodes.InvalidParameter, "period", "It is 2026-11, 2026-Q4 or 2026.");
        var months = (days.To.Year - days.From.Year) * 12 + days.To.Month - days.From.Month;
        var (before, now) = (new DayRange(days.From.AddMonths(-months), days.From), new DayRange(days.From, days.To));
        var caller = context.Caller();
        Audience[] audiences = caller.Key.Audience is { } bound ? [bound] : [Audience.Employee, Audience.Customer];

        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, caller.Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(context.AsOf(clock)))) { Frozen = frozen, Aborted = context.RequestAborted };
        var pages = await CommitteePages.Read(scope, audiences, before, now);
        IEnumerable<Unit?> units = [null, .. scope.Units.All.Where(u => !u.IsRetired).OrderBy(u => u.Code, StringComparer.Ordinal)];
        var page = asked.Paging.Cut([.. units], u => u?.Code ?? "");
        var compared = pages.Compared().ToLookup(m => m.Unit ?? "");
        var missed = (await pages.Missed([.. page.Value.Select(u => u?.Code)])).ToLookup(m => m.Unit ?? "");
        var topics = new List<NewTopics.Found>();
        foreach (var audience in audiences) topics.AddRange(await NewTopics.Read(scope, audience, before, now));
        var news = topics.ToLookup(t => t.Unit ?? "");
        var waiting = new WaitingFlags(await flags.Read(session, caller), caller.Catalogue, settings.MinimumGroup);
        var raised = (await PeriodWarnings.Read(scope, audiences, now)).OrderBy(w => w.Topic is null).ToLookup(w => w.Unit ?? "");
        var begun = scope.Catalogue.Initiatives.Where(i => i.From < days.To).Select(i => (Initiative: i, Touched: Touched(scope.Units, i))).ToList();
        var sheets = page.Select(unit => new Sheet(
            unit?.Code, unit?.Name, compared[unit?.Code ?? ""].Count(),
            [.. compared[unit?.Code ?? ""].Where(m => m.Figure.Value.Components.GetValueOrDefault("notable") is true).OrderByDescending(m => Math.Abs(m.Figure.Value.Estimate!.Value)).Select(ToMoved)],
            [.. missed[unit?.Code ?? ""].Select(ToOffTarget)],
            [.. begun.Where(i => unit is null || i.Touched.Contains(unit.Code)).Select(i => new Running(i.Initiative.Key, i.Initiative.Title, i.Initiative.From))],
            [.. raised[unit?.Code ?? ""].Select(w => new Warned(w.Audience, w.Topic, w.Topic is { } code ? scope.Catalogue.Words.TitleOf(code) : null, w.Measure, w.From, w.To))],
            [.. news[unit?.Code ?? ""].OrderByDescending(t => t.Figure.Value.Estimate).Select(t => ToNewTopic(t, scope.Catalogue.Words))], waiting.Of(unit?.Code)));
        context.Answered(period, sheets.Value.Sum(s => s.Moved.Count(m => m.Audience == Audience.Employee) + s.OffTarget.Count(m => m.Audience == Audience.Employee)
            + s.NewTopics.Count(m => m.Audience == Audience.Employee) + s.Warnings.Count(m => m.Audience == Audience.Employee)), 0);
        return asked.Answer(sheets, new RowsShape<Sheet, CommitteeLine>(CommitteeLine.Of));
    }

    /// <summary>The units an initiative was done in, with all below them, and those that hold one of them.</summary>
    private static HashSet<string> Touched(UnitTree tree, Initiative initiative) =>
        [.. initiative.Units.SelectMany(u => tree.WithDescendants(u)), .. initiative.Units.SelectMany(u => tree.Upward(u)).Select(u => u.Code)];

    private static Moved ToMoved(CommitteePages.Move move)
    {
        var figure = move.Figure.Value;
        return new(move.Indicator, move.Audience, (double?)figure.Components["before"], (double?)figure.Components["after"], figure.Estimate, figure.Low, figure.High, figure.N, (double?)figure.Components["pAdjusted"]);
    }

    private static NewTopic ToNewTopic(NewTopics.Found found, WordLists words)
    {
        var figure = found.Figure.Value;
        return new(found.Topic, words.TitleOf(found.Topic), found.Audience, (long?)figure.Components.GetValueOrDefault("people"), figure.Estimate, figure.Low, figure.High, figure.N);
    }

    private static OffTarget ToOffTarget(CommitteePages.Miss miss)
    {
        var (target, figure) = (miss.Target, miss.Figure.Value);
        return new(target.Indicator, target.Measure, target.Audience, target.Value, target.Direction, target.Until, figure.Estimate, figure.Low, figure.High, figure.N);
    }
}
