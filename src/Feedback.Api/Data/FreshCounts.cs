using System.Text.Json;

namespace Feedback.Api.Data;

/// <summary>Which of the counts that are not folded yet.</summary>
/// <param name="Variables">Of these variables.</param>
/// <param name="First">From this day on (yyyymmdd).</param>
/// <param name="Past">Before this day.</param>
internal sealed record FreshQuery(IReadOnlySet<int> Variables, int First, int Past)
{
    public object Parameters => new { Variables = JsonSerializer.Serialize(Variables), First, Past };

    public bool Asks(in TallyKey key) => key.Day >= First && key.Day < Past && Variables.Contains(key.Variable);
}

/// <summary>What rows of counts have in common, from whichever query.</summary>
internal abstract class CountedRow
{
    public int Variable { get; init; }
    public int Value { get; init; }
    public int Complete { get; init; }
    public long N { get; init; }
    public long Weight { get; init; }
    public long SquaredWeight { get; init; }

    public (int Variable, int Value, bool Complete) Key => (Variable, Value, Complete != 0);
    public CountSum Counted => new(N, Weight, SquaredWeight);
}

/// <summary>A count that is not folded yet; several may tell of the same.</summary>
internal sealed class FreshCount : CountedRow
{
    public int Day { get; init; }
    public int Cohort { get; init; }

    public static FreshCount Of(in TallyRow row) => new()
    {
        Day = row.Key.Day,
        Cohort = row.Key.Cohort,
        Variable = row.Key.Variable,
        Value = row.Key.Value,
        Complete = row.Key.Complete,
        N = row.N,
        Weight = row.Weight,
        SquaredWeight = row.SquaredWeight,
    };
}
