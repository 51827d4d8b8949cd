using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// How many of the cells (unit and item) that were low in one period still are in the next. With <c>interval</c> a series, each
/// period against the one before it, which may lie before the range; without it the last whole period of the range.
/// </summary>
internal sealed class InertiaReading : Reading
{
    private readonly Inertia _inertia = new();

    public override Indicator Indicator => _inertia;

    public override IReadOnlyList<string> Parameters => ["measure", "threshold", "level"];

    public override bool NeedsMeasure => false;

    public override bool SpansPeriods(IndicatorRequest request) => true;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) =>
        variable is { Kind: Variable.ItemKind, Items: Variable.Rating } && request.Measure?.Takes(variable.Name, variable.Measure) != false;

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var (terms, length) = (TermsOf(scope, request), LengthOf(request));
        var asked = request with { Interval = length };
        if (request.Interval == Interval.None)
        {
            if (await LastWhole(scope, asked) is not { } last)
                return request.CohortDimensions.Any() ? [] : [new Draft(request.Range.From, request.Range.To, [], null, Figure.Withheld, terms)];
            asked = asked with { Range = last };
        }
        var periods = await CubeOf(scope, asked);
        var earlier = asked.Range.From is { } from && TimeSpans.BucketOf(from, length) is var first
            ? await CubeOf(scope, asked with { Range = new DayRange(TimeSpans.Before(first, length), first) })
            : null;
        var concerns = request.Audience == Audience.Customer ? await RaisedConcerns.Read(scope, asked, length) : RaisedConcerns.None;
        var released = request.Audience == Audience.Employee ? await ReleasedConcerns.Read(scope, asked) : null;
        var rows = periods.Rows.Select(row => (Cube: periods, Row: row)).Concat(earlier?.Rows.Select(row => (Cube: earlier, Row: row)) ?? [])
            .ToDictionary(r => (Bucket(r.Row), r.Row.ByText));
        var known = new Dictionary<CubeRow, Dictionary<(string Unit, string? Under), Moments[]>>(ReferenceEqualityComparer.Instance);
        return [.. Visible.Rows(scope, asked, periods).OrderBy(Bucket).Select(row =>
        {
            var before = rows.TryGetValue((TimeSpans.Before(Bucket(row), length), row.ByText), out var found) ? Cells(found.Cube, found.Row) : [];
            var cells = new List<InertiaCell>();
            foreach (var (unit, after) in Cells(periods, row))
            {
                // Items stand in the same order everywhere: that of what is counted.
                if (before.TryGetValue(unit, out var items)) cells.AddRange(items.Zip(after, (one, other) => new InertiaCell(one, other)));
            }
            return new Draft(row.From, row.To, row.By, null, _inertia.Of(cells, terms, request.Threshold, released?.Of(row, terms) ?? concerns.Of(Bucket(row), row.ByText)), terms);
        })];

        DateOnly Bucket(CubeRow row) => TimeSpans.BucketOf(row.From!.Value, length);

        // A period's cells are asked for twice: by it, and by the next.
        Dictionary<(string Unit, string? Under), Moments[]> Cells(Cube cube, CubeRow row) =>
            known.TryGetValue(row, out var cells) ? cells : known[row] = CellsOf(scope, request, cube, row);
    }

    private Task<Cube> CubeOf(ReadScope scope, IndicatorRequest request) =>
        Cube.Read(scope, CubeQuery.Of(request, Needed(request)) with { Cells = [Axis.Units(scope.Units, request.Level)] });

    /// <summary>
    /// The last period that lies in the range as a whole; where the range has no end, the last one before today in which anybody
    /// answered. Null if there is none.
    /// </summary>
    private static async Task<DayRange?> LastWhole(ReadScope scope, IndicatorRequest request)
    {
        if (request.Audience == Audience.Employee)
            return request.LastReleased() is { } released ? new DayRange(TimeSpans.BucketOf(released.From, request.Interval), TimeSpans.EndOf(TimeSpans.BucketOf(released.From, request.Interval), request.Interval)) : null;
        var end = TimeSpans.BucketOf(request.Range.To ?? scope.Today, request.Interval);
        if (request.Range.To is null)
        {
            if (request.Range.From >= end) return null;
            var answered = await Cube.Read(scope, CubeQuery.Of(request, []) with { Range = request.Range with { To = end }, Rows = [] });
            if (answered.Rows.LastOrDefault(row => answered.Responses(row.Total) > 0) is not { } last) return null;
            end = last.To!.Value;
        }
        var start = TimeSpans.Before(end, request.Interval);
        return request.Range.From > start ? null : new DayRange(start, end);
    }

    /// <summary>The items of each unit, with the leaves below it where these are of a released tree: a unit that was made of others is another one.</summary>
    private static Dictionary<(string Unit, string? Under), Moments[]> CellsOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row)
    {
        var terms = TermsOf(scope, request, cube, row);
        // Surveys that ask the same are counted together.
        var isOnce = cube.CountsOf(null).Items.DistinctBy(item => (item.Item, item.Measure)).Count() == cube.CountsOf(null).Items.Count;
        return row.Cells.Where(c => c.Name is not null).ToDictionary(unit => (unit.Name!, unit.Under), unit =>
        {
            var own = cube.TermsOf(terms, row, unit.Group);
            var items = cube.CountsOf(unit.Group).Items;
            return isOnce ? [.. items.Select(item => Moments.OfItem(item, own))] : items.GroupBy(item => (item.Item, item.Measure)).Select(item => Moments.OfItems(item, own)).ToArray();
        });
    }
}
