namespace Feedback.Indicators.Audit;

/// <summary>A reduced row echelon form modulo 2^31 - 1 on ordinary dictionaries: the second opinion, which shares nothing with <see cref="Echelon"/>.</summary>
internal sealed class PlainEchelon(int columns)
{
    public const ulong Prime = (1UL << 31) - 1;

    private readonly Dictionary<int, ulong>?[] _rowOfPivot = new Dictionary<int, ulong>?[columns];
    private readonly HashSet<int>?[] _pivotsByColumn = new HashSet<int>?[columns];
    private readonly ulong[] _left = new ulong[columns];
    private readonly bool[] _isTouched = new bool[columns];
    private readonly List<int> _touched = [];

    /// <summary>Adds a row of ones in these columns; nothing if it follows from the rows before.</summary>
    public void Add(ReadOnlySpan<int> ones)
    {
        Reduce(ones);
        DropZeros();
        if (_touched.Count == 0) return;
        var pivot = _touched.MinBy(column => (_pivotsByColumn[column]?.Count ?? 0, column));
        var scale = Inverse(_left[pivot]);
        var row = _touched.Where(column => column != pivot).ToDictionary(column => column, column => _left[column] * scale % Prime);
        Clean();
        foreach (var other in _pivotsByColumn[pivot] ?? []) Subtract(row, pivot, other);
        _pivotsByColumn[pivot] = null;
        _rowOfPivot[pivot] = row;
        foreach (var column in row.Keys) (_pivotsByColumn[column] ??= []).Add(pivot);
    }

    /// <summary>Whether a row of ones in these columns is a combination of the rows.</summary>
    public bool Follows(ReadOnlySpan<int> ones)
    {
        Reduce(ones);
        var follows = _touched.TrueForAll(column => _left[column] == 0);
        Clean();
        return follows;
    }

    private void Subtract(Dictionary<int, ulong> row, int pivot, int other)
    {
        var target = _rowOfPivot[other]!;
        target.Remove(pivot, out var factor);
        foreach (var (column, value) in row)
        {
            ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(target, column, out var existed);
            entry = (entry + (Prime - factor) * value) % Prime;
            if (!existed) (_pivotsByColumn[column] ??= []).Add(other);
            if (entry != 0) continue;
            target.Remove(column);
            _pivotsByColumn[column]!.Remove(other);
        }
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
            foreach (var (column, value) in row) Shift(column, Prime - value);
        }
    }

    private void Shift(int column, ulong value)
    {
        if (!_isTouched[column]) _touched.Add(column);
        _isTouched[column] = true;
        _left[column] = (_left[column] + value) % Prime;
    }

    private void DropZeros()
    {
        foreach (var column in _touched) _isTouched[column] = _left[column] != 0;
        _touched.RemoveAll(column => !_isTouched[column]);
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
