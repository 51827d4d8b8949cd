using System.Runtime.InteropServices;

namespace Feedback.Api.Data;

/// <summary>Adds up what a group of responses brings, so that each count is one row however many of them share it. Used by one thread; filled anew for each group.</summary>
public sealed class GroupCounts
{
    private const int PartsKept = 500;

    private readonly Dictionary<(int Cohort, int Day, int Period), int> _places = [];
    private readonly List<Part> _parts = [];

    /// <summary>How many counts there are.</summary>
    public int Count { get; private set; }

    /// <summary>What is shared by everything counted below it, and the counts.</summary>
    internal ReadOnlySpan<Part> Parts => CollectionsMarshal.AsSpan(_parts)[.._places.Count];

    public IEnumerable<TallyRow> Rows
    {
        get
        {
            for (var i = 0; i < _places.Count; i++)
            {
                var part = _parts[i];
                foreach (var (counted, sum) in part.Sums) yield return new TallyRow(new TallyKey(counted.Variable, part.Cohort, part.Day, part.Period, counted.Value, counted.Complete ? 1 : 0), sum.N, sum.Weight, sum.SquaredWeight);
            }
        }
    }

    public void Clear()
    {
        _places.Clear();
        if (_parts.Count > PartsKept) _parts.RemoveRange(PartsKept, _parts.Count - PartsKept);
        Count = 0;
    }

    public void Add(NewResponse response, int cohort)
    {
        var part = PartOf(cohort, response.Day, response.Period);
        Count -= part.Sums.Count;
        long weight = response.Weight;
        var one = new CountSum(1, weight, weight * weight);
        foreach (var tally in response.Tallies) CollectionsMarshal.GetValueRefOrAddDefault(part.Sums, tally, out _).Add(one);
        Count += part.Sums.Count;
    }

    /// <summary>The part of a cohort's day; those of earlier groups are used again.</summary>
    private Part PartOf(int cohort, int day, int period)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (cohort, day, period), out var exists);
        if (exists) return _parts[place];
        place = _places.Count - 1;
        if (place == _parts.Count) _parts.Add(new Part());
        var part = _parts[place];
        (part.Cohort, part.Day, part.Period) = (cohort, day, period);
        part.Sums.Clear();
        return part;
    }

    internal sealed class Part
    {
        public int Cohort { get; set; }
        public int Day { get; set; }
        public int Period { get; set; }
        public Dictionary<Tally, CountSum> Sums { get; } = [];
    }
}
