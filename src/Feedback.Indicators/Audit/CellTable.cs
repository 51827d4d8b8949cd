namespace Feedback.Indicators.Audit;

/// <summary>
/// Every non-empty cell of the grammar: a node or the whole, and at most two values. For each cell its classes, its people,
/// and the cells around it that are one step away: in the parent node, and with a value dropped.
/// </summary>
internal sealed class CellTable
{
    private readonly int[] _members;
    private readonly List<CellOfTable> _cells = [];
    private readonly int[] _starts;
    private int _past;

    private CellTable(Population population, Kinds kinds)
    {
        (Population, Kinds, Combinations) = (population, kinds, Combination.All(population.Values));
        _members = new int[Memberships(population, kinds)];
        _starts = new int[population.Tree.Count * Combinations.Length + 1];
        var (keys, classes) = (new long[population.Classes.Count], new int[population.Classes.Count]);
        for (var node = 0; node < population.Tree.Count; node++)
        {
            var allowed = kinds.Values(population.Tree.Level[node]);
            for (var c = 0; c < Combinations.Length; c++)
            {
                if (Combinations[c].Count <= allowed) Group(node, c, keys, classes);
                _starts[node * Combinations.Length + c + 1] = _cells.Count;
            }
        }
        Cells = [.. _cells];
    }

    public Population Population { get; }

    public Kinds Kinds { get; }

    /// <summary>None, every dimension, every pair of dimensions.</summary>
    public Combination[] Combinations { get; }

    /// <summary>Cell 0 is the whole.</summary>
    public CellOfTable[] Cells { get; }

    public static CellTable Of(Population population, Kinds kinds) => new(population, kinds);

    /// <summary>Classes summed over all cells of these kinds, before any of them is made.</summary>
    public static long Memberships(Population population, Kinds kinds)
    {
        var d = population.Values.Count;
        long[] combinations = [0, 1, 1 + d, 1 + d + d * (d - 1) / 2];
        var sum = 0L;
        for (var node = 0; node < population.Tree.Count; node++)
            sum += (population.Past[node] - population.First[node]) * combinations[kinds.Values(population.Tree.Level[node]) + 1];
        return sum;
    }

    /// <summary>The classes of a cell, ascending.</summary>
    public ReadOnlySpan<int> Classes(int cell) => _members.AsSpan(Cells[cell].First, Cells[cell].Past - Cells[cell].First);

    /// <summary>For every class how many of these cells hold it.</summary>
    public int[] Holders(IEnumerable<int> cells)
    {
        var holders = new int[Population.Classes.Count];
        foreach (var cell in cells)
        {
            foreach (var item in Classes(cell)) holders[item]++;
        }
        return holders;
    }

    /// <summary>The cell itself and those of the same node without one or both of its values.</summary>
    public int[] Shorter(int cell)
    {
        var (a, b) = (Cells[cell].WithoutA, Cells[cell].WithoutB);
        return a < 0 ? [cell] : b < 0 ? [cell, a] : [cell, a, b, Cells[a].WithoutA];
    }

    /// <summary>How the outside calls a cell.</summary>
    public Cell Name(int cell)
    {
        var (node, combination) = (Cells[cell].Node, Combinations[Cells[cell].Combination]);
        var (a, b) = combination.Parts(Cells[cell].Key);
        var values = new List<(int, string?)>(combination.Count);
        if (combination.Count > 0) values.Add((combination.A, Population.Values[combination.A][a]));
        if (combination.Count > 1) values.Add((combination.B, Population.Values[combination.B][b]));
        return new(Population.Tree.Codes[node], values);
    }

    /// <summary>Sorts the classes of a node by their values of the combination, and makes a cell of each run.</summary>
    private void Group(int node, int combination, long[] keys, int[] classes)
    {
        var (first, count) = (Population.First[node], Population.Past[node] - Population.First[node]);
        var shape = Combinations[combination];
        for (var i = 0; i < count; i++)
        {
            keys[i] = checked(shape.Key(Population.Classes[first + i].Values) * Population.Classes.Count + first + i);
            classes[i] = first + i;
        }
        if (combination > 0) Array.Sort(keys, classes, 0, count);
        for (var from = 0; from < count;)
        {
            var key = keys[from] / Population.Classes.Count;
            var (start, people) = (_past, 0L);
            for (; from < count && keys[from] / Population.Classes.Count == key; from++)
            {
                people += Population.Classes[classes[from]].People;
                _members[_past++] = classes[from];
            }
            _cells.Add(new(node, combination, key, start, _past, people, Above(node, combination, key), Dropped(node, shape, key, 0), Dropped(node, shape, key, 1)));
        }
    }

    private int Above(int node, int combination, long key) =>
        node == 0 ? -1 : Find(Population.Tree.Parent[node], combination, key);

    /// <summary>The cell without the value in that place, -1 if it has none there.</summary>
    private int Dropped(int node, Combination shape, long key, int place)
    {
        if (shape.Count <= place) return -1;
        if (shape.Count == 1) return Find(node, 0, 0);
        var (a, b) = shape.Parts(key);
        return place == 0 ? Find(node, 1 + shape.B, b) : Find(node, 1 + shape.A, a);
    }

    private int Find(int node, int combination, long key)
    {
        var (low, high) = (_starts[node * Combinations.Length + combination], _starts[node * Combinations.Length + combination + 1] - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_cells[middle].Key == key) return middle;
            if (_cells[middle].Key < key) low = middle + 1;
            else high = middle - 1;
        }
        throw new InvalidOperationException("A cell lies in no cell around it.");
    }
}

/// <summary>A cell by numbers.</summary>
/// <param name="Node">0 for the whole.</param>
/// <param name="Combination">Which dimensions it names.</param>
/// <param name="Key">Which values it names, in one number.</param>
/// <param name="First">Where its classes begin.</param>
/// <param name="Past">Where they end.</param>
/// <param name="People">How many they are.</param>
/// <param name="Above">The cell of the same values in the parent node, -1 for the whole.</param>
/// <param name="WithoutA">The cell without the first value, -1 if it has none.</param>
/// <param name="WithoutB">The cell without the second value, -1 if it has none.</param>
internal readonly record struct CellOfTable(int Node, int Combination, long Key, int First, int Past, long People, int Above, int WithoutA, int WithoutB);

/// <summary>The dimensions that a cell names: none, one (A) or two (A, B).</summary>
internal sealed record Combination(int Count, int A, int B, int SizeB)
{
    public static Combination[] All(IReadOnlyList<string?[]> values)
    {
        var all = new List<Combination> { new(0, -1, -1, 1) };
        for (var a = 0; a < values.Count; a++) all.Add(new(1, a, -1, 1));
        for (var a = 0; a < values.Count; a++)
        {
            for (var b = a + 1; b < values.Count; b++) all.Add(new(2, a, b, values[b].Length));
        }
        return [.. all];
    }

    /// <summary>The values of a class in these dimensions, as one number in their order.</summary>
    public long Key(int[] values) => Count == 0 ? 0 : Count == 1 ? values[A] : (long)values[A] * SizeB + values[B];

    /// <summary>The two numbers back from the one.</summary>
    public (int A, int B) Parts(long key) => Count < 2 ? ((int)key, 0) : ((int)(key / SizeB), (int)(key % SizeB));
}
