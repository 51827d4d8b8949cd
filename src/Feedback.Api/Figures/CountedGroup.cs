using Feedback.Api.Data;

namespace Feedback.Api.Figures;

/// <summary>What was counted for one cell or row: sums by variable, value and completeness.</summary>
public sealed class CountedGroup
{
    private readonly CountSlots _slots;
    private CountSum[] _sums;

    internal CountedGroup(CountSlots slots) => (_slots, _sums) = (slots, new CountSum[slots.Count]);

    /// <summary>All of them together.</summary>
    public static CountedGroup Sum(IReadOnlyCollection<CountedGroup> groups)
    {
        if (groups.Count == 1) return groups.First();
        var sum = new CountedGroup(groups.FirstOrDefault()?._slots ?? new CountSlots());
        foreach (var group in groups)
        {
            for (var slot = 0; slot < group._sums.Length; slot++)
            {
                if (group._slots == sum._slots) sum.Sums()[slot].Add(group._sums[slot]);
                else if (group._sums[slot].N != 0) sum.Add(group._slots[slot], group._sums[slot]);
            }
        }
        return sum;
    }

    /// <summary>What was counted under one variable, in the order of values.</summary>
    public IEnumerable<(int Value, bool Complete, CountSum Sum)> Of(int variable)
    {
        foreach (var slot in _slots.Of(variable))
        {
            if (slot < _sums.Length && _sums[slot].N != 0) yield return (_slots[slot].Value, _slots[slot].Complete, _sums[slot]);
        }
    }

    /// <summary>How many are counted under one variable: responses under theirs.</summary>
    public long Count(IReadOnlySet<int> variables) => variables.Sum(v => Of(v).Sum(c => c.Sum.N));

    /// <summary>The sums by slot, one for every slot given so far.</summary>
    internal CountSum[] Sums()
    {
        if (_sums.Length < _slots.Count) Array.Resize(ref _sums, _slots.Count);
        return _sums;
    }

    private void Add((int Variable, int Value, bool Complete) key, in CountSum sum)
    {
        var slot = _slots.Of(key.Variable, key.Value, key.Complete);
        Sums()[slot].Add(sum);
    }
}
