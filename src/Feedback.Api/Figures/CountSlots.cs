using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Feedback.Api.Figures;

/// <summary>Numbers what is counted in one read, so that the sums of each group lie in an array and not in a dictionary of their own. Once all is counted, several may look slots up at once.</summary>
internal sealed class CountSlots
{
    private readonly Dictionary<(int Variable, int Value, bool Complete), int> _numbers = [];
    private readonly List<(int Variable, int Value, bool Complete)> _keys = [];
    private readonly ConcurrentDictionary<int, int[]> _ofVariables = [];

    public int Count => _keys.Count;

    public (int Variable, int Value, bool Complete) this[int slot] => _keys[slot];

    /// <summary>The slot of a value, a new one where it was not met yet.</summary>
    public int Of(int variable, int value, bool complete)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (variable, value, complete), out var isKnown);
        if (isKnown) return slot;
        slot = _keys.Count;
        _keys.Add((variable, value, complete));
        _ofVariables.TryRemove(variable, out _);
        return slot;
    }

    /// <summary>The slots of a variable in the order of values, so that sums do not depend on who was counted first.</summary>
    public int[] Of(int variable) => _ofVariables.TryGetValue(variable, out var slots) ? slots
        : _ofVariables[variable] = [.. Enumerable.Range(0, _keys.Count).Where(s => _keys[s].Variable == variable).OrderBy(s => (_keys[s].Value, _keys[s].Complete))];
}
