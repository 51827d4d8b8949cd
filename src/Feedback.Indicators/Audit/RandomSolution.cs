using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Feedback.Indicators.Audit;

/// <summary>
/// A secret random number a class, kept such that the numbers of every released row, each times its entry, add to 0. The numbers
/// of a set then add to 0 if and only if the set is a combination of released rows, but for a chance of 1 in 2^61.
/// </summary>
internal sealed class RandomSolution
{
    private readonly ulong[] _numbers;
    private readonly List<(int Class, ulong Change)> _changes = [];

    public RandomSolution(int classes)
    {
        _numbers = new ulong[classes];
        for (var i = 0; i < classes; i++) _numbers[i] = Random();
    }

    /// <summary>What the row that was tried last would add to which numbers.</summary>
    public IReadOnlyList<(int Class, ulong Change)> Changes => _changes;

    public ulong this[int item] => _numbers[item];

    /// <summary>0 if the set follows from the released rows.</summary>
    public ulong Sum(ReadOnlySpan<int> classes)
    {
        var sum = 0UL;
        foreach (var item in classes) sum = Field61.Add(sum, _numbers[item]);
        return sum;
    }

    /// <summary>Finds the changes that a further row asks for: of its own pivot, and of the pivots of the rows that meet it there.</summary>
    public void Try(Reduced row, List<(int Pivot, ulong Entry)> meeting)
    {
        var change = Field61.Negate(_numbers[row.Pivot]);
        for (var i = 0; i < row.Columns.Length; i++) change = Field61.Subtract(change, Field61.Multiply(row.Values[i], _numbers[row.Columns[i]]));
        _changes.Clear();
        _changes.Add((row.Pivot, change));
        foreach (var (pivot, entry) in meeting) _changes.Add((pivot, Field61.Negate(Field61.Multiply(entry, change))));
    }

    /// <summary>Makes the changes.</summary>
    public void Accept()
    {
        foreach (var (item, change) in _changes) _numbers[item] = Field61.Add(_numbers[item], change);
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
