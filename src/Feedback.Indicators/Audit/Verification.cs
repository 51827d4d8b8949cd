namespace Feedback.Indicators.Audit;

/// <summary>
/// Looks again, by other means, whether a protected set is a combination of released cells: another prime, small cells first,
/// and every set reduced by the rows themselves, without fingerprints. Then whether the rules hold on the result.
/// </summary>
internal static class Verification
{
    /// <exception cref="AuditFailedException">A protected set follows from the released cells, or a rule is broken.</exception>
    public static void Check(CellTable table, SetFamily sets, Eligibility eligibility, IReadOnlyList<int> released, CancellationToken cancellation)
    {
        var weights = new int[table.Population.Classes.Count];
        foreach (var cell in released)
        {
            foreach (var item in table.Classes(cell)) weights[item]++;
        }
        var echelon = new PlainEchelon(weights);
        foreach (var cell in released.OrderBy(cell => table.Classes(cell).Length).ThenBy(cell => cell))
        {
            cancellation.ThrowIfCancellationRequested();
            echelon.Add(table.Classes(cell));
        }
        for (var set = 0; set < sets.Count; set++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (echelon.Follows(sets[set])) throw new AuditFailedException("The answers of a protected group follow from the released cells. Nothing is published.");
        }
        ReleaseRules.Check(table, eligibility, released);
    }
}
