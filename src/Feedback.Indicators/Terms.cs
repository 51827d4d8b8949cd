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
    /// <summary>So many times k people, and a cell tells more of them than its estimate and limits.</summary>
    private const int Large = 3;

    public int MinimumGroup { get; init => field = AtLeastTwo(value); } = AtLeastTwo(MinimumGroup);

    /// <summary>
    /// Everything counted in the whole base of the same release, hidden cells included: small cells of employees have their
    /// spread from there. Null: they keep their own. Hand over the same object for every cell of a release, because what is
    /// worked out from it is kept with it.
    /// </summary>
    public Counts? Whole { get; init; }

    /// <summary>Employees: the cell is a sum of released cells of which at least one is small, so that it counts as small itself.</summary>
    public bool Guarded { get; init; }

    /// <summary>3k, below which a cell of employees is small.</summary>
    internal int LargeGroup => Large * MinimumGroup;

    /// <summary>Whether so many employees are a small cell: fewer than 3k, or guarded. Never of customers.</summary>
    public bool IsSmall(long n) => Audience == Audience.Employee && (n < LargeGroup || Guarded);

    private static int AtLeastTwo(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(MinimumGroup));
        return value;
    }
}
