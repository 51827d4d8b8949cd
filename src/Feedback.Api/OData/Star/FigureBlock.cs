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
    private readonly ReadScope _scope = scope.Read;
    private readonly Reading _reading = subject.Reading;
    private readonly Interval _interval = StarPeriod.IntervalOf(block.Interval);
    private readonly Dictionary<(DateOnly From, string? Unit, string? Dimension, string? Value), StarFigure> _rows = [];

    public async Task<IEnumerable<StarFigure>> Read()
    {
        foreach (var request in Requests())
        {
            if (_reading is GroupReading groups) await ReadGroups(groups, request);
            else await ReadUnits(request);
        }
        if (block.Dimensions.Contains(null)) AddSilent();
        return _rows.Values;
    }

    /// <summary>One over all periods where the reading makes a series of them, else one a period.</summary>
    private IEnumerable<IndicatorRequest> Requests()
    {
        var series = subject.Request with { Interval = _interval, Range = block.Range };
        return _interval != Interval.None && _reading.IsSeries(series) ? [series]
            : block.Periods.Select(p => subject.Request with { Interval = Interval.None, Range = p.Period.Range });
    }

    private async Task ReadGroups(GroupReading reading, IndicatorRequest request)
    {
        foreach (var cut in StarCut.Of(block, _scope.Units))
        {
            var asked = request with { By = cut.By, UnitAxis = cut.Units };
            var cube = await Cube.Read(_scope, CubeQuery.Of(asked, reading.Counted(asked)));
            foreach (var row in cube.Rows)
            {
                if (cut.PlaceOf(row) is not var (unit, value) || (cut.Dimension is not null && IsFew(asked, cube, row))) continue;
                if (CellOf(row.From, unit, cut.Dimension, value) is { } cell) Keep(cell, reading.DraftOf(_scope, asked, cube, row));
            }
        }
    }

    private async Task ReadUnits(IndicatorRequest request)
    {
        var responses = request.Audience == Audience.Employee ? null : await StarResponses.Read(_scope, block);
        foreach (var dimension in block.Dimensions.Where(d => d is null || subject.TakesDimensions))
        {
            foreach (var unit in block.Units.Where(u => u is null || subject.TakesUnits))
            {
                var asked = request with { By = dimension is null ? [] : [dimension], Where = unit is null ? [] : [(ResponseRules.Unit, unit)] };
                foreach (var draft in await _reading.Read(_scope, asked))
                {
                    var value = dimension is null ? null : draft.By[0];
                    if (draft.Name is not (null or Consistency.All) || (dimension is not null && (value is null || responses?.IsMany(draft.From!.Value, unit, dimension, value) == false))) continue;
                    if (CellOf(draft.From, unit, dimension, value) is { } cell) Keep(cell, draft);
                }
            }
        }
    }

    private bool IsFew(IndicatorRequest request, Cube cube, CubeRow row) =>
        request.Audience == Audience.Customer && cube.Responses(row.Total) < request.MinimumGroup(_scope.MinimumGroup);

    private StarCell? CellOf(DateOnly? from, string? unit, string? dimension, string? value) => from is { } day ? block.Find(day, unit, dimension, value) : null;

    private void Keep(StarCell cell, Draft draft) =>
        _rows[(cell.Period.From, cell.Unit, cell.Dimension, cell.Value)] = new StarFigure { Cell = cell, Figure = Anonymity.Release(draft.Figure, _reading.Indicator, draft.Terms) };

    /// <summary>The whole and each unit have a row in every period: those from whom nobody answered are below k.</summary>
    private void AddSilent()
    {
        var terms = new Terms(subject.Request.Audience, subject.Request.MinimumGroup(_scope.MinimumGroup));
        foreach (var unit in block.Units)
        {
            if (unit is not null && !subject.TakesUnits) continue;
            foreach (var (period, _) in block.Periods)
            {
                if (_rows.ContainsKey((period.From, unit, null, null)) || block.Find(period.From, unit, null, null) is not { } cell) continue;
                _rows[(period.From, unit, null, null)] = new StarFigure { Cell = cell, Figure = Anonymity.Release(Figure.Withheld, _reading.Indicator, terms) };
            }
        }
    }
}

/// <summary>One figure of the star. It has passed the gate.</summary>
internal sealed record StarFigure : StarRow
{
    /// <summary>With its status.</summary>
    public required Released<Figure> Figure { get; init; }
}
