using System.Runtime.InteropServices;

namespace Feedback.Api.Figures;

/// <summary>What was counted for one cell or row: sums by variable, value and completeness.</summary>
public sealed class CountedGroup
{
    private readonly Dictionary<(int Variable, int Value, bool Complete), (long N, long Weight, long SquaredWeight)> _sums = [];

    public IEnumerable<(int Variable, int Value, bool Complete, long N, long Weight, long SquaredWeight)> Rows =>
        _sums.Where(s => s.Value.N != 0).Select(s => (s.Key.Variable, s.Key.Value, s.Key.Complete, s.Value.N, s.Value.Weight, s.Value.SquaredWeight));

    /// <summary>All of them together.</summary>
    public static CountedGroup Sum(IReadOnlyCollection<CountedGroup> groups)
    {
        if (groups.Count == 1) return groups.First();
        var sum = new CountedGroup();
        foreach (var row in groups.SelectMany(g => g.Rows)) sum.Add(row.Variable, row.Value, row.Complete, row.N, row.Weight, row.SquaredWeight);
        return sum;
    }

    /// <summary>How many are counted under one variable: responses under theirs.</summary>
    public long Count(IReadOnlySet<int> variables) => Rows.Where(r => variables.Contains(r.Variable)).Sum(r => r.N);

    internal void Add(int variable, int value, bool complete, long n, long weight, long squaredWeight)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (variable, value, complete), out _);
        sum = (sum.N + n, sum.Weight + weight, sum.SquaredWeight + squaredWeight);
    }
}
