namespace Feedback.Indicators;

/// <summary>How a figure is asked for.</summary>
/// <param name="Audience">Whose answers are counted.</param>
/// <param name="MinimumGroup">k: fewer people than this and the figure is withheld. At least 2, because a spread needs two people.</param>
/// <param name="Weighted">Sums of weights instead of people, with Kish's effective n in every interval (Kish 1965). Customers only.</param>
/// <param name="Headcount">
/// Size of the group the answers come from, for the finite population correction; null without one. Employees only, which
/// is the caller's business. Smaller than the number of answers it is ignored.
/// </param>
public sealed record Terms(Audience Audience, int MinimumGroup, bool Weighted = false, long? Headcount = null)
{
    public int MinimumGroup { get; init => field = AtLeastTwo(value); } = AtLeastTwo(MinimumGroup);

    /// <summary>Employees: what was counted of everybody in the period, whose spread stands in for that of a small cell.</summary>
    public Counts? Whole { get; init; }

    /// <summary>Employees: whether the counts are a sum of released cells one of which is small, so that the sum shows no more than that one may.</summary>
    public bool Guarded { get; init; }

    private static int AtLeastTwo(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(MinimumGroup));
        return value;
    }
}
