using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers every rating and choice item of the surveys at once: mean with its interval, spread, top two, and for customers the distribution.</summary>
public sealed class ReadItems : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/items", Handle)
        .WithName("ReadItems")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .FromReplica()
        .Audited(_ => false)
        .Query([.. IndicatorRequestReader.ParametersOf(ItemTable.Reading)])
        .ProducesList<ItemsAnswer>()
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        var listProblem = ListRequest.Read(context, out var asked);
        if (IndicatorRequestReader.Read(context, ItemTable.Reading, out var request) is { } problem) return problem;
        if (listProblem is not null) return listProblem;

        var asOf = context.AsOf(clock);
        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(asOf))) { Frozen = frozen, Aborted = context.RequestAborted };
        var rows = await ItemTable.Read(scope, request!);
        return new ItemsShape(request!).Answer(context, asked, rows, asOf);
    }
}
