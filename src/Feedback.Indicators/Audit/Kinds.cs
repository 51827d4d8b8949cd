namespace Feedback.Indicators.Audit;

/// <summary>
/// Which kinds of cell are published. When the work passes a limit fewer kinds are, in this order, and those are audited:
/// never a cell without an audit, never subtrees for themselves. The top node is level 1.
/// </summary>
internal sealed class Kinds
{
    private readonly Func<int, int> _values;

    private Kinds(string text, Func<int, int> values) => (Text, _values) = (text, values);

    public static Kinds Every { get; } = new("every kind", _ => 2);

    public static Kinds TopOnly { get; } = new("the top node only", level => level > 0 ? -1 : 0);

    /// <summary>Org nodes without dimensions, for open surveys.</summary>
    public static Kinds NodesOnly { get; } = new("nodes without dimensions", _ => 0);

    /// <summary>From everything to the least.</summary>
    public static IReadOnlyList<Kinds> Ladder { get; } =
    [
        Every,
        new("no pairs of dimensions below the third level", level => level > 3 ? 1 : 2),
        new("no dimensions below the third level", level => level > 3 ? 0 : 2),
        new("the top two levels only", level => level > 2 ? -1 : 2),
        TopOnly,
    ];

    public string Text { get; }

    /// <summary>How many values a cell of this level may name; -1 if there is no cell of this level.</summary>
    /// <param name="level">0 for the whole, which is around every level; else the level of the node.</param>
    public int Values(int level) => _values(level);
}
