using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers what people write about: of each topic how many of those who left a comment mention it, how that sounds, and whether it is new.</summary>
public sealed class ReadTopics : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/topics", Handle)
        .WithName("ReadTopics")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .FromReplica()
        .Audited(_ => false)
        .Query([.. IndicatorRequestReader.ParametersOf(TopicTable.Reading)])
        .ProducesList<TopicsAnswer>()
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        var listProblem = ListRequest.Read(context, out var asked);
        if (IndicatorRequestReader.Read(context, TopicTable.Reading, out var request) is { } problem) return problem;
        if (listProblem is not null) return listProblem;

        var asOf = context.AsOf(clock);
        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(asOf))) { Frozen = frozen, Aborted = context.RequestAborted };
        var rows = await TopicTable.Read(scope, request!);
        return new TopicsShape(request!).Answer(context, asked, rows, asOf);
    }
}
