namespace Feedback.Indicators.Audit;

/// <summary>
/// Takes the candidates one after the other, fewer values first, then more people, then by name, and releases each from which,
/// with those before it, nothing protected follows.
/// </summary>
internal sealed class GreedyAudit
{
    private readonly Echelon _echelon;
    private readonly RandomSolution _first;
    private readonly RandomSolution _second;
    private readonly Fingerprints _fingerprints;
    private readonly ClassPairs _pairs;
    private readonly List<(int Pivot, ulong Entry)> _meeting = [];

    private GreedyAudit(CellTable table, SetFamily sets, IReadOnlyList<int> candidates)
    {
        var holders = table.Holders(candidates);
        (_echelon, _first, _second) = (new(holders), new(holders.Length), new(holders.Length));
        (_fingerprints, _pairs) = (new(sets, _first, holders.Length), new(table.Population, _first, _second));
    }

    /// <summary>The released cells, ascending. Null if the work passed the limit.</summary>
    public static List<int>? Run(CellTable table, SetFamily sets, IReadOnlyList<int> candidates, AuditLimits limits, CancellationToken cancellation)
    {
        var (audit, released) = (new GreedyAudit(table, sets, candidates), new List<int>());
        foreach (var cell in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (audit._echelon.Work > limits.Work || audit._echelon.Entries > limits.Entries) return null;
            if (audit.TryRelease(table.Classes(cell))) released.Add(cell);
        }
        released.Sort();
        return released;
    }

    public static List<int> Ordered(CellTable table, IEnumerable<int> cells) =>
        [.. cells
            .OrderBy(cell => Predicates(table, cell))
            .ThenByDescending(cell => table.Cells[cell].People)
            .ThenBy(cell => cell)];

    private static int Predicates(CellTable table, int cell) =>
        table.Combinations[table.Cells[cell].Combination].Count + (table.Cells[cell].Node > 0 ? 1 : 0);

    /// <summary>A cell that follows from those before it tells nothing new.</summary>
    private bool TryRelease(ReadOnlySpan<int> cell)
    {
        if (_first.Sum(cell) == 0 || _echelon.Reduce(cell) is not { } row) return true;
        _echelon.Meeting(row.Pivot, _meeting);
        _first.Try(row, _meeting);
        if (!_fingerprints.IsSafe()) return false;
        _second.Try(row, _meeting);
        if (!_pairs.IsSafe()) return false;
        _fingerprints.Accept();
        _pairs.Accept();
        _first.Accept();
        _second.Accept();
        _echelon.Add(row, _meeting);
        return true;
    }
}
