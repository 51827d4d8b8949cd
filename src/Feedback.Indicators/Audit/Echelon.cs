namespace Feedback.Indicators.Audit;

/// <summary>
/// The reduced row echelon form of the released cells modulo 2^61 - 1: every row has 1 in a pivot column that no other row has.
/// Rows are sparse; beside them stands which rows have an entry in a column.
/// </summary>
/// <remarks>
/// Which column of a cell becomes the pivot changes nothing but the work. The one that the fewest rows have, and among those the
/// one that the most candidates hold, leaves half of the entries that the first of them leaves.
/// </remarks>
internal sealed class Echelon
{
    private readonly SparseRow?[] _rowOfPivot;
    private readonly List<int>?[] _pivotsByColumn;
    private readonly int[] _count;
    private readonly int[] _candidates;
    private readonly ulong[] _reduced;
    private readonly bool[] _touched;
    private readonly List<int> _columns = [];

    /// <param name="candidates">How many candidates hold each class.</param>
    public Echelon(int[] candidates)
    {
        var columns = candidates.Length;
        (_rowOfPivot, _pivotsByColumn, _count, _candidates) = (new SparseRow?[columns], new List<int>?[columns], new int[columns], candidates);
        (_reduced, _touched) = (new ulong[columns], new bool[columns]);
    }

    /// <summary>Entries calculated so far, the measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>Places held for entries, the measure of memory.</summary>
    public long Entries { get; private set; }

    /// <summary>A cell minus the rows whose pivots it contains, with 1 in a column that few rows have. Null if nothing is left: its sums follow.</summary>
    public Reduced? Reduce(ReadOnlySpan<int> cell)
    {
        foreach (var column in cell)
        {
            if (_rowOfPivot[column] is not { } row) Accumulate(column, 1);
            else Subtract(row);
        }
        var reduced = Collect();
        foreach (var column in _columns) (_reduced[column], _touched[column]) = (0, false);
        _columns.Clear();
        return reduced;
    }

    /// <summary>The rows that have an entry in the pivot column: their own pivots, and that entry.</summary>
    public void Meeting(int pivot, List<(int Pivot, ulong Entry)> rows)
    {
        rows.Clear();
        if (_pivotsByColumn[pivot] is not { } pivots) return;
        foreach (var other in pivots)
        {
            if (_rowOfPivot[other]![pivot] is > 0 and var entry) rows.Add((other, entry));
        }
    }

    /// <summary>Adds a reduced cell as a row, and takes its pivot out of the rows that have it.</summary>
    public void Add(Reduced reduced, List<(int Pivot, ulong Entry)> meeting)
    {
        foreach (var (pivot, entry) in meeting)
        {
            var (row, factor) = (_rowOfPivot[pivot]!, Field61.Negate(entry));
            row.Clear(reduced.Pivot);
            for (var i = 0; i < reduced.Columns.Length; i++)
                Note(row.Add(reduced.Columns[i], Field61.Multiply(factor, reduced.Values[i])), reduced.Columns[i], pivot);
            Work += reduced.Columns.Length;
        }
        var added = new SparseRow(reduced.Columns.Length);
        _rowOfPivot[reduced.Pivot] = added;
        for (var i = 0; i < reduced.Columns.Length; i++) Note(added.Add(reduced.Columns[i], reduced.Values[i]), reduced.Columns[i], reduced.Pivot);
        (_pivotsByColumn[reduced.Pivot], _count[reduced.Pivot]) = (null, 0);
    }

    private void Note(EntryChange change, int column, int pivot)
    {
        if (change == EntryChange.Changed) return;
        _count[column] += change == EntryChange.Cancelled ? -1 : 1;
        if (change != EntryChange.Added) return;
        (_pivotsByColumn[column] ??= []).Add(pivot);
        Entries++;
    }

    private void Subtract(SparseRow row)
    {
        var columns = row.Columns;
        var values = row.Values;
        for (var i = 0; i < columns.Length; i++)
        {
            if (values[i] != 0) Accumulate(columns[i], Field61.Negate(values[i]));
        }
        Work += columns.Length;
    }

    private void Accumulate(int column, ulong value)
    {
        if (!_touched[column])
        {
            _touched[column] = true;
            _columns.Add(column);
        }
        _reduced[column] = Field61.Add(_reduced[column], value);
    }

    private bool IsBetter(int column, int pivot) =>
        (_count[column], -_candidates[column], column).CompareTo((_count[pivot], -_candidates[pivot], pivot)) < 0;

    private Reduced? Collect()
    {
        var pivot = -1;
        foreach (var column in _columns)
        {
            if (_reduced[column] != 0 && (pivot < 0 || IsBetter(column, pivot))) pivot = column;
        }
        if (pivot < 0) return null;
        var (columns, values, scale) = (new List<int>(_columns.Count), new List<ulong>(_columns.Count), Field61.Invert(_reduced[pivot]));
        foreach (var column in _columns)
        {
            if (_reduced[column] == 0 || column == pivot) continue;
            columns.Add(column);
            values.Add(Field61.Multiply(_reduced[column], scale));
        }
        return new(pivot, [.. columns], [.. values]);
    }
}

/// <summary>What is left of a cell: 1 in the pivot column, and these values in these columns.</summary>
internal sealed record Reduced(int Pivot, int[] Columns, ulong[] Values);
