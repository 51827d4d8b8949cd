namespace Feedback.Api.Catalogue;

/// <summary>
/// Which unit shows the concerns of each unit's people (ANONYMITY, R18): the nearest with at least k heads who are not shown
/// further down, so that the places part the people and none holds fewer than k, not even as what one leaves over of another. The
/// whole organisation is the last place. Decided by headcounts alone, never by who wrote. A headcount that is not known counts as none.
/// </summary>
public sealed class FlagPlaces
{
    private readonly UnitTree _tree;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <param name="tree">The units with their headcounts.</param>
    /// <param name="minimumGroup">k.</param>
    public FlagPlaces(UnitTree tree, int minimumGroup)
    {
        _tree = tree;
        // Nobody can be counted where headcounts are missing: then the whole is as many as it says it is.
        HasWhole = tree.Headcount() is not { } heads || heads >= minimumGroup;
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var left = new Group();
        foreach (var unit in tree.Live.Select(tree.Find).OrderByDescending(u => tree.LevelOf(u!.Code)).ThenBy(u => u!.Code, StringComparer.Ordinal))
        {
            var own = groups.GetValueOrDefault(unit!.Code) ?? (groups[unit.Code] = new Group());
            own.Heads += unit.Headcount ?? 0;
            own.IsInhabited |= unit.Headcount != 0;
            if (own.Heads >= minimumGroup) _shown.Add(unit.Code);
            else Above(unit).Take(own);
        }
        // What is left for the whole alone would be told by it: the smallest of the outermost places is put with it.
        if (left.IsInhabited && left.Heads < minimumGroup && tree.Outermost(_shown).OrderBy(c => groups[c].Heads).ThenBy(c => c, StringComparer.Ordinal).FirstOrDefault() is { } smallest) _shown.Remove(smallest);

        Group Above(Unit unit) => tree.Above(unit.Code).FirstOrDefault(tree.IsLive) is not { } parent ? left
            : groups.GetValueOrDefault(parent) ?? (groups[parent] = new Group());
    }

    /// <summary>Whether what no unit shows is shown at all: not in an organisation of fewer than k.</summary>
    public bool HasWhole { get; }

    /// <summary>The unit that shows what a unit's people raise, itself or one above it; null for the whole organisation, or where they named none.</summary>
    public string? Of(string? unit) => unit is null ? null : _tree.Upward(unit).Select(u => u.Code).FirstOrDefault(_shown.Contains);

    private sealed class Group
    {
        public long Heads { get; set; }

        /// <summary>Whether anybody may be in it.</summary>
        public bool IsInhabited { get; set; }

        public void Take(Group other)
        {
            Heads += other.Heads;
            IsInhabited |= other.IsInhabited;
        }
    }
}
