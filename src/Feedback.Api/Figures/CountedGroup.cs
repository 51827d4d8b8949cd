using Feedback.Api.Data;

namespace Feedback.Api.Figures;

/// <summary>What was counted for one cell or row: sums by variable, value and completeness.</summary>
public sealed class CountedGroup
{
    private readonly CountSlots _slots;
    private CountSum[] _sums;
    private Dictionary<int, long>? _fewest;

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
    public IReadOnlyList<(int Value, bool Complete, CountSum Sum)> Of(int variable) => Of(variable, static (value, complete, sum) => (value, complete, sum));

    /// <summary>The same, each as something else.</summary>
    internal T[] Of<T>(int variable, Func<int, bool, CountSum, T> each)
    {
        var (slots, count) = (_slots.Of(variable), 0);
        foreach (var slot in slots) count += IsCounted(slot) ? 1 : 0;
        var counted = count == 0 ? [] : new T[count];
        count = 0;
        foreach (var slot in slots)
        {
            if (IsCounted(slot)) counted[count++] = each(_slots[slot].Value, _slots[slot].Complete, _sums[slot]);
        }
        return counted;

        bool IsCounted(int slot) => slot < _sums.Length && _sums[slot].N != 0;
    }

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => _sums.All(s => s.N == 0);

    /// <summary>The fewest people of one of several released cells that were added up under a variable; without limit for anything else.</summary>
    public long FewestOf(IEnumerable<int> variables) => _fewest is null ? long.MaxValue : variables.Select(v => _fewest.GetValueOrDefault(v, long.MaxValue)).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>How many are counted under one variable: responses under theirs.</summary>
    public long Count(IReadOnlySet<int> variables) => variables.Sum(v => Of(v).Sum(c => c.Sum.N));

    /// <summary>The sums by slot, one for every slot given so far.</summary>
    internal CountSum[] Sums()
    {
        if (_sums.Length < _slots.Count) Array.Resize(ref _sums, _slots.Count);
        return _sums;
    }

    /// <summary>Adds pairs of a slot, as the slots given have it, and a number of people; one of -1 is left out.</summary>
    internal void Add(int[] slots, int[] counts)
    {
        for (var i = 0; i < counts.Length; i += 2)
        {
            if (slots[counts[i]] is var slot && slot >= 0) Sums()[slot].Add(CountSum.Unweighted(counts[i + 1]));
        }
    }

    /// <summary>Remembers how few people one of the cells has that were added up.</summary>
    internal void Limit(IEnumerable<int> variables, long people)
    {
        _fewest ??= [];
        foreach (var variable in variables) _fewest[variable] = people;
    }

    private void Add((int Variable, int Value, bool Complete) key, in CountSum sum)
    {
        var slot = _slots.Of(key.Variable, key.Value, key.Complete);
        Sums()[slot].Add(sum);
    }
}
