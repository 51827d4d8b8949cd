namespace Feedback.Indicators.Audit;

/// <summary>
/// The reduced row echelon form of the released cells modulo 2^61 - 1: every row has 1 in a pivot column that no other row has.
/// Rows are sparse; beside them stands which rows have an entry in a column.
/// </summary>
internal sealed class Echelon
{
    private readonly SparseRow?[] _rowOfPivot;
    private readonly List<int>?[] _pivotsByColumn;
    private readonly int[] _count;
    private readonly ulong[] _reduced;
    private readonly bool[] _touched;
    private readonly List<int> _columns = [];

    public Echelon(int columns) =>
        (_rowOfPivot, _pivotsByColumn, _count, _reduced, _touched) = (new SparseRow?[columns], new List<int>?[columns], new int[columns], new ulong[columns], new bool[columns]);

    /// <summary>Entries calculated so far, the measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>Entries held now, the measure of memory.</summary>
    public long Entries { get; private set; }

    /// <summary>A cell minus the rows whose pivots it contains, with 1 in a column that few rows have. Null if nothing is left: its sums follow.</summary>
    public Reduced? Reduce(ReadOnlySpan<int> cell)
    {
        foreach (var column in cell)
        {
            if (_rowOfPivot[column] is not { } row) Accumulate(column, 1);
            else Subtract(row);
        }
        _columns.Sort();
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
            Entries--;
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
        if (change == EntryChange.Added) (_pivotsByColumn[column] ??= []).Add(pivot);
        if (change is EntryChange.Added or EntryChange.Refilled) (_count[column], Entries) = (_count[column] + 1, Entries + 1);
        else if (change == EntryChange.Cancelled) (_count[column], Entries) = (_count[column] - 1, Entries - 1);
    }

    private void Subtract(SparseRow row)
    {
        var (columns, values) = row.Places;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] >= 0 && values[i] != 0) Accumulate(columns[i], Field61.Negate(values[i]));
        }
        Work += columns.Length / 2;
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

    private Reduced? Collect()
    {
        var pivot = -1;
        foreach (var column in _columns)
        {
            if (_reduced[column] != 0 && (pivot < 0 || _count[column] < _count[pivot])) pivot = column;
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
