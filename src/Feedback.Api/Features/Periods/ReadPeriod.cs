using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;

namespace Feedback.Api.Features.Periods;

/// <summary>Reads one period: its state, and how far its release is while that runs.</summary>
public sealed class ReadPeriod : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/periods/{period}", Handle)
        .WithName("ReadPeriod")
        .WithTags("Periods")
        .For(KeyScope.Read)
        .Produces<PeriodView>(200)
        .Produces(304)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string period, Database database, FrozenReleases frozen, ReleaseRunner runner, Settings settings, OrganisationClock clock)
    {
        if (!context.Caller().MayTouch(Feedback.Indicators.Audience.Employee)) return Caller.WrongAudience;
        await using var session = await database.Read(context.RequestAborted);
        var periods = await new PeriodList(new ReadPeriodsScope(session, context.Caller().Catalogue, frozen, runner, clock, settings.MinimumGroup)).Read();
        return periods.FirstOrDefault(p => p.Period == period) is { } found ? TypedResults.Ok(found) : Problem.NotFound(ProblemCodes.UnknownPeriod, "No employee survey has such a period.");
    }
}
