using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Feedback.Indicators.Audit;

/// <summary>
/// A secret random number a class, and of every protected set what is left of the sum of its numbers after the released rows
/// are subtracted. 0 would mean that the set is a combination of released cells. A class that is a pivot has the number that
/// makes its row's sum 0, so what is left of a set is just the sum of the present numbers of its classes.
/// </summary>
internal sealed class Fingerprints
{
    private readonly ulong[] _ofClass;
    private readonly ulong[] _ofSet;
    private readonly ulong[] _next;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];
    private readonly int[] _starts;
    private readonly int[] _sets;

    public Fingerprints(SetFamily sets, int classes)
    {
        (_ofClass, _ofSet, _next, _isTouched) = (new ulong[classes], new ulong[sets.Count], new ulong[sets.Count], new bool[sets.Count]);
        (_starts, _sets) = sets.ByClass(classes);
        for (var i = 0; i < classes; i++) _ofClass[i] = Random();
        for (var set = 0; set < sets.Count; set++) _ofSet[set] = Sum(sets[set]);
    }

    /// <summary>0 if the sums of these classes follow from the released cells.</summary>
    public ulong Sum(ReadOnlySpan<int> classes)
    {
        var sum = 0UL;
        foreach (var item in classes) sum = Field61.Add(sum, _ofClass[item]);
        return sum;
    }

    /// <summary>Takes over the numbers that a further row would bring, unless what is left of a protected set would become 0.</summary>
    /// <returns>Whether the row may be released; if not, nothing has changed.</returns>
    public bool TryRelease(Reduced row, List<(int Pivot, ulong Entry)> meeting)
    {
        var change = Field61.Negate(_ofClass[row.Pivot]);
        for (var i = 0; i < row.Columns.Length; i++) change = Field61.Subtract(change, Field61.Multiply(row.Values[i], _ofClass[row.Columns[i]]));
        Shift(row.Pivot, change);
        foreach (var (pivot, entry) in meeting) Shift(pivot, Field61.Negate(Field61.Multiply(entry, change)));
        var isSafe = _touched.TrueForAll(set => _next[set] != 0);
        foreach (var set in _touched)
        {
            if (isSafe) _ofSet[set] = _next[set];
            _isTouched[set] = false;
        }
        _touched.Clear();
        if (!isSafe) return false;
        _ofClass[row.Pivot] = Field61.Add(_ofClass[row.Pivot], change);
        foreach (var (pivot, entry) in meeting) _ofClass[pivot] = Field61.Subtract(_ofClass[pivot], Field61.Multiply(entry, change));
        return true;
    }

    private void Shift(int column, ulong change)
    {
        for (var i = _starts[column]; i < _starts[column + 1]; i++)
        {
            var set = _sets[i];
            if (!_isTouched[set])
            {
                (_isTouched[set], _next[set]) = (true, _ofSet[set]);
                _touched.Add(set);
            }
            _next[set] = Field61.Add(_next[set], change);
        }
    }

    private static ulong Random()
    {
        Span<byte> bytes = stackalloc byte[8];
        while (true)
        {
            RandomNumberGenerator.Fill(bytes);
            var number = BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 3;
            if (number < Field61.Prime) return number;
        }
    }
}
