namespace Feedback.Indicators.Audit;

/// <summary>
/// The question in canonical form: nodes numbered from the top down with their subtrees in one piece, values numbered in
/// ordinal order, classes in the order of their nodes. So a node holds a range of classes. Node 0 is the whole.
/// </summary>
internal sealed class Population
{
    private Population(OrgTree tree, IReadOnlyList<string?[]> values, IReadOnlyList<PopulationClass> classes, AuditQuestion question)
    {
        (Tree, Values, Classes, Question) = (tree, values, classes, question);
        (First, Past, People) = (new int[tree.Count], new int[tree.Count], new long[tree.Count]);
        for (var node = 0; node < tree.Count; node++)
        {
            First[node] = Before(node);
            Past[node] = Before(tree.Past[node]);
            for (var i = First[node]; i < Past[node]; i++) People[node] += classes[i].People;
        }
    }

    public AuditQuestion Question { get; }

    public OrgTree Tree { get; }

    /// <summary>The values of each dimension in ordinal order, null first.</summary>
    public IReadOnlyList<string?[]> Values { get; }

    public IReadOnlyList<PopulationClass> Classes { get; }

    /// <summary>First class in the node or below it.</summary>
    public int[] First { get; }

    /// <summary>One past the last class in the node or below it.</summary>
    public int[] Past { get; }

    /// <summary>People in the node or below it.</summary>
    public long[] People { get; }

    public static Population Of(AuditQuestion question)
    {
        var tree = OrgTree.Of(question.Tree);
        if (question.Classes.Any(item => item.Values.Count != question.Dimensions.Count || item.People < 0))
            throw new ArgumentException("A class needs one value a dimension, and cannot have fewer than no people.", nameof(question));
        var values = question.Dimensions.Select((_, d) => question.Classes.Where(item => item.People > 0).Select(item => item.Values[d]).Distinct().Order(StringComparer.Ordinal).ToArray()).ToArray();
        var numbers = values.Select(list => list.Select((value, i) => (value, i)).ToDictionary(pair => new Name(pair.value), pair => pair.i)).ToArray();
        var classes = question.Classes
            .Select((item, original) => (item, original, node: tree.Node(item.Unit)))
            .Where(x => x.item.People > 0)
            .Select(x => (x.node, x.original, x.item.People, Values: x.item.Values.Select((value, d) => numbers[d][new Name(value)]).ToArray()))
            .GroupBy(x => new Profile(x.node, x.Values))
            .Select(same => new PopulationClass(same.Key.Node, same.Key.Values, same.Sum(x => x.People), [.. same.Select(x => x.original)]))
            .Order(Comparer<PopulationClass>.Create((a, b) => a.Node != b.Node ? a.Node.CompareTo(b.Node) : a.Values.AsSpan().SequenceCompareTo(b.Values)))
            .ToArray();
        return new(tree, values, classes, question);
    }

    /// <summary>How many classes come before those of the node itself.</summary>
    private int Before(int node)
    {
        var (low, high) = (0, Classes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Classes[middle].Node < node) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private readonly record struct Name(string? Text);

    private readonly record struct Profile(int Node, int[] Values)
    {
        public bool Equals(Profile other) => Node == other.Node && Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Node);
            foreach (var value in Values) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}

/// <summary>A class of the canonical form.</summary>
/// <param name="Node">The node of its own unit, 0 if it is in none.</param>
/// <param name="Values">Numbers of its values.</param>
/// <param name="People">At least one.</param>
/// <param name="Originals">Which classes of the question it is made of, ascending.</param>
internal sealed record PopulationClass(int Node, int[] Values, long People, int[] Originals);
