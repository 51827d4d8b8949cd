using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers an indicator with its interval: for everything, for a filter, by one or two dimensions, or as a series.</summary>
public sealed class ReadIndicator : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/indicators/{slug}", Handle)
        .WithName("ReadIndicator")
        .WithTags("Indicators")
        .For(KeyScope.Read)
        .Query([.. IndicatorRequestReader.Parameters, .. IndicatorCatalogue.All.SelectMany(IndicatorRequestReader.ParametersOf).Distinct()])
        .Produces<IndicatorAnswer>(200, "application/json", Csv.MediaType)
        .Produces(304)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string slug, Database database, Cohorts cohorts, Settings settings, OrganisationClock clock)
    {
        if (IndicatorCatalogue.Find(slug) is not { } indicator) return Problem.NotFound(ProblemCodes.UnknownIndicator, "There is no such indicator.");
        if (Csv.CheckFormat(context) is { } formatProblem) return formatProblem;
        if (IndicatorRequestReader.Read(context, indicator, out var request) is { } problem) return problem;
        var variables = NeededVariables.Of(indicator, request!);
        if (request!.Item is not null && !variables.Any(v => v.Kind == Variable.ItemKind)) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks the item, or only as a text.");
        if (variables.Where(v => v.Kind == Variable.ItemKind && request.Item is not null).Select(v => (v.Items, v.Measure)).Distinct().Count() > 1)
            return Problem.Invalid(ProblemCodes.InvalidParameter, "item", "The surveys ask the item in different kinds, or measure different things with it; name one survey.");

        var asOf = clock.Now;
        List<IndicatorRow> rows;
        await using (var session = await database.Read(context.RequestAborted))
        {
            await cohorts.CatchUp(session);
            var groups = new Groups(request, cohorts, context.Caller().Catalogue.Units);
            var range = await Bounded(session, request, variables);
            var counted = range is null ? [] : await CountsReader.Read(session, groups, variables, range, request.Interval);
            var maker = new RowMaker(indicator, request, groups, counted, variables, context.Caller().Catalogue, request.MinimumGroup(settings.MinimumGroup));
            rows = maker.Rows(range is null ? [] : Buckets(request, range, counted, maker));
        }
        return new IndicatorResult(indicator, request, rows, asOf);
    }

    /// <summary>A series needs both ends; where they are open, those of what was counted. Null when nothing was.</summary>
    private static async Task<DayRange?> Bounded(Session session, IndicatorRequest request, List<Variable> variables)
    {
        if (request.Interval == Interval.None || request.Range is { From: not null, To: not null }) return request.Range;
        if (await CountsReader.ReadExtent(session, variables) is not { } extent) return null;
        var bounded = new DayRange(request.Range.From ?? extent.From, request.Range.To ?? extent.To);
        return bounded.From < bounded.To ? bounded : null;
    }

    /// <summary>The buckets of a series: all between the ends that were asked for; where an end is open, from the first to the last with responses.</summary>
    private static IReadOnlyList<DateOnly?> Buckets(IndicatorRequest request, DayRange range, Dictionary<(int Bucket, int Part), CountedGroup> counted, RowMaker maker)
    {
        if (request.Interval == Interval.None) return [null];
        var buckets = new List<DateOnly?>();
        for (var bucket = TimeSpans.BucketOf(range.From!.Value, request.Interval); bucket < range.To; bucket = TimeSpans.EndOf(bucket, request.Interval)) buckets.Add(bucket);
        var filled = counted.Where(c => maker.HasResponses(c.Value)).Select(c => Days.Date(c.Key.Bucket)).ToHashSet();
        if (request.Range.From is null) buckets = [.. buckets.SkipWhile(b => !filled.Contains(b!.Value))];
        if (request.Range.To is null)
        {
            while (buckets.Count > 0 && !filled.Contains(buckets[^1]!.Value)) buckets.RemoveAt(buckets.Count - 1);
        }
        return buckets;
    }
}
