namespace Feedback.Indicators.Audit;

/// <summary>
/// Takes the candidates one after the other, fewer values first, then more people, then by name, and releases each from which,
/// with those before it, no protected set follows.
/// </summary>
internal static class GreedyAudit
{
    /// <summary>The released cells, ascending. Null if the work passed the limit.</summary>
    public static List<int>? Run(CellTable table, SetFamily sets, IReadOnlyList<int> candidates, AuditLimits limits, CancellationToken cancellation)
    {
        var holders = new int[table.Population.Classes.Count];
        foreach (var cell in candidates)
        {
            foreach (var item in table.Classes(cell)) holders[item]++;
        }
        var (echelon, fingerprints) = (new Echelon(holders), new Fingerprints(sets, holders.Length));
        var (released, meeting) = (new List<int>(), new List<(int, ulong)>());
        foreach (var cell in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (echelon.Work > limits.Work || echelon.Entries > limits.Entries) return null;
            if (fingerprints.Sum(table.Classes(cell)) != 0 && echelon.Reduce(table.Classes(cell)) is { } row)
            {
                echelon.Meeting(row.Pivot, meeting);
                if (!fingerprints.TryRelease(row, meeting)) continue;
                echelon.Add(row, meeting);
            }
            released.Add(cell);
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
}
