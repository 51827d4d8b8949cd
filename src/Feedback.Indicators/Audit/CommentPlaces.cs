namespace Feedback.Indicators.Audit;

/// <summary>
/// Where the comments of each unit's people are shown: in one place, or not at all. From the leaves up, a released unit shows the
/// comments of those who are not shown further down, if these are at least k people; else they move up. The whole organisation is
/// the last place; what is left there with fewer than k is not shown. So the places part the people: none can be subtracted
/// from another, and none shows the words of fewer than k.
/// </summary>
public sealed class CommentPlaces
{
    /// <summary>The whole organisation: a place, and the "unit" of people who named none.</summary>
    public const string Whole = "";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    private CommentPlaces()
    {
    }

    /// <summary>The unit that shows the comments of people who named this one, itself or one above it, or <see cref="Whole"/>; null where nobody sees them.</summary>
    public string? Of(string unit) => _places.GetValueOrDefault(unit);

    /// <summary>Gives the comments of each unit's people their place.</summary>
    /// <param name="parents">Every unit of the period's tree and the one that holds it, null for those at the top. Without cycles.</param>
    /// <param name="released">
    /// What the audit released of the people who left a comment: units (each with everything below it, cut by no dimension), and
    /// <see cref="Whole"/> for all of them.
    /// </param>
    /// <param name="people">
    /// How many people left a comment, by the unit they named, <see cref="Whole"/> for those who named none. One person counts once,
    /// however many comments. A unit that the tree does not have belongs to the whole alone.
    /// </param>
    /// <param name="minimumGroup">k.</param>
    public static CommentPlaces Assign(
        IReadOnlyDictionary<string, string?> parents, IReadOnlySet<string> released, IReadOnlyDictionary<string, long> people, int minimumGroup)
    {
        var places = new CommentPlaces();
        var waiting = new Dictionary<string, Waiting>(StringComparer.Ordinal);
        foreach (var (unit, n) in people)
            At(Known(unit)).Add(unit, n);
        foreach (var node in parents.Keys.OrderByDescending(unit => Depth(unit, parents)).Append(Whole))
        {
            if (!waiting.Remove(node, out var here))
                continue;
            if (released.Contains(node) && here.People >= minimumGroup)
                places.Show(here, node);
            else if (node != Whole)
                At(Known(parents[node])).Add(here);
        }
        return places;

        string Known(string? unit) => unit is not null && parents.ContainsKey(unit) ? unit : Whole;

        Waiting At(string node)
        {
            if (!waiting.TryGetValue(node, out var there))
                waiting[node] = there = new Waiting();
            return there;
        }
    }

    private void Show(Waiting people, string node)
    {
        foreach (var unit in people.Units)
            _places[unit] = node;
    }

    private static int Depth(string unit, IReadOnlyDictionary<string, string?> parents)
    {
        var depth = 0;
        for (var above = parents[unit]; above is not null && depth <= parents.Count; above = parents.GetValueOrDefault(above))
            depth++;
        return depth;
    }

    /// <summary>People whose comments have no place yet.</summary>
    private sealed class Waiting
    {
        public long People { get; private set; }

        public List<string> Units { get; } = [];

        public void Add(string unit, long people)
        {
            People += people;
            Units.Add(unit);
        }

        public void Add(Waiting others)
        {
            People += others.People;
            Units.AddRange(others.Units);
        }
    }
}
