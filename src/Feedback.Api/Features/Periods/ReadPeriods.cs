using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;

namespace Feedback.Api.Features.Periods;

/// <summary>Lists the periods of employee surveys, the earliest first: which are open, which are closed, and which are released.</summary>
public sealed class ReadPeriods : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/periods", Handle)
        .WithName("ReadPeriods")
        .WithTags("Periods")
        .For(KeyScope.Read)
        .List<PeriodView>()
        .Problems(400, 401, 403, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, FrozenReleases frozen, ReleaseRunner runner, Settings settings, OrganisationClock clock)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        if (!context.Caller().MayTouch(Feedback.Indicators.Audience.Employee)) return Caller.WrongAudience;
        await using var session = await database.Read(context.RequestAborted);
        var periods = await new PeriodList(new ReadPeriodsScope(session, context.Caller().Catalogue, frozen, runner, clock, settings.MinimumGroup)).Read();
        return asked.Answer(periods, p => string.Create(null, $"{p.From.DayNumber:D8}\n{p.To?.DayNumber ?? 99_999_999:D8}\n{p.Period}"), p => p, new RowsShape<PeriodView, PeriodLine>(PeriodLine.Of));
    }
}
