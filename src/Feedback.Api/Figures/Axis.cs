using Feedback.Api.Catalogue;

namespace Feedback.Api.Figures;

/// <summary>A dimension along which counts are cut, and what becomes of its values.</summary>
/// <param name="Dimension">The dimension of the cohorts.</param>
/// <param name="Map">The value under which a cohort's value is counted; null for none. Values as they are when null.</param>
public sealed record Axis(string Dimension, Func<string, string?>? Map = null)
{
    /// <summary>Of units: those that stand for themselves and everything below them, where cells are units of a released tree.</summary>
    public Func<UnitTree, IEnumerable<string>> NodesOf { get; private init; } = tree => tree.Live;

    /// <summary>Whether what has no value here is not counted at all.</summary>
    public bool LeavesOutOthers { get; private init; }

    /// <summary>Units, each counted under the unit of that level of the tree above it (1 at the top); as they are without a level.</summary>
    public static Axis Units(UnitTree tree, int? level) => new("unit", level is { } depth ? unit => tree.AncestorAt(unit, depth) : null)
    {
        NodesOf = released => level is { } wanted ? released.Live.Where(u => released.LevelOf(u) == wanted) : released.Leaves,
    };

    /// <summary>Some units of one level of the tree, each with everything below it; of a released tree those of any level. Others are not counted.</summary>
    public static Axis UnitsAt(UnitTree tree, int level, IReadOnlySet<string> named) => new("unit", unit => tree.AncestorAt(unit, level) is { } holder && named.Contains(holder) ? holder : null)
    {
        NodesOf = released => released.Live.Where(named.Contains),
        LeavesOutOthers = true,
    };

    /// <summary>Units counted under one of the units named that holds them; others under none.</summary>
    public static Axis UnitsIn(UnitTree tree, IEnumerable<string> named)
    {
        var holders = named.SelectMany(n => tree.WithDescendants(n).Select(d => (Unit: d, Holder: n))).ToLookup(p => p.Unit, p => p.Holder);
        return new("unit", unit => holders[unit].FirstOrDefault()) { NodesOf = released => named.Where(u => released.Find(u) is not null).Distinct(StringComparer.Ordinal) };
    }

    public string? ValueOf(IReadOnlyDictionary<string, string> values) =>
        !values.TryGetValue(Dimension, out var value) ? null : Map is null ? value : Map(value);
}
