using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Feedback.Api.Catalogue;

/// <summary>A unit of the organisation. A retired one is not in the tree any more but keeps its last place, because answers name it.</summary>
public sealed record Unit
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Parent { get; init; }

    /// <summary>People directly in the unit.</summary>
    public int? Headcount { get; init; }

    public int Retired { get; init; }

    /// <summary>When it last changed, Unix milliseconds; no part of a release.</summary>
    [JsonIgnore]
    public long ChangedAt { get; init; }

    public bool IsRetired => Retired != 0;
}

/// <summary>The units as a tree. Immutable.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<string, Unit> _units;
    private readonly ILookup<string, string> _children;
    private readonly ConcurrentDictionary<string, string> _leavesUnder = new(StringComparer.Ordinal);

    public UnitTree(IEnumerable<Unit> units)
    {
        _units = units.ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);
        _children = _units.Values.Where(u => u.Parent is not null).ToLookup(u => u.Parent!, u => u.Code, StringComparer.Ordinal);
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(_units.Values.Select(u => u.ChangedAt).DefaultIfEmpty().Max());
        Live = [.. _units.Values.Where(u => !u.IsRetired).Select(u => u.Code).Order(StringComparer.Ordinal)];
        Leaves = [.. Live.Where(u => !_children[u].Any(IsLive))];
    }

    public IEnumerable<Unit> All => _units.Values;

    /// <summary>When a unit last changed.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>Those that were not retired, in ordinal order.</summary>
    public IReadOnlyList<string> Live { get; }

    /// <summary>Those of them without a live unit below.</summary>
    public IReadOnlyList<string> Leaves { get; }

    public Unit? Find(string code) => _units.GetValueOrDefault(code);

    /// <summary>A unit that can be answered about: known and not retired.</summary>
    public bool IsLive(string code) => _units.TryGetValue(code, out var unit) && !unit.IsRetired;

    /// <summary>The unit's code and those of all below it.</summary>
    public IReadOnlySet<string> WithDescendants(string code)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { code };
        var left = new Stack<string>([code]);
        while (left.TryPop(out var parent))
        {
            foreach (var child in _children[parent])
            {
                if (found.Add(child)) left.Push(child);
            }
        }
        return found;
    }

    /// <summary>The leaves below a unit, or the unit itself where it is one, as one text: the same for two trees in which it is made of the same.</summary>
    public string LeavesUnder(string code) => _leavesUnder.GetOrAdd(code, unit =>
        string.Join('\u001f', WithDescendants(unit).Where(u => !_children[u].Any(IsLive) && (u == unit || IsLive(u))).Order(StringComparer.Ordinal)));

    /// <summary>Whether one of the units lies inside the other, or they are one: then people of one are people of the other.</summary>
    public bool Overlap(string one, string other) => WithDescendants(one).Contains(other) || WithDescendants(other).Contains(one);

    /// <summary>The codes of the units that hold this one, the nearest first.</summary>
    public IEnumerable<string> Above(string code)
    {
        for (var unit = Find(code); unit?.Parent is { } parent; unit = Find(parent)) yield return parent;
    }

    /// <summary>Those of the units that lie in none of the others.</summary>
    public IEnumerable<string> Outermost(IEnumerable<string> codes)
    {
        var all = codes.ToHashSet(StringComparer.Ordinal);
        return all.Where(code => !Above(code).Any(all.Contains));
    }

    /// <summary>The unit at a level of the tree (1: the units without a parent) that holds this one; null if this one lies above it.</summary>
    public string? AncestorAt(string code, int level)
    {
        var path = Upward(code).ToList();
        return path.Count >= level ? path[^level].Code : null;
    }

    /// <summary>How deep a unit lies: 1 without a parent. 0 for an unknown unit.</summary>
    public int LevelOf(string code) => Upward(code).Count();

    /// <summary>The unit and those above it, up to one without a parent; nothing for an unknown unit.</summary>
    public IEnumerable<Unit> Upward(string code)
    {
        for (var unit = Find(code); unit is not null; unit = unit.Parent is { } parent ? Find(parent) : null) yield return unit;
    }

    /// <summary>The people in the unit and below it, or null where a live unit's headcount is not known.</summary>
    public long? Headcount(string code) => Sum(WithDescendants(code).Select(Find));

    /// <summary>The people in the whole organisation, or null where a live unit's headcount is not known, or there is none.</summary>
    public long? Headcount() => Live.Count == 0 ? null : Sum(_units.Values);

    private static long? Sum(IEnumerable<Unit?> units)
    {
        long total = 0;
        foreach (var unit in units)
        {
            if (unit is null || unit.IsRetired) continue;
            if (unit.Headcount is not { } heads) return null;
            total += heads;
        }
        return total;
    }
}
