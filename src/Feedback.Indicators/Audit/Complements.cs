namespace Feedback.Indicators.Audit;

/// <summary>The people of a cell who are not in a cell inside it, where they are 1 to k - 1 (R3). Cells around a cell: values dropped, any node above, or both.</summary>
internal static class Complements
{
    public static void Add(CellTable table, SetFamily sets)
    {
        var (k, rest) = (table.Population.Question.MinimumGroup, new List<int>());
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var people = table.Cells[cell].People;
            foreach (var start in table.Shorter(cell))
            {
                for (var around = start; around >= 0 && table.Cells[around].People - people < k; around = table.Cells[around].Above)
                {
                    if (table.Cells[around].People > people) Add(table.Classes(around), table.Classes(cell), rest, sets);
                }
            }
        }
    }

    private static void Add(ReadOnlySpan<int> around, ReadOnlySpan<int> inside, List<int> rest, SetFamily sets)
    {
        rest.Clear();
        var next = 0;
        foreach (var item in around)
        {
            if (next < inside.Length && inside[next] == item) next++;
            else rest.Add(item);
        }
        sets.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rest));
    }
}
