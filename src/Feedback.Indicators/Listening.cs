namespace Feedback.Indicators;

/// <summary>Who was asked, who answered, where and how soon.</summary>
/// <param name="Invited">People invited by name; 0 for an open link.</param>
/// <param name="Answered">People who answered.</param>
/// <param name="Channels">Answers per registered channel, those without answers with 0.</param>
/// <param name="Units">Headcount and answers of every unit of one level.</param>
/// <param name="Delays">How many people answered so many whole days after they were invited.</param>
public sealed record ListeningCounts(
    long Invited, long Answered, IReadOnlyDictionary<string, long> Channels,
    IReadOnlyList<(long Headcount, long Answers)> Units, IReadOnlyDictionary<int, long> Delays)
{
    /// <summary>Concerns that were raised by the same people in the same period.</summary>
    public FlagCounts Flags { get; init; } = FlagCounts.None;
}

/// <summary>
/// Percent of the invited who answered, Wilson's interval (Wilson 1927), with the share of channels and units that are heard
/// and the days it took, and of concerns that were raised how many were answered, and how soon. n = invited, or answered if nobody was invited by name; then, and where more answered than were
/// invited, there is no rate: undefined with its components. Employees get no days. Where fewer than k of them did answer there is
/// no figure, where fewer than k did not it is only said to be at least 100 (1 - k/invited).
/// </summary>
public sealed class Listening : Indicator
{
    public override string Slug => "listening";

    public override string Title => "Listening";

    public override string Question => "Do we hear everybody, and how fast?";

    public override string Formula =>
        "Percent of the invited who answered, Wilson interval; percent of channels and of units heard (at least k answers); days "
        + "by which half and nine tenths of the answers had come. Of concerns raised in the period: percent answered, and the "
        + "weeks by which half of the answers had come.";

    public override string Source => "Interval Wilson (1927).";

    public override string Caveat => "Not for chasing individuals, or small differences of response rates.";

    public override IReadOnlyList<string> Components =>
        ["invited", "answered", "channelCoverage", "unitCoverage", "silentUnitShare", "medianDays", "ninetiethDays", "flags", "flagsAnswered", "weeksToAnswer"];

    public override Needs Needs => new([], []);

    /// <summary>The figure, gated.</summary>
    public Figure Of(ListeningCounts counts, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Work(counts, terms), terms);
    }

    private static Figure Work(ListeningCounts counts, Terms terms)
    {
        var n = counts.Invited > 0 ? counts.Invited : counts.Answered;
        if (n < terms.MinimumGroup || (terms.Audience == Audience.Employee && counts.Answered < terms.MinimumGroup))
            return Figure.Withheld;
        var parts = Parts(counts, terms);
        if (terms.Audience == Audience.Employee && counts.Answered <= counts.Invited && counts.Invited - counts.Answered < terms.MinimumGroup)
            return AlmostAll(n, parts, terms);
        return counts.Invited == 0 || counts.Answered > counts.Invited
            ? Figure.Undefined(n) with { Components = parts.Values, Bases = parts.Bases }
            : Figure.Of(Intervals.Share(counts.Answered / (double)n, n), n, n, parts);
    }

    /// <summary>Fewer than k employees did not answer: who they are may be known to colleagues, so how many there are is not told.</summary>
    private static Figure AlmostAll(long n, ComponentSet parts, Terms terms)
    {
        var least = 100 * (1 - terms.MinimumGroup / (double)n);
        return Figure.Of(new(least, least, 100), n, n, parts.Add("answered", null)) with { Bound = Bound.AtLeast };
    }

    private static ComponentSet Parts(ListeningCounts counts, Terms terms)
    {
        var units = counts.Units.Where(unit => unit.Headcount >= terms.MinimumGroup).ToArray();
        var days = terms.Audience == Audience.Employee ? 0 : counts.Delays.Values.Sum();
        return counts.Flags.AddAnswers(new ComponentSet()
            .Add("invited", counts.Invited)
            .Add("answered", counts.Answered)
            .Add("channelCoverage", Percent([.. counts.Channels.Values], answers => answers >= terms.MinimumGroup))
            .Add("unitCoverage", Percent(units, unit => unit.Answers >= terms.MinimumGroup))
            .Add("silentUnitShare", Percent(units, unit => unit.Answers < terms.MinimumGroup))
            .Add("medianDays", days, () => DayOf(counts.Delays, 50))
            .Add("ninetiethDays", days, () => DayOf(counts.Delays, 90)));
    }

    private static double? Percent<T>(T[] all, Func<T, bool> heard) => all.Length > 0 ? 100.0 * all.Count(heard) / all.Length : null;

    /// <summary>The smallest day by which this percent of the answers had come.</summary>
    private static long DayOf(IReadOnlyDictionary<int, long> delays, int percent)
    {
        var all = delays.Values.Sum();
        var come = 0L;
        return delays.OrderBy(delay => delay.Key).First(delay => 100 * (come += delay.Value) >= percent * all).Key;
    }
}
