using System.Runtime.InteropServices;
using Feedback.Api.Data;

namespace Feedback.Api.Texts;

/// <summary>What counts of a response's texts need to know of it.</summary>
internal sealed class RereadResponse
{
    public int Survey { get; init; }
    public int Version { get; init; }
    public int Day { get; init; }
    public int Period { get; init; }
    public int Cohort { get; init; }
    public long Weight { get; init; }

    /// <summary>As the form said.</summary>
    public string? Language { get; init; }
}

/// <summary>What reading texts again takes from the counts and adds to them, summed up so that what stays the same is no row.</summary>
internal sealed class RereadCounts
{
    private readonly Dictionary<TallyKey, (long N, long Weight, long SquaredWeight)> _sums = [];

    public TallyRow[] Rows => [.. _sums.Where(s => s.Value != default).Select(s => new TallyRow(s.Key, s.Value.N, s.Value.Weight, s.Value.SquaredWeight))];

    public void Add(RereadResponse response, IEnumerable<Data.Tally> tallies, int sign)
    {
        var weight = response.Weight;
        foreach (var tally in tallies)
        {
            var key = new TallyKey(tally.Variable, response.Cohort, response.Day, response.Period, tally.Value, tally.Complete ? 1 : 0);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
            sum = (sum.N + sign, sum.Weight + sign * weight, sum.SquaredWeight + sign * weight * weight);
        }
    }
}
