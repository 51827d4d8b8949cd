using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;
using Feedback.Indicators;

namespace Feedback.Api.Features.Warnings;

/// <summary>Lists what is watched without being asked for: every topic and score of everybody and of each unit, in customers' last whole week and in employees' last released period, with its alarm.</summary>
public sealed class ReadEarlyWarnings : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/early-warnings", Handle)
        .WithName("ReadEarlyWarnings")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .FromReplica()
        .Audited(_ => false)
        .List<WarningView>(WarningRequest.Parameters)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        var listProblem = ListRequest.Read(context, out var asked);
        if (WarningRequest.Read(context, out var request) is { } problem) return problem;
        if (listProblem is not null) return listProblem;

        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(context.AsOf(clock)))) { Frozen = frozen, Aborted = context.RequestAborted };
        var page = asked.Paging.Cut(await Rows(scope, request!), row => row.Position);
        var employees = page.Value.Where(r => r.Audience == Audience.Employee).ToList();
        context.Answered(PeriodOf(request!), employees.Count(r => r.Status == Status.Released), employees.Count(r => r.Status == Status.Withheld));
        return asked.Answer(page);
    }

    private static async Task<List<WarningView>> Rows(ReadScope scope, WarningRequest request)
    {
        var (warnings, topics) = (new List<Warning>(), new Dictionary<Audience, TopicWarnings>());
        foreach (var audience in request.Audiences)
        {
            if (request.Score is null)
            {
                topics[audience] = await TopicsOf(scope, request, audience);
                warnings.AddRange(topics[audience].Rows());
                if (audience == Audience.Employee && request.Unit is { } unit) warnings.AddRange(topics[audience].RowsOfUnknown(unit));
            }
            if (request.Topic is null)
            {
                var scores = await ScoresOf(scope, request, audience);
                warnings.AddRange(scores);
                if (audience == Audience.Employee && request.Unit is { } unit) warnings.AddRange(ScoreWarnings.OfUnknown(unit, scores, scope.MinimumGroup));
            }
        }
        var calendar = topics.Count == 2 ? LeadCalendar.Of(topics[Audience.Employee], topics[Audience.Customer]) : null;
        var rows = warnings.Where(w => IsAsked(w, request))
            .Select(w => WarningView.Of(w, w is { Topic: not null, Audience: Audience.Customer } ? calendar?.Of(w.Stream) : null)).ToList();
        // It is about every topic of every unit, and so no row of those that were picked.
        if (calendar is not null && request is { Topic: null, Unit: null }) rows.Add(WarningView.OfAll(calendar.OfAll()));
        rows.Sort((one, other) => string.CompareOrdinal(one.Position, other.Position));
        return rows;
    }

    private static bool IsAsked(Warning warning, WarningRequest request) =>
        (request.Unit is null || warning.Unit == request.Unit) && (request.Topic is null || warning.Topic == request.Topic)
        && (request.Score is null || warning.Measure == request.Score) && (request.Alarm is null || warning.Alarm == request.Alarm);

    private static async Task<TopicWarnings> TopicsOf(ReadScope scope, WarningRequest request, Audience audience)
    {
        var length = LengthOf(request, audience);
        var end = EndOf(scope, request, audience, length);
        // How the audiences followed each other is a matter of all there is.
        return new(await TopicHistory.Read(scope, audience, request.Of(audience), audience == Audience.Customer ? request.Where : [], length, end,
            request.Audiences.Count > 1 ? null : TopicHistory.StartFor(end, length)));
    }

    private static Task<IReadOnlyList<Warning>> ScoresOf(ReadScope scope, WarningRequest request, Audience audience)
    {
        var length = LengthOf(request, audience);
        return audience == Audience.Employee ? ScoreWarnings.OfEmployees(scope, request.Employees, request.Range)
            : ScoreWarnings.OfCustomers(scope, request.Customers, request.Where, length, EndOf(scope, request, audience, length));
    }

    private static Interval LengthOf(WarningRequest request, Audience audience) =>
        audience == Audience.Customer ? Interval.Week : TimeSpans.GridOf(request.Employees, audience);

    /// <summary>The first day after the last period: of employees the last one released, of customers the last whole week by the day asked for.</summary>
    private static DateOnly EndOf(ReadScope scope, WarningRequest request, Audience audience, Interval length)
    {
        if (audience == Audience.Employee) return TimeSpans.EndOf(TimeSpans.BucketOf(request.LastReleased!.From, length), length);
        return TimeSpans.BucketOf(request.To is { } to && to < scope.Today ? to : scope.Today, length);
    }

    private static string? PeriodOf(WarningRequest request) => !request.Audiences.Contains(Audience.Employee) || request.LastReleased is not { } last ? null
        : PeriodGrid.TextOf(request.Employees.First(s => s.Id == last.Survey), last.Number);
}
