namespace Feedback.Indicators.Audit;

/// <summary>
/// A reduced row echelon form modulo 2^31 - 1 with sorted rows that are merged: the second opinion, which shares nothing with
/// <see cref="Echelon"/>.
/// </summary>
/// <param name="weights">How many cells hold each column: among columns of equally many rows the pivot is the one with the most.</param>
internal sealed class PlainEchelon(int[] weights)
{
    public const ulong Prime = (1UL << 31) - 1;

    /// <summary>So many columns are looked at one by one.</summary>
    private const int Few = 32;

    private readonly PlainRow?[] _rowOfPivot = new PlainRow?[weights.Length];
    private readonly List<int>?[] _pivotsByColumn = new List<int>?[weights.Length];
    private readonly int[] _rows = new int[weights.Length];
    private readonly ulong[] _left = new ulong[weights.Length];
    private readonly bool[] _isTouched = new bool[weights.Length];
    private readonly List<int> _touched = [];
    private readonly int[] _columns = new int[weights.Length];
    private readonly uint[] _values = new uint[weights.Length];

    /// <summary>Adds a row of ones in these columns; nothing if it follows from the rows before.</summary>
    public void Add(ReadOnlySpan<int> ones)
    {
        Reduce(ones);
        var pivot = -1;
        foreach (var column in _touched)
        {
            if (_left[column] != 0 && (pivot < 0 || IsBetter(column, pivot))) pivot = column;
        }
        if (pivot >= 0) Insert(pivot);
        Clean();
    }

    /// <summary>Whether a row of ones in these columns is a combination of the rows.</summary>
    public bool Follows(ReadOnlySpan<int> ones)
    {
        if (ones.Length <= Few && KeepsAColumn(ones)) return false;
        Reduce(ones);
        var follows = _touched.TrueForAll(column => _left[column] == 0);
        Clean();
        return follows;
    }

    /// <summary>What is left of a single column after the rows are subtracted, scaled so that it begins with 1.</summary>
    public PlainRow Left(int column)
    {
        if (_rowOfPivot[column] is not { } row) return new([column], [1]);
        if (row.Values.Length == 0) return row;
        var scale = Inverse(row.Values[0]);
        return row with { Values = [.. row.Values.Select(value => (uint)(value * scale % Prime))] };
    }

    /// <summary>Most sets keep something in one of their own columns, which needs no full reduction to see.</summary>
    private bool KeepsAColumn(ReadOnlySpan<int> ones)
    {
        foreach (var column in ones)
        {
            if (_rowOfPivot[column] is not null) continue;
            var left = 1UL;
            foreach (var item in ones)
            {
                if (_rowOfPivot[item] is { } row) left = (left + Prime - row[column]) % Prime;
            }
            if (left != 0) return true;
        }
        return false;
    }

    private bool IsBetter(int column, int pivot) =>
        _rows[column] != _rows[pivot] ? _rows[column] < _rows[pivot] : weights[column] != weights[pivot] ? weights[column] > weights[pivot] : column < pivot;

    /// <summary>Makes what is left a row, and takes its pivot out of the others.</summary>
    private void Insert(int pivot)
    {
        var (count, scale) = (0, Inverse(_left[pivot]));
        _touched.Sort();
        foreach (var column in _touched)
        {
            if (_left[column] != 0 && column != pivot) (_columns[count], _values[count++]) = (column, (uint)(_left[column] * scale % Prime));
        }
        var row = new PlainRow(_columns[..count], _values[..count]);
        foreach (var other in _pivotsByColumn[pivot] ?? [])
        {
            if (_rowOfPivot[other]![pivot] is > 0 and var times) _rowOfPivot[other] = Difference(_rowOfPivot[other]!, row, times, pivot, other);
        }
        (_rowOfPivot[pivot], _pivotsByColumn[pivot]) = (row, null);
        foreach (var column in row.Columns) Note(column, pivot);
    }

    /// <summary>A row minus so many times another, and nothing in the pivot column.</summary>
    private PlainRow Difference(PlainRow from, PlainRow row, ulong times, int pivot, int owner)
    {
        var (count, i, j) = (0, 0, 0);
        while (i < from.Columns.Length || j < row.Columns.Length)
        {
            var (a, b) = (i < from.Columns.Length ? from.Columns[i] : int.MaxValue, j < row.Columns.Length ? row.Columns[j] : int.MaxValue);
            var (column, value) = (Math.Min(a, b), a <= b ? from.Values[i++] : 0UL);
            if (b <= a) value = (value + (Prime - times) * row.Values[j++]) % Prime;
            if (b < a) Note(b, owner);
            else if (value == 0) _rows[column]--;
            if (value != 0 && column != pivot) (_columns[count], _values[count++]) = (column, (uint)value);
        }
        return new(_columns[..count], _values[..count]);
    }

    /// <summary>A row has an entry in a column. The list may name rows that lost theirs; the count is exact.</summary>
    private void Note(int column, int owner)
    {
        (_pivotsByColumn[column] ??= []).Add(owner);
        _rows[column]++;
    }

    private void Reduce(ReadOnlySpan<int> ones)
    {
        foreach (var item in ones)
        {
            if (_rowOfPivot[item] is not { } row)
            {
                Shift(item, 1);
                continue;
            }
            for (var i = 0; i < row.Columns.Length; i++) Shift(row.Columns[i], Prime - row.Values[i]);
        }
    }

    private void Shift(int column, ulong value)
    {
        if (!_isTouched[column])
        {
            _isTouched[column] = true;
            _touched.Add(column);
        }
        var sum = _left[column] + value;
        _left[column] = sum >= Prime ? sum - Prime : sum;
    }

    private void Clean()
    {
        foreach (var column in _touched) (_left[column], _isTouched[column]) = (0, false);
        _touched.Clear();
    }

    private static ulong Inverse(ulong a)
    {
        var result = 1UL;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1, a = a * a % Prime)
        {
            if ((exponent & 1) == 1) result = result * a % Prime;
        }
        return result;
    }
}
