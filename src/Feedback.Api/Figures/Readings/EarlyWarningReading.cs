using Feedback.Api.Catalogue;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Scores watched from period to period, one stream of a measure for everybody, or for each unit with <c>by=unit</c> (as the
/// answers name it, or with <c>level</c> the one of that level above). A period is as long as <c>interval</c> says: a week for
/// customers, for employees the coarsest period of their surveys. A row tells of the last whole period before <c>to</c> that has
/// ended, and its history is all there was until then, so there is neither <c>from</c> nor a series. With <c>measure=topics</c>, or
/// <c>topic:CODE</c>, the streams are those of topics, as <c>early-warnings</c> has them.
/// </summary>
/// <remarks>
/// Of an employees' row the gate lets nothing through but <c>alarm</c>: the row is released, and its estimate, limits, n and
/// other components are null (ANONYMITY, R17). Rows that are not released say no more than that. So two of them are not compared
/// by <c>change</c> either.
/// </remarks>
internal sealed class EarlyWarningReading : Reading
{
    private readonly EarlyWarning _warning = new();

    public override Indicator Indicator => _warning;

    public override IReadOnlyList<string> Parameters => ["measure", "level"];

    public override IReadOnlyList<string> Without => ["from"];

    public override bool IsCompared => false;

    public override string DefaultMeasure(Audience audience) => audience == Audience.Employee ? "engagement" : "satisfaction";

    public override bool IsSeries(IndicatorRequest request) => false;

    public override bool SpansPeriods(IndicatorRequest request) => true;

    public override bool TakesTopics => true;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => request.Topics is not null ? variable.IsOfAllComments : IsOf(variable, request.Measure!);

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => request.By.All(d => d == ResponseRules.Unit) ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, "by", "Streams are those of units, or one for all.");

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var length = request.Interval != Interval.None ? request.Interval : request.Audience == Audience.Customer ? Interval.Week : TimeSpans.GridOf(request.Surveys, request.Audience);
        var last = request.Audience == Audience.Employee && request.LastReleased() is { } released ? TimeSpans.BucketOf(released.From, length)
            : LastEnded(request.Range.To is { } to && to < scope.Today ? to : scope.Today, length);
        if (request.Topics is not null) return await TopicRows.Read(scope, request, last, length);
        var isByUnit = request.By.Count > 0 || request.Level is not null;
        var query = CubeQuery.Of(request, Needed(request)) with
        {
            Range = new DayRange(null, TimeSpans.EndOf(last, length)),
            Interval = length,
            Rows = [],
            Cells = isByUnit ? [request.UnitAxis ?? Axis.Units(scope.Units, request.Level)] : [],
        };
        var cube = await Cube.Read(scope, query);
        var terms = TermsOf(scope, request);
        var periods = cube.Rows.OrderBy(r => r.From).ToList();
        var units = periods.Select(p => isByUnit ? p.Cells.Where(c => c.Name is not null).ToDictionary(c => c.Name!, c => c.Group) : []).ToList();
        string?[] streams = !isByUnit ? [null] : request.Audience == Audience.Employee ? await UnitsOf(scope, query, last) : [.. units.SelectMany(p => p.Keys).Distinct()];
        return [.. streams.Select(unit =>
        {
            var scores = periods.Zip(units, (p, own) => request.Measure!.Scores(cube.CountsOf(unit is null ? p.Total : own.GetValueOrDefault(unit)), TermsOf(scope, request, cube, p)));
            return new Draft(last, TimeSpans.EndOf(last, length), request.By.Count > 0 ? [unit] : [], TopicStream.NameOf(unit, request.Measure!.Name), _warning.Score([.. scores], terms), terms);
        })];
    }

    /// <summary>The units of the last released tree, whether anything was released of them or not.</summary>
    private static async Task<string?[]> UnitsOf(ReadScope scope, CubeQuery query, DateOnly last)
    {
        var rows = await Cube.Read(scope, query with { Range = query.Range with { From = last }, Interval = Interval.None, Rows = query.Cells, Cells = [] });
        return [.. rows.Rows.Select(row => row.By[0])];
    }

    /// <summary>The last whole period that ends by a day.</summary>
    private static DateOnly LastEnded(DateOnly by, Interval length) => TimeSpans.BucketOf(TimeSpans.BucketOf(by, length).AddDays(-1), length);
}
