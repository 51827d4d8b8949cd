namespace Feedback.Indicators.Audit;

/// <summary>A row of the echelon form: column to value modulo p, by open addressing. An entry that became 0 keeps its place until the row grows.</summary>
internal sealed class SparseRow
{
    private const int Free = -1;
    private int[] _columns;
    private ulong[] _values;
    private int _used;

    public SparseRow(int expected)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, expected * 2));
        (_columns, _values) = (new int[size], new ulong[size]);
        _columns.AsSpan().Fill(Free);
    }

    /// <summary>Column and value of every place, also of empty ones (column -1) and those that became 0.</summary>
    public (int[] Columns, ulong[] Values) Places => (_columns, _values);

    public ulong this[int column]
    {
        get
        {
            var place = Place(column);
            return _columns[place] == Free ? 0 : _values[place];
        }
    }

    /// <summary>Adds to an entry, and says whether the column is new to the row or became or stopped being 0.</summary>
    public EntryChange Add(int column, ulong value)
    {
        var place = Place(column);
        if (_columns[place] == Free)
        {
            (_columns[place], _values[place]) = (column, value);
            if (++_used * 4 > _columns.Length * 3) Grow();
            return EntryChange.Added;
        }
        var before = _values[place];
        _values[place] = Field61.Add(before, value);
        return before == 0 ? EntryChange.Refilled : _values[place] == 0 ? EntryChange.Cancelled : EntryChange.Changed;
    }

    /// <summary>Takes an entry out and returns what it was.</summary>
    public ulong Clear(int column)
    {
        var place = Place(column);
        if (_columns[place] == Free) return 0;
        var value = _values[place];
        _values[place] = 0;
        return value;
    }

    private int Place(int column)
    {
        var mask = _columns.Length - 1;
        var place = (int)(((uint)column * 2654435769u) >> 7) & mask;
        while (_columns[place] != column && _columns[place] != Free) place = (place + 1) & mask;
        return place;
    }

    /// <summary>Keeps the columns that became 0, because the index still points here from them.</summary>
    private void Grow()
    {
        var (columns, values) = (_columns, _values);
        (_columns, _values) = (new int[columns.Length * 2], new ulong[columns.Length * 2]);
        _columns.AsSpan().Fill(Free);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] == Free) continue;
            var place = Place(columns[i]);
            (_columns[place], _values[place]) = (columns[i], values[i]);
        }
    }
}

/// <summary>What adding to an entry did.</summary>
internal enum EntryChange
{
    Added,
    Refilled,
    Changed,
    Cancelled,
}
