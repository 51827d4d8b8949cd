using System.Runtime.InteropServices;

namespace Feedback.Indicators.Audit;

/// <summary>Different sets of classes, packed one after the other. A set that is in already is not added again.</summary>
internal sealed class SetFamily
{
    private readonly List<int> _members = [];
    private readonly List<int> _starts = [0];
    private int[] _slots = new int[1024];

    public int Count => _starts.Count - 1;

    /// <summary>Adds a set of ascending classes; nothing if it is empty or known.</summary>
    public void Add(ReadOnlySpan<int> set)
    {
        if (set.IsEmpty) return;
        if (Count * 2 >= _slots.Length) Grow();
        var slot = Slot(set);
        if (_slots[slot] != 0) return;
        _members.AddRange(set);
        _starts.Add(_members.Count);
        _slots[slot] = Count;
    }

    /// <summary>The classes of a set, ascending.</summary>
    public ReadOnlySpan<int> this[int set] => CollectionsMarshal.AsSpan(_members)[_starts[set].._starts[set + 1]];

    /// <summary>For every class the sets that contain it: set numbers in <c>Sets</c>, from <c>Starts[class]</c> to <c>Starts[class + 1]</c>.</summary>
    public (int[] Starts, int[] Sets) ByClass(int classes)
    {
        var starts = new int[classes + 1];
        foreach (var member in _members) starts[member + 1]++;
        for (var i = 0; i < classes; i++) starts[i + 1] += starts[i];
        var (next, sets) = (starts.AsSpan(0, classes).ToArray(), new int[_members.Count]);
        for (var set = 0; set < Count; set++)
        {
            foreach (var member in this[set]) sets[next[member]++] = set;
        }
        return (starts, sets);
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var set = 0; set < Count; set++) _slots[Slot(this[set])] = set + 1;
    }

    /// <summary>The slot of an equal set, or the free one where it belongs.</summary>
    private int Slot(ReadOnlySpan<int> set)
    {
        var hash = 14695981039346656037UL;
        foreach (var member in set) hash = (hash ^ (uint)member) * 1099511628211UL;
        hash ^= hash >> 29;
        for (var slot = (int)(hash & (uint)(_slots.Length - 1)); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == 0 || this[_slots[slot] - 1].SequenceEqual(set)) return slot;
        }
    }
}
