namespace Feedback.Indicators.Audit;

/// <summary>The organisation with its nodes numbered from the top down, siblings in ordinal order: a subtree is a range. Node 0 is the whole.</summary>
internal sealed class OrgTree
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private OrgTree(int count) =>
        (Codes, Parent, Past, Level, Headcount) = (new string?[count], new int[count], new int[count], new int[count], new long?[count]);

    public int Count => Codes.Length;

    /// <summary>Null for the whole.</summary>
    public string?[] Codes { get; }

    /// <summary>The node around it; -1 for the whole.</summary>
    public int[] Parent { get; }

    /// <summary>One past the last node of its subtree.</summary>
    public int[] Past { get; }

    /// <summary>0 for the whole. A single root is level 1; several roots are level 2, below the whole as their top.</summary>
    public int[] Level { get; }

    public long?[] Headcount { get; }

    public static OrgTree Of(IReadOnlyList<OrgNode> nodes)
    {
        var codes = nodes.Select(node => node.Code).ToHashSet(StringComparer.Ordinal);
        if (codes.Count != nodes.Count) throw new ArgumentException("A node is in the tree twice.", nameof(nodes));
        var children = nodes.ToLookup(node => node.Parent is { } parent && codes.Contains(parent) ? parent : "", StringComparer.Ordinal);
        if (codes.Contains("")) throw new ArgumentException("A node needs a code.", nameof(nodes));
        var tree = new OrgTree(nodes.Count + 1) { Parent = { [0] = -1 } };
        tree.Number(children, children[""].Count() == 1 ? 1 : 2);
        if (tree._numbers.Count != nodes.Count) throw new ArgumentException("The tree has a circle.", nameof(nodes));
        return tree;
    }

    /// <summary>The number of a unit, 0 if it is in no node.</summary>
    public int Node(string? unit) => unit is not null && _numbers.TryGetValue(unit, out var node) ? node : 0;

    private void Number(ILookup<string, OrgNode> children, int rootLevel)
    {
        var next = 1;
        var open = new Stack<(OrgNode Node, int Parent)>();
        Push("", 0);
        while (open.TryPop(out var item))
        {
            var node = next++;
            (Codes[node], Parent[node], Headcount[node]) = (item.Node.Code, item.Parent, item.Node.Headcount);
            Level[node] = item.Parent == 0 ? rootLevel : Level[item.Parent] + 1;
            _numbers.Add(item.Node.Code, node);
            Push(item.Node.Code, node);
        }
        for (var node = 0; node < Count; node++) Past[node] = node + 1;
        for (var node = next - 1; node > 0; node--) Past[Parent[node]] = Math.Max(Past[Parent[node]], Past[node]);
        Past[0] = Count;

        void Push(string code, int parent)
        {
            foreach (var child in children[code].OrderByDescending(child => child.Code, StringComparer.Ordinal)) open.Push((child, parent));
        }
    }
}
