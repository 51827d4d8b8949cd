using System.Collections.Concurrent;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Counts cut into periods, rows and cells, all from one snapshot. Once read, several may work figures out of it at once.</summary>
public sealed class Cube
{
    private readonly CubeQuery _query;
    private readonly ILookup<int, (string Code, int Number)> _options;
    private readonly HashSet<int> _responses;
    private readonly ConcurrentDictionary<CountedGroup, Counts> _wholes = [];

    /// <summary>Without rows; for those, read one.</summary>
    internal Cube(CubeQuery query)
    {
        _query = query;
        _responses = [.. ResponsesOf(query.Surveys).Select(v => v.Id)];
        _options = query.Surveys
            .SelectMany(s => s.Versions).SelectMany(v => v.Items).SelectMany(i => i.Options.Select(o => (i.Variable, Option: (Code: o.Key, Number: o.Value)))).Distinct()
            .ToLookup(o => o.Variable, o => o.Option);
    }

    /// <summary>One row for every period and row values; without row axes one row a period, be it empty.</summary>
    public IReadOnlyList<CubeRow> Rows { get; private set; } = [];

    public static async Task<Cube> Read(ReadScope scope, CubeQuery query)
    {
        var cube = new Cube(query);
        if (query.Surveys.Any(s => s.Audience == Audience.Employee))
        {
            cube.Rows = await ReleasedCube.Read(scope, query);
            return cube;
        }
        IReadOnlyList<Variable> variables = [.. query.Variables, .. ResponsesOf(query.Surveys)];
        var groups = new Groups(query, scope.Cohorts, scope.Units);
        if (await CountsReader.Read(scope.Session, groups, variables, query.Range, query.Interval) is not var (counted, range)) return cube;
        cube.Rows = [.. cube.RowsOf(groups, counted, range)];
        return cube;
    }

    /// <summary>The counts in the form that indicators take; of some of the variables only, where they are named.</summary>
    public Counts CountsOf(CountedGroup? group, IEnumerable<Variable>? variables = null) =>
        CountsReader.ToCounts(group, [.. variables ?? _query.Variables], v => [.. _options[v.Id]]);

    /// <summary>The cells of a row that have a name, in ordinal order of it, with their counts.</summary>
    public IEnumerable<(string Name, Counts Counts, CountedGroup Group)> Named(CubeRow row, IReadOnlyCollection<Variable>? variables = null) =>
        row.Cells.Where(c => c.Name is not null).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Name!, CountsOf(c.Group, variables), c.Group));

    /// <summary>How a cell of a row is asked for, where that is how the row is: of employees with everybody beside it, and guarded if the cell is.</summary>
    public Terms TermsOf(Terms terms, CubeRow row, CountedGroup? cell) =>
        row.Whole is null || cell is null ? terms : terms with { Whole = WholeOf(row), Guarded = IsGuarded(cell, terms.MinimumGroup) };

    /// <summary>Everything counted in the period of a row; employees only.</summary>
    public Counts? WholeOf(CubeRow row)
    {
        return row.Whole is { } whole ? _wholes.GetOrAdd(whole, group => CountsOf(group)) : null;
    }

    /// <summary>Whether a group is a sum of released cells of which one has fewer people than a figure needs to show more than its estimate.</summary>
    public bool IsGuarded(CountedGroup group, int minimumGroup) => group.FewestOf(_query.Variables.Select(v => v.Id)) < 3 * minimumGroup;

    /// <summary>How many responses there are.</summary>
    public long Responses(CountedGroup group) => group.Count(_responses);

    private static IEnumerable<Variable> ResponsesOf(IReadOnlyList<Survey> surveys) => surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ResponseKind);

    /// <summary>
    /// Rows in the order of periods, then as their values were first met. A breakdown has only rows with responses, so what was
    /// counted says which they are: periods times values may be millions, all but a few of them empty.
    /// </summary>
    internal IEnumerable<CubeRow> RowsOf(Groups groups, Dictionary<(int Bucket, int Part), CountedGroup> counted, DayRange range)
    {
        var width = _query.Rows.Count;
        var (rowOf, values) = Numbered(groups.Values, width);
        var rows = counted.ToLookup(c => (c.Key.Bucket, Row: rowOf[c.Key.Part]), c => new CubeCell(groups.Values[c.Key.Part][width..], c.Value));
        if (width == 0) return Buckets(range, counted).Select(bucket => Row(bucket, [], [.. rows[(bucket is { } day ? Days.Number(day) : 0, 0)]]));
        return rows.OrderBy(r => r.Key).Where(r => r.Sum(c => Responses(c.Group)) > 0)
            .Select(r => Row(_query.Interval == Interval.None ? null : Days.Date(r.Key.Bucket), values[r.Key.Row], [.. r]));

        CubeRow Row(DateOnly? bucket, IReadOnlyList<string?> by, CubeCell[] cells)
        {
            var (from, to) = Ends(bucket);
            return new CubeRow(from, to, by, cells);
        }
    }

    /// <summary>The number of each part's row, and the values of each row.</summary>
    private static (int[] RowOf, List<string?[]> Values) Numbered(IReadOnlyList<string?[]> parts, int width)
    {
        var (rowOf, values) = (new int[parts.Count], new List<string?[]>());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var part = 0; part < parts.Count; part++)
        {
            var by = parts[part][..width];
            if (numbers.TryAdd(CubeRow.TextOf(by), numbers.Count)) values.Add(by);
            rowOf[part] = numbers[CubeRow.TextOf(by)];
        }
        return (rowOf, values);
    }

    /// <summary>The periods of a series: all between the ends that were asked for; where an end is open, from the first to the last with responses.</summary>
    private IReadOnlyList<DateOnly?> Buckets(DayRange range, Dictionary<(int Bucket, int Part), CountedGroup> counted)
    {
        if (_query.Interval == Interval.None) return [null];
        var buckets = new List<DateOnly?>();
        for (var bucket = TimeSpans.BucketOf(range.From!.Value, _query.Interval); bucket < range.To; bucket = TimeSpans.EndOf(bucket, _query.Interval)) buckets.Add(bucket);
        var filled = counted.Where(c => Responses(c.Value) > 0).Select(c => Days.Date(c.Key.Bucket)).ToHashSet();
        if (_query.Range.From is null) buckets = [.. buckets.SkipWhile(b => !filled.Contains(b!.Value))];
        if (_query.Range.To is null)
        {
            while (buckets.Count > 0 && !filled.Contains(buckets[^1]!.Value)) buckets.RemoveAt(buckets.Count - 1);
        }
        return buckets;
    }

    private (DateOnly? From, DateOnly? To) Ends(DateOnly? bucket) =>
        bucket is { } start ? TimeSpans.Within(_query.Range, start, _query.Interval) : (_query.Range.From, _query.Range.To);
}

/// <summary>What was counted for one row of one period.</summary>
/// <param name="From">First day, or null when open.</param>
/// <param name="To">First day after, or null when open.</param>
/// <param name="By">Values of the row axes.</param>
/// <param name="Cells">The cells that were counted, in no order.</param>
public sealed record CubeRow(DateOnly? From, DateOnly? To, IReadOnlyList<string?> By, IReadOnlyList<CubeCell> Cells)
{
    /// <summary>The values of the row axes as one text.</summary>
    public string ByText { get; } = TextOf(By);

    /// <summary>All cells together, those without a value among them; of employees the released cell of the row itself.</summary>
    public CountedGroup Total { get => field ??= CountedGroup.Sum([.. Cells.Select(c => c.Group)]); init; }

    /// <summary>Everything counted in the period, of employees.</summary>
    public CountedGroup? Whole { get; init; }

    /// <summary>The leaves below the row's unit in the tree it was released with; null without a unit.</summary>
    public string? Under { get; init; }

    /// <summary>How many people the row's answers come from, where that is known (employees).</summary>
    public long? Headcount { get; init; }

    /// <summary>Values of the row axes as one text, the same for the same values.</summary>
    public static string TextOf(IEnumerable<string?> values) => string.Join('\u001f', values.Select(v => v ?? "\u001e"));
}

/// <summary>One cell of a row.</summary>
/// <param name="Values">Values of the cell axes; null where the responses lack one.</param>
/// <param name="Group">What was counted there.</param>
public sealed record CubeCell(IReadOnlyList<string?> Values, CountedGroup Group)
{
    /// <summary>The value where there is one axis; null is not a cell.</summary>
    public string? Name => Values[0];

    /// <summary>The leaves below the cell's unit in the tree it was released with; null without a unit.</summary>
    public string? Under { get; init; }

    /// <summary>How many people there are in the cell, where that is known (employees).</summary>
    public long? Headcount { get; init; }
}
