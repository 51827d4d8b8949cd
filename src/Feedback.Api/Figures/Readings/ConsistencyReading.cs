using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// How alike the cells of each facet are. The cells of <c>touchpoint</c> are items, those of a dimension its values, those of
/// <c>time</c> the periods that <c>interval</c> says (else those of the surveys, a month for customers), so that with <c>time</c> there is no series.
/// </summary>
internal sealed class ConsistencyReading : Reading
{
    public const string Time = "time";

    private readonly Consistency _consistency = new();

    public override Indicator Indicator => _consistency;

    public override IReadOnlyList<string> Parameters => ["measure", "over", "level"];

    public override string DefaultMeasure(Audience audience) => audience == Audience.Employee ? "engagement" : "satisfaction";

    public override string DefaultOver => IndicatorRequest.Touchpoint;

    public override IReadOnlyList<string> OwnFacets => [IndicatorRequest.Touchpoint, Time];

    public override bool IsSeries(IndicatorRequest request) => base.IsSeries(request) && !request.Over.Contains(Time);

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) =>
        RefusesOver(request)
        ?? (request.Over is not [IndicatorRequest.Touchpoint] ? RefusesRepeated(request)
            : request.Measure!.Name != Measure.Experience && request.Measure.Name != DefaultMeasure(request.Audience) ? Problem.Invalid(ProblemCodes.InvalidParameter, "measure", "Touchpoints are compared on experience; other facets take a measure.")
            : null);

    public override bool SpansPeriods(IndicatorRequest request) => request.Over.Contains(Time);

    public override bool IsAnswered(Variable variable, IndicatorRequest request) =>
        (request.Over.Contains(IndicatorRequest.Touchpoint) && IsOf(variable, Touchpoints, Measure.Experience))
        || (request.Over.Any(o => o != IndicatorRequest.Touchpoint) && IsOf(variable, request.Measure!));

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var whole = request.Over.Contains(Time) ? request with { Interval = Interval.None } : request;
        var facets = new List<(CubeRow Row, Facet Facet, int? Options, int Items, Terms Terms)>();
        foreach (var over in request.Over)
        {
            facets.AddRange(over switch
            {
                IndicatorRequest.Touchpoint => await OverTouchpoints(scope, whole),
                Time => await OverTime(scope, request),
                _ => await OverValues(scope, whole, over),
            });
        }
        return [.. facets.GroupBy(f => (f.Row.From, f.Row.To, f.Row.ByText)).SelectMany(group =>
        {
            var (row, terms) = (group.First().Row, group.First().Terms);
            int?[] options = [.. group.Where(f => f.Facet.Cells.Any(cell => cell.Moments.N > 0)).Select(f => f.Options).Distinct()];
            var input = new ConsistencyInput([.. group.Select(f => f.Facet)], options is [var one] ? one : null, group.Max(f => f.Items));
            return Draft.Group(row, row.By, _consistency.Rows(input, terms), terms);
        })];
    }

    private static readonly Construct Touchpoints = Construct.Parse(Measure.Experience);

    private static bool IsOf(Variable variable, Construct items, string scale) => IsOf(variable, items) || (variable.Kind == Variable.ScaleKind && variable.Name == scale);

    private static async Task<IEnumerable<(CubeRow, Facet, int?, int, Terms)>> OverTouchpoints(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, [.. request.Surveys.SelectMany(s => s.Variables).Where(v => IsOf(v, Touchpoints, Measure.Experience))]));
        return Visible.Rows(scope, request, cube).Select(row =>
        {
            var (counts, terms) = (cube.CountsOf(row.Total), TermsOf(scope, request, cube, row));
            return (row, Facet.Touchpoints(counts, terms), Touchpoints.Options(counts), 1, terms);
        });
    }

    private static async Task<IEnumerable<(CubeRow, Facet, int?, int, Terms)>> OverValues(ReadScope scope, IndicatorRequest request, string dimension)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Measured(request)) with { Cells = [AxisOf(scope, request, dimension)] });
        return Visible.Rows(scope, request, cube).Select(row =>
        {
            var terms = TermsOf(scope, request, cube, row);
            return Cells(row, new Facet(dimension, FacetKind.Dimension, [.. cube.Named(row).Select(cell => new FacetCell(cell.Name, request.Measure!.Scores(cell.Counts, cube.TermsOf(terms, row, cell.Group))))]), cube, request, terms);
        });
    }

    /// <summary>The periods of a row are its cells, so the row is there whatever they hold.</summary>
    private static async Task<IEnumerable<(CubeRow, Facet, int?, int, Terms)>> OverTime(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Measured(request)) with { Interval = LengthOf(request) });
        var groups = cube.Rows.GroupBy(row => row.ByText).Select(periods => periods.OrderBy(p => p.From).ToList()).ToList();
        if (groups.Count == 0 && !request.CohortDimensions.Any()) groups = [[]];
        return groups.Select(periods => (Periods: periods, Whole: new CubeRow(request.Range.From, request.Range.To, periods.FirstOrDefault()?.By ?? [], []) { Total = CountedGroup.Sum([.. periods.Select(p => p.Total)]) }))
            .Where(group => Visible.IsShown(scope, request, cube, group.Whole))
            .Select(group => Cells(group.Whole, new Facet(Time, FacetKind.Time, [.. group.Periods
                .Select(p => new FacetCell(p.From!.Value.ToString("yyyy-MM-dd", null), request.Measure!.Scores(cube.CountsOf(p.Total), TermsOf(scope, request, cube, p))))]), cube, request, TermsOf(scope, request)));
    }

    private static (CubeRow, Facet, int?, int, Terms) Cells(CubeRow row, Facet facet, Cube cube, IndicatorRequest request, Terms terms)
    {
        var counts = cube.CountsOf(row.Total);
        return (row, facet, request.Measure!.Options(counts), request.Measure.Length(counts), terms);
    }

    private static List<Variable> Measured(IndicatorRequest request) => [.. request.Surveys.SelectMany(s => s.Variables).Where(v => IsOf(v, request.Measure!))];
}
