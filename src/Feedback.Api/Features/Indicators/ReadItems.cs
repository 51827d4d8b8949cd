using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers every rating and choice item of the surveys at once: mean with its interval, spread, top two, and for customers the distribution.</summary>
public sealed class ReadItems : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/items", Handle)
        .WithName("ReadItems")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .Audited(_ => false)
        .Query([.. IndicatorRequestReader.ParametersOf(ItemTable.Reading)])
        .Produces<ItemsAnswer>(200, "application/json", Csv.MediaType)
        .Produces(304)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        if (Csv.CheckFormat(context) is { } formatProblem) return formatProblem;
        var (paging, pagingProblem) = Paging.Read(context);
        if (IndicatorRequestReader.Read(context, ItemTable.Reading, out var request) is { } problem) return problem;
        if (pagingProblem is not null) return pagingProblem;

        var asOf = clock.Now;
        await using var session = await database.Read(context.RequestAborted);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(asOf))) { Frozen = frozen, Aborted = context.RequestAborted };
        var rows = await ItemTable.Read(scope, request!);
        return new ItemsResult(ItemTable.Reading.Indicator, request!, rows, paging!, request!.Audience == Audience.Employee ? request.ReleasedAt()!.Value : asOf);
    }
}
