using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;

namespace Feedback.Api.Figures;

/// <summary>The rows of released periods that are added up.</summary>
internal sealed class ReleasedRows
{
    /// <summary>Listed values may be ten thousand a dimension, and every combination of two is a row, withheld or not.</summary>
    private const int MostRows = 200_000;

    private readonly CubeQuery _query;
    private readonly IReadOnlyList<ReleasedPeriod> _periods;
    private readonly UnitTree? _tree;
    private readonly CountSlots _slots = new();
    private readonly (string? Unit, (string Dimension, string? Value)[] Values) _filter;
    private readonly ILookup<string, (ReleasedPeriod Period, FrozenBase Base, int[] Slots)> _byBase;

    public ReleasedRows(CubeQuery query, IReadOnlyList<ReleasedPeriod> periods)
    {
        (_query, _periods) = (query, periods);
        _tree = periods.MaxBy(p => p.Period.FirstDay)?.Frozen.Tree;
        _filter = (query.Where.Where(w => w.Dimension == ResponseRules.Unit).Select(w => w.Value).SingleOrDefault(),
            [.. query.Where.Where(w => w.Dimension != ResponseRules.Unit).Select(w => (w.Dimension, (string?)w.Value))]);
        var asked = query.Variables.Select(v => v.Id).ToHashSet();
        _byBase = periods.SelectMany(p => p.Bases.Select(b => (b.Key, Part: (p, b.Value, SlotsOf(b.Value, b.Key == ReleaseBase.Responses ? null : asked))))).ToLookup(b => b.Key, b => b.Part, StringComparer.Ordinal);
    }

    /// <summary>Every row that the lists make, whatever is released of it.</summary>
    public IReadOnlyList<CubeRow> Rows(DateOnly? from, DateOnly? to)
    {
        var whole = GroupOf(null, []);
        return [.. Combined(_query.Rows, isRow: true).Select(row =>
        {
            var (unit, values) = Within(row);
            return new CubeRow(from, to, row, Cells(row))
            {
                Total = GroupOf(unit, values),
                Whole = whole,
                Under = UnderOf(unit),
                Headcount = HeadcountOf(unit, values),
            };
        })];
    }

    private IReadOnlyList<CubeCell> Cells(string?[] row)
    {
        if (_query.Cells.Count == 0) return [];
        return [.. Combined(_query.Cells, isRow: false).Select(cell =>
        {
            var (unit, values) = Within(row, cell);
            return new CubeCell(cell, GroupOf(unit, values)) { Under = UnderOf(unit), Headcount = HeadcountOf(unit, values) };
        }).Where(c => !c.Group.IsEmpty)];
    }

    /// <summary>The predicates of a cell of a row: filters, the row's own values, the cell's.</summary>
    private (string? Unit, List<(string Dimension, string? Value)> Values) Within(string?[] row, string?[]? cell = null)
    {
        var (unit, values) = (_filter.Unit, _filter.Values.ToList());
        foreach (var (axis, value) in _query.Rows.Zip(row).Concat(cell is null ? [] : _query.Cells.Zip(cell)))
        {
            if (axis.Dimension == ResponseRules.Unit) unit = value;
            else if (!values.Any(v => v.Dimension == axis.Dimension)) values.Add((axis.Dimension, value));
        }
        return (unit, values);
    }

    /// <summary>Every combination of the axes' values.</summary>
    /// <exception cref="TooMuchException">They are more than an answer holds.</exception>
    private IEnumerable<string?[]> Combined(IReadOnlyList<Axis> axes, bool isRow)
    {
        string?[][] values = [.. axes.Select(a => ValuesOf(a, isRow).ToArray())];
        if (values.Aggregate(1L, (all, own) => all * own.Length) > MostRows) throw new TooMuchException("by", $"The breakdown has more than {MostRows} rows; name a value of one dimension in where.");
        return values.Aggregate((IEnumerable<string?[]>)[[]], (rows, own) => rows.SelectMany(row => own.Select(value => (string?[])[.. row, value])));
    }

    /// <summary>What a breakdown names: units of the tree, those below the filter's where it has one; of another dimension the listed values, or the filter's own.</summary>
    private IEnumerable<string?> ValuesOf(Axis axis, bool isRow)
    {
        if (axis.Dimension == ResponseRules.Unit)
        {
            if (_tree is null) return [];
            var within = _filter.Unit is { } holder ? _tree.WithDescendants(holder) : null;
            return axis.NodesOf(_tree).Where(u => within?.Contains(u) != false);
        }
        foreach (var (dimension, value) in _filter.Values)
        {
            if (dimension == axis.Dimension) return [value];
        }
        var listed = _periods.SelectMany(p => p.Frozen.Listed(axis.Dimension)).Distinct().OrderBy(v => v, StringComparer.Ordinal);
        return isRow ? listed : listed.Where(v => v is not null);
    }

    /// <summary>The cell's counts in every base that each of the periods which has the base released it in.</summary>
    private CountedGroup GroupOf(string? unit, IReadOnlyList<(string Dimension, string? Value)> values)
    {
        var group = new CountedGroup(_slots);
        var isOne = unit is null || _periods.Count < 2 || _periods.Select(p => p.Frozen.Tree.LeavesUnder(unit)).Distinct().Count() == 1;
        if (!isOne) return group;
        foreach (var parts in _byBase)
        {
            List<FrozenCell?> cells = [.. parts.Select(p => p.Base.Find(unit, values))];
            if (cells.Contains(null)) continue;
            foreach (var (part, cell) in parts.Zip(cells)) group.Add(part.Slots, cell!.Counts);
            if (cells.Count > 1) group.Limit(parts.SelectMany(p => p.Slots).Where(s => s >= 0).Select(s => _slots[s].Variable), cells.Min(c => c!.People));
        }
        return group;
    }

    private string? UnderOf(string? unit) => unit is null ? null : _tree?.LeavesUnder(unit);

    /// <summary>Known of a unit, or the whole, in one period of one survey.</summary>
    private long? HeadcountOf(string? unit, IReadOnlyCollection<(string, string?)> values) =>
        _periods.Count != 1 || values.Count > 0 ? null : unit is null ? _tree!.Headcount() : _tree!.Headcount(unit);

    /// <summary>The read's slot of each slot of a base; -1 for what is not asked for.</summary>
    private int[] SlotsOf(FrozenBase frozen, HashSet<int>? asked) =>
        [.. frozen.Slots.Select(s => asked?.Contains(s.Variable) == false ? -1 : _slots.Of(s.Variable, s.Value, s.Complete))];
}
