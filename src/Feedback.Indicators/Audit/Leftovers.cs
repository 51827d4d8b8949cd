namespace Feedback.Indicators.Audit;

/// <summary>
/// What a breakdown leaves over when only its parts of k people and more are shown, where that is 1 to k - 1 people (R4): of
/// every cell by every dimension it does not name, and of every cell by the child nodes. Answers that a node with children
/// has of its own are a part like a child, and protected like one.
/// </summary>
internal static class Leftovers
{
    public static void Add(CellTable table, SetFamily sets)
    {
        AddDirect(table, sets);
        AddByNodes(table, sets);
        AddByDimensions(table, sets);
    }

    private static void AddDirect(CellTable table, SetFamily sets)
    {
        var k = table.Population.Question.MinimumGroup;
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var direct = Direct(table, cell);
            if (direct.Length < table.Classes(cell).Length && People(table, direct) < k) sets.Add(direct);
        }
    }

    private static void AddByNodes(CellTable table, SetFamily sets)
    {
        var parts = new Parts(table);
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            if (table.Cells[cell].Above >= 0) parts.Note(table.Cells[cell].Above, cell);
            var direct = Direct(table, cell);
            if (direct.Length < table.Classes(cell).Length) parts.Note(cell, direct);
        }
        parts.AddLeftovers(sets);
    }

    private static void AddByDimensions(CellTable table, SetFamily sets)
    {
        for (var d = 0; d < table.Population.Values.Count; d++)
        {
            var parts = new Parts(table);
            for (var cell = 0; cell < table.Cells.Length; cell++)
            {
                var (item, shape) = (table.Cells[cell], table.Combinations[table.Cells[cell].Combination]);
                if (shape.A == d) parts.Note(item.WithoutA, cell);
                else if (shape.B == d) parts.Note(item.WithoutB, cell);
            }
            parts.AddLeftovers(sets);
        }
    }

    /// <summary>Those classes of a cell whose unit is the node itself; they come first.</summary>
    private static ReadOnlySpan<int> Direct(CellTable table, int cell)
    {
        var classes = table.Classes(cell);
        var count = 0;
        while (count < classes.Length && table.Population.Classes[classes[count]].Node == table.Cells[cell].Node) count++;
        return classes[..count];
    }

    private static long People(CellTable table, ReadOnlySpan<int> classes)
    {
        var sum = 0L;
        foreach (var item in classes) sum += table.Population.Classes[item].People;
        return sum;
    }

    /// <summary>The small parts of every cell in one breakdown. Fewer than k people are fewer than k classes, so little is kept.</summary>
    private sealed class Parts(CellTable table)
    {
        private readonly long[] _left = new long[table.Cells.Length];
        private readonly List<(int Whole, int Class)> _classes = [];
        private readonly int _k = table.Population.Question.MinimumGroup;

        public void Note(int whole, int part)
        {
            if (table.Cells[part].People < _k) Note(whole, table.Classes(part));
        }

        public void Note(int whole, ReadOnlySpan<int> part)
        {
            var people = People(table, part);
            if (people >= _k) return;
            _left[whole] += people;
            if (_left[whole] >= _k) return;
            foreach (var item in part) _classes.Add((whole, item));
        }

        public void AddLeftovers(SetFamily sets)
        {
            _classes.Sort();
            var left = new List<int>();
            for (var from = 0; from < _classes.Count;)
            {
                var whole = _classes[from].Whole;
                left.Clear();
                for (; from < _classes.Count && _classes[from].Whole == whole; from++) left.Add(_classes[from].Class);
                if (_left[whole] < _k) sets.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(left));
            }
        }
    }
}
