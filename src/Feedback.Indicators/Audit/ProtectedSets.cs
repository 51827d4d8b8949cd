namespace Feedback.Indicators.Audit;

/// <summary>
/// The groups of people that nobody may work out: every cell and every class of fewer than k people, every complement and every
/// leftover of a breakdown of fewer than k, and every cell of a node with more answers than heads.
/// </summary>
internal static class ProtectedSets
{
    public static SetFamily Of(CellTable table, Eligibility eligibility)
    {
        var (sets, k) = (new SetFamily(), table.Population.Question.MinimumGroup);
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            if (table.Cells[cell].People < k || eligibility.Overfull[table.Cells[cell].Node]) sets.Add(table.Classes(cell));
        }
        for (var i = 0; i < table.Population.Classes.Count; i++)
        {
            if (table.Population.Classes[i].People < k) sets.Add([i]);
        }
        Complements.Add(table, sets);
        Leftovers.Add(table, sets);
        if (table.Population.Question.IsOpen) OpenAccess.Add(table, eligibility, sets);
        return sets;
    }
}
