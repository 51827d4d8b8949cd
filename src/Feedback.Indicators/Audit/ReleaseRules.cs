namespace Feedback.Indicators.Audit;

/// <summary>
/// The rules that a reader can check with subtraction alone, on the released cells: nobody or at least k people between two
/// cells one of which is in the other (R3), and in what a breakdown of a released cell leaves over (R4).
/// </summary>
internal static class ReleaseRules
{
    /// <exception cref="AuditFailedException">A rule is broken.</exception>
    public static void Check(CellTable table, Eligibility eligibility, IReadOnlyList<int> released)
    {
        var isReleased = new bool[table.Cells.Length];
        foreach (var cell in released) isReleased[cell] = true;
        foreach (var cell in released)
        {
            if (!eligibility.Admits(table.Cells[cell])) throw new AuditFailedException("A cell was released that may not be, whatever the audit says.");
            CheckComplements(table, isReleased, cell);
        }
        CheckBreakdown(table, eligibility, isReleased, byNode: true, item => item.Above);
        for (var d = 0; d < table.Population.Values.Count; d++)
            CheckBreakdown(table, eligibility, isReleased, byNode: false, item => table.Combinations[item.Combination].A == d ? item.WithoutA : table.Combinations[item.Combination].B == d ? item.WithoutB : -1);
    }

    private static void CheckComplements(CellTable table, bool[] isReleased, int cell)
    {
        var (k, people) = (table.Population.Question.MinimumGroup, table.Cells[cell].People);
        foreach (var start in table.Shorter(cell))
        {
            for (var around = start; around >= 0; around = table.Cells[around].Above)
            {
                var rest = table.Cells[around].People - people;
                if (isReleased[around] && rest > 0 && rest < k) throw new AuditFailedException("Two released cells differ by fewer than k people (R3).");
            }
        }
    }

    /// <summary>
    /// A single hidden part of k people or more can be worked out. That is harmless if it is of a kind that is never shown, and
    /// must not happen to a cell that was refused or has more answers than heads.
    /// </summary>
    private static void CheckBreakdown(CellTable table, Eligibility eligibility, bool[] isReleased, bool byNode, Func<CellOfTable, int> whole)
    {
        var (k, left, parts) = (table.Population.Question.MinimumGroup, table.Cells.Select(item => item.People).ToArray(), new Breakdown[table.Cells.Length]);
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var around = whole(table.Cells[cell]);
            if (around < 0) continue;
            if (isReleased[cell]) left[around] -= table.Cells[cell].People;
            var isGuarded = eligibility.Overfull[table.Cells[cell].Node] || eligibility.Admits(table.Cells[cell]);
            parts[around] = parts[around].With(isReleased[cell], isGuarded, table.Cells[cell].People);
        }
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            if (!isReleased[cell] || parts[cell].Shown == 0 || left[cell] == 0) continue;
            var isLeftAlone = parts[cell].Hidden == 1 && left[cell] == parts[cell].People;
            if (left[cell] < k || (isLeftAlone && parts[cell].IsGuarded)) throw new AuditFailedException($"What a breakdown by {(byNode ? "unit" : "dimension")} leaves over can be worked out (R4).");
        }
    }

    /// <summary>How many parts are shown and hidden, and of the last hidden one whether it must stay so and how many people it has.</summary>
    private readonly record struct Breakdown(int Shown, int Hidden, bool IsGuarded, long People)
    {
        public Breakdown With(bool isShown, bool isGuarded, long people) =>
            isShown ? this with { Shown = Shown + 1 } : new(Shown, Hidden + 1, isGuarded, people);
    }
}
