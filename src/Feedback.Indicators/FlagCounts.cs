namespace Feedback.Indicators;

/// <summary>Concerns that were raised in a period, and how many whole weeks later they were first answered and last closed.</summary>
/// <param name="Raised">How many.</param>
/// <param name="Answered">How many of them were answered.</param>
/// <param name="Open">How many of them are not closed; null where that is not told.</param>
/// <param name="ToAnswer">Weeks to how many were first answered so many weeks later; empty where that is not told.</param>
/// <param name="ToClose">Weeks to how many are closed since so many weeks later; empty where that is not told.</param>
public sealed record FlagCounts(long Raised, long Answered, long? Open, IReadOnlyDictionary<int, long> ToAnswer, IReadOnlyDictionary<int, long> ToClose)
{
    private static readonly Dictionary<int, long> Untold = [];

    /// <summary>None were raised, or nothing is told of them.</summary>
    public static FlagCounts None { get; } = new(0, 0, null, Untold, Untold);

    /// <summary>Concerns one by one: weeks to the first answer and to the closing, null where there is none.</summary>
    public static FlagCounts Of(IReadOnlyCollection<(int? ToAnswer, int? ToClose)> flags)
    {
        var (answered, closed) = (Weeks(flags.Select(f => f.ToAnswer)), Weeks(flags.Select(f => f.ToClose)));
        return new(flags.Count, answered.Values.Sum(), flags.Count - closed.Values.Sum(), answered, closed);

        static Dictionary<int, long> Weeks(IEnumerable<int?> all) => all.OfType<int>().CountBy(w => w).ToDictionary(w => w.Key, w => (long)w.Value);
    }

    /// <summary>
    /// Several released periods of employees together. What one of them does not tell is not told of the sum either, or it
    /// would follow: <see cref="None"/> where one has too few concerns, no weeks where one has too few that were answered or closed.
    /// </summary>
    public static FlagCounts Sum(IReadOnlyCollection<FlagCounts> periods, Terms terms)
    {
        var least = terms.LargeGroup;
        if (periods.Count == 0 || periods.Any(p => p.Raised < least))
            return None;
        if (periods.Count == 1)
            return periods.Single();
        return new(periods.Sum(p => p.Raised), periods.Sum(p => p.Answered), periods.All(p => p.Open >= least) ? periods.Sum(p => p.Open) : null,
            Together(p => p.ToAnswer), Together(p => p.ToClose));

        Dictionary<int, long> Together(Func<FlagCounts, IReadOnlyDictionary<int, long>> weeks) => periods.Any(p => weeks(p).Values.Sum() < least) ? Untold
            : periods.SelectMany(weeks).GroupBy(w => w.Key, w => w.Value).ToDictionary(w => w.Key, w => w.Sum());
    }

    /// <summary>How many concerns wait, as it may be told: null below k, of employees to the nearest 5.</summary>
    public static long? Shown(long waiting, Terms terms) =>
        waiting < terms.MinimumGroup ? null : terms.Audience == Audience.Employee ? Rounding.People(waiting, terms.MinimumGroup) : waiting;

    /// <summary>What <c>listening</c> tells: how many, which percent was answered, and by which week half of the answers had come.</summary>
    internal ComponentSet AddAnswers(ComponentSet parts) => parts
        .Add("flags", Raised, () => Raised)
        .Add("flagsAnswered", Raised, () => 100.0 * Answered / Raised)
        .Add("weeksToAnswer", ToAnswer.Values.Sum(), () => Median(ToAnswer));

    /// <summary>What <c>inertia</c> tells: how many are not closed, and by which week half of the others were.</summary>
    internal ComponentSet AddClosings(ComponentSet parts) => parts
        .Add("flagsOpen", Open ?? 0, () => Open)
        .Add("weeksToClose", ToClose.Values.Sum(), () => Median(ToClose));

    /// <summary>The smallest number of weeks that half of them needed at the most.</summary>
    private static long Median(IReadOnlyDictionary<int, long> weeks)
    {
        var (all, come) = (weeks.Values.Sum(), 0L);
        return weeks.OrderBy(w => w.Key).First(w => 2 * (come += w.Value) >= all).Key;
    }
}
