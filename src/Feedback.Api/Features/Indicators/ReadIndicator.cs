using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers an indicator with its interval: for everything, for a filter, by one or two dimensions, or as a series.</summary>
public sealed class ReadIndicator : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/indicators/{slug}", Handle)
        .WithName("ReadIndicator")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .FromReplica()
        .Audited(ReadsBoth)
        .Query([.. ReadingCatalogue.All.SelectMany(IndicatorRequestReader.ParametersOf).Distinct()])
        .ProducesList<IndicatorAnswer>()
        .Problems(400, 401, 403, 404, 503);

    /// <summary>Whether the indicator, or the one that is compared, is worked out on both audiences; of early warnings the lead of all topics is.</summary>
    private static bool ReadsBoth(HttpContext context) => context.Request.Query["measure"] == TopicRows.All ||
        new[] { context.GetRouteValue("slug") as string, context.Request.Query["of"].ToString() }.Any(slug => slug is not null && ReadingCatalogue.Find(slug)?.ComparesAudiences == true);

    private static async Task<IResult> Handle(HttpContext context, string slug, Database database, Cohorts cohorts, ComputedRows computed, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        if (ReadingCatalogue.Find(slug) is not { } reading) return Problem.NotFound(ProblemCodes.UnknownIndicator, "There is no such indicator.");
        var listProblem = ListRequest.Read(context, out var asked);
        if (IndicatorRequestReader.Read(context, reading, out var request) is { } problem) return problem;
        if (listProblem is not null) return listProblem;

        var asOf = context.AsOf(clock);
        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(asOf))) { Computed = computed, Frozen = frozen, SeesBoth = context.Caller().Key.Audience is null, Aborted = context.RequestAborted };
        var rows = await IndicatorTable.Read(scope, reading, request!);
        return new IndicatorShape(reading, request!).Answer(context, asked, rows, asOf);
    }
}
