using System.Runtime.InteropServices;

namespace Feedback.Indicators.Audit;

/// <summary>
/// What an open survey protects beside the rest (R14). One person can lift a small group to k answers, so groups are measured by
/// heads there: a node that is too small to be shown, and what two shown nodes or a breakdown leave over, must not be worked
/// out, however many answers they hold.
/// </summary>
internal static class OpenAccess
{
    public static void Add(CellTable table, Eligibility eligibility, SetFamily sets)
    {
        var shown = Enumerable.Range(0, table.Cells.Length).Where(cell => table.Cells[cell].Combination == 0 && eligibility.Admits(table.Cells[cell])).ToHashSet();
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            if (table.Cells[cell].Combination == 0 && !shown.Contains(cell) && !IsAllOfAShownNode(table, shown, cell)) sets.Add(table.Classes(cell));
        }
        foreach (var cell in shown)
        {
            AddComplements(table, shown, cell, sets);
            AddLeftover(table, shown, cell, sets);
        }
    }

    /// <summary>A node that has all answers of a node around it, which is shown for itself.</summary>
    private static bool IsAllOfAShownNode(CellTable table, HashSet<int> shown, int cell)
    {
        for (var around = table.Cells[cell].Above; around >= 0; around = table.Cells[around].Above)
        {
            if (shown.Contains(around) && table.Cells[around].People == table.Cells[cell].People) return true;
        }
        return false;
    }

    private static void AddComplements(CellTable table, HashSet<int> shown, int cell, SetFamily sets)
    {
        for (var around = table.Cells[cell].Above; around >= 0; around = table.Cells[around].Above)
        {
            if (shown.Contains(around) && IsFew(table, Heads(table, around) - Heads(table, cell))) sets.Add(Rest(table, around, [cell]));
        }
    }

    private static void AddLeftover(CellTable table, HashSet<int> shown, int cell, SetFamily sets)
    {
        var parts = shown.Where(part => table.Cells[part].Above == cell).ToArray();
        if (parts.Length > 0 && IsFew(table, Heads(table, cell) - parts.Sum(part => Heads(table, part)))) sets.Add(Rest(table, cell, parts));
    }

    private static bool IsFew(CellTable table, long? heads) => heads < 10L * table.Population.Question.MinimumGroup;

    /// <summary>Of the whole those of its nodes, if all are known and nobody is in none.</summary>
    private static long? Heads(CellTable table, int cell)
    {
        var (tree, node) = (table.Population.Tree, table.Cells[cell].Node);
        if (node > 0) return tree.Headcount[node];
        if (table.Population.Classes[0].Node == 0) return null;
        var sum = (long?)0;
        for (var root = 1; root < tree.Count; root = tree.Past[root]) sum += tree.Headcount[root];
        return sum;
    }

    private static ReadOnlySpan<int> Rest(CellTable table, int around, IEnumerable<int> parts)
    {
        var inside = new HashSet<int>();
        foreach (var part in parts) inside.UnionWith(table.Classes(part).ToArray());
        var rest = new List<int>();
        foreach (var item in table.Classes(around))
        {
            if (!inside.Contains(item)) rest.Add(item);
        }
        return CollectionsMarshal.AsSpan(rest);
    }
}
