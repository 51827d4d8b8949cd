using Feedback.Api.Figures;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.OData.Star;

/// <summary>
/// The figures of one block, as <c>GET /v1/indicators/{slug}</c> answers them for the survey, the period, <c>where=unit:</c> and the value of
/// the dimension: through the same readings and the same gate. Indicators of one group are read for all units at once, the others unit by unit.
/// </summary>
internal sealed class FigureBlock(FeedScope scope, IndicatorSubject subject, StarBlock block)
{
    /// <summary>Figures that are worked out at once.</summary>
    private const int Together = 512;

    private readonly ReadScope _scope = scope.Read;
    private readonly Reading _reading = subject.Reading;
    private readonly Interval _interval = StarPeriod.IntervalOf(block.Interval);

    /// <summary>The rows, in order; a figure is worked out when it is its turn.</summary>
    public IAsyncEnumerable<StarFigure> Read() => _reading is GroupReading groups ? ReadGroups(groups) : ReadUnits();

    /// <summary>One over all periods where the reading makes a series of them, else one a period.</summary>
    private IEnumerable<IndicatorRequest> Requests()
    {
        var series = subject.Request with { Interval = _interval, Range = block.Range };
        return _interval != Interval.None && _reading.IsSeries(series) ? [series]
            : block.Periods.Select(p => subject.Request with { Interval = Interval.None, Range = p.Period.Range });
    }

    private async IAsyncEnumerable<StarFigure> ReadGroups(GroupReading reading)
    {
        var cells = new List<(StarCell, Func<StarFigure>)>();
        foreach (var request in Requests())
        {
            foreach (var cut in StarCut.Of(block, _scope.Units))
            {
                var asked = request with { By = cut.By, UnitAxis = cut.Units };
                var cube = await Cube.Read(_scope, CubeQuery.Of(asked, reading.Counted(asked)));
                foreach (var row in cube.Rows)
                {
                    if (cut.PlaceOf(row) is not var (unit, value) || (cut.Dimension is not null && IsFew(asked, cube, row))) continue;
                    if (CellOf(row.From, unit, cut.Dimension, value) is { } cell) cells.Add((cell, () => RowOf(cell, reading.DraftOf(_scope, asked, cube, row))));
                }
            }
        }
        foreach (var row in Ordered(cells, block.Units)) yield return row;
    }

    private async IAsyncEnumerable<StarFigure> ReadUnits()
    {
        var responses = block.Survey.Audience == Audience.Employee ? null : await StarResponses.Read(_scope, block);
        foreach (var unit in block.Units.Where(u => u is null || subject.TakesUnits))
        {
            var cells = new List<(StarCell, Func<StarFigure>)>();
            foreach (var request in Requests())
            {
                foreach (var dimension in block.Dimensions.Where(d => d is null || subject.TakesDimensions)) cells.AddRange(await ReadUnit(request, unit, dimension, responses));
            }
            foreach (var row in Ordered(cells, [unit])) yield return row;
        }
    }

    private async Task<IReadOnlyList<(StarCell, Func<StarFigure>)>> ReadUnit(IndicatorRequest request, string? unit, string? dimension, StarResponses? responses)
    {
        var cells = new List<(StarCell, Func<StarFigure>)>();
        var asked = request with { By = dimension is null ? [] : [dimension], Where = unit is null ? [] : [(ResponseRules.Unit, unit)] };
        foreach (var draft in await _reading.Read(_scope, asked))
        {
            var value = dimension is null ? null : draft.By[0];
            if (draft.Name is not (null or Consistency.All) || (dimension is not null && (value is null || responses?.IsMany(draft.From!.Value, unit, dimension, value) == false))) continue;
            if (CellOf(draft.From, unit, dimension, value) is { } cell) cells.Add((cell, () => RowOf(cell, draft)));
        }
        return cells;
    }

    /// <summary>In the order of cells. The whole and each unit have a row in every period: those from whom nobody answered are below k.</summary>
    private IEnumerable<StarFigure> Ordered(List<(StarCell Cell, Func<StarFigure> Row)> cells, IReadOnlyList<string?> units)
    {
        if (block.Dimensions.Contains(null))
        {
            var heard = cells.Where(c => c.Cell.Dimension is null).Select(c => (c.Cell.Period.From, c.Cell.Unit)).ToHashSet();
            var silent = from unit in units
                         from period in block.Periods
                         where !heard.Contains((period.Period.From, unit))
                         select block.Find(period.Period.From, unit, null, null);
            cells.AddRange(silent.OfType<StarCell>().Select(cell => (cell, new Func<StarFigure>(() => Withheld(cell)))));
        }
        // Figures are worked out on all cores, some at a time: a page may end before the block does.
        return StarCell.InOrder(cells, c => c.Cell).Chunk(Together).SelectMany(some => some.AsParallel().AsOrdered().Select(c => c.Row()).ToArray());
    }

    private bool IsFew(IndicatorRequest request, Cube cube, CubeRow row) =>
        request.Audience == Audience.Customer && cube.Responses(row.Total) < request.MinimumGroup(_scope.MinimumGroup);

    private StarCell? CellOf(DateOnly? from, string? unit, string? dimension, string? value) => from is { } day ? block.Find(day, unit, dimension, value) : null;

    private StarFigure RowOf(StarCell cell, Draft draft) => StarFigure.Of(cell, Anonymity.Release(draft.Figure, _reading.Indicator, draft.Terms));

    private StarFigure Withheld(StarCell cell) => StarFigure.Of(cell, Anonymity.Release(Figure.Withheld, _reading.Indicator, new Terms(subject.Request.Audience, subject.Request.MinimumGroup(_scope.MinimumGroup))));
}

/// <summary>One figure of the star. It has passed the gate; there is no other way to make one. Pages hold many, so it keeps no components.</summary>
internal sealed record StarFigure : StarRow
{
    private StarFigure()
    {
    }

    public double? Estimate { get; private init; }
    public double? Low { get; private init; }
    public double? High { get; private init; }
    public long? N { get; private init; }
    public Status Status { get; private init; }
    public Bound? Bound { get; private init; }

    public static StarFigure Of(StarCell cell, Released<Figure> figure) => new()
    {
        Cell = cell,
        Estimate = figure.Value.Estimate,
        Low = figure.Value.Low,
        High = figure.Value.High,
        N = figure.Value.N,
        Status = figure.Value.Status,
        Bound = figure.Value.Bound,
    };
}
