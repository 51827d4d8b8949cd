namespace Feedback.Indicators.Audit;

/// <summary>
/// A row of the echelon form: columns and their values modulo p one after the other, and where each column stands. An entry that
/// became 0 keeps its place, because the index of columns still points to the row.
/// </summary>
internal sealed class SparseRow
{
    private int[] _columns;
    private ulong[] _values;
    private int[] _places;
    private int _count;

    public SparseRow(int expected)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, expected + expected / 4));
        (_columns, _values, _places) = (new int[size], new ulong[size], new int[size * 2]);
    }

    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, _count);

    public ReadOnlySpan<ulong> Values => _values.AsSpan(0, _count);

    public ulong this[int column] => _places[Slot(column)] is > 0 and var place ? _values[place - 1] : 0;

    /// <summary>Adds to an entry, and says whether the column is new to the row or became or stopped being 0.</summary>
    public EntryChange Add(int column, ulong value)
    {
        ref var place = ref _places[Slot(column)];
        if (place == 0)
        {
            (_columns[_count], _values[_count]) = (column, value);
            place = ++_count;
            if (_count == _columns.Length) Grow();
            return EntryChange.Added;
        }
        ref var entry = ref _values[place - 1];
        var before = entry;
        entry = Field61.Add(before, value);
        return before == 0 ? EntryChange.Refilled : entry == 0 ? EntryChange.Cancelled : EntryChange.Changed;
    }

    /// <summary>Makes an entry 0.</summary>
    public void Clear(int column)
    {
        if (_places[Slot(column)] is > 0 and var place) _values[place - 1] = 0;
    }

    /// <summary>Where the place of a column is noted, or would be.</summary>
    private int Slot(int column)
    {
        var mask = _places.Length - 1;
        var slot = (int)(((uint)column * 2654435769u) >> 5) & mask;
        while (_places[slot] is > 0 and var place && _columns[place - 1] != column) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _columns, _count * 2);
        Array.Resize(ref _values, _count * 2);
        _places = new int[_count * 4];
        for (var i = 0; i < _count; i++) _places[Slot(_columns[i])] = i + 1;
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
