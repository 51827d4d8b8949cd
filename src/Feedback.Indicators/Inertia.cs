namespace Feedback.Indicators;

/// <summary>
/// Percent of the cells (unit x item) below a threshold in the earlier period that still are in the next one, with Wilson's
/// interval (Wilson 1927). A cell counts if at least k people answered in both periods and, of employees, its means are served. n counts the cells flagged in the
/// earlier period, not people: none: undefined, fewer than 5: insufficient. No cell with k people in both: withheld.
/// </summary>
public sealed class Inertia : Indicator
{
    private const int FewestFlags = 5;

    public override string Slug => "inertia";

    public override string Title => "Inertia";

    public override string Question => "Do problems stay?";

    public override string Formula =>
        "100 x cells (unit x item) with a mean below the threshold in two consecutive periods / cells below it in the earlier "
        + "one and measured in both; Wilson interval. Beside it the concerns raised in the period: how many are not closed, and "
        + "the weeks by which half of the others were.";

    public override string Source => "Interval Wilson (1927).";

    public override string Caveat =>
        "Not for praise after one wave: cells picked for being low drift up by chance. The cells of a unit share its people and "
        + "its luck, so read the interval as a lower bound of the width.";

    public override IReadOnlyList<string> Components => ["flaggedBefore", "flaggedStill", "newlyFlagged", "halfLifePeriods", "flagsOpen", "weeksToClose"];

    public override Needs Needs => new([], [], "measure");

    /// <summary>The figure of the cells of two consecutive periods, gated.</summary>
    /// <param name="cells">All cells, small ones too; scores on 0..100.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <param name="threshold">A cell with a mean below this is flagged, 0..100.</param>
    /// <param name="flags">Concerns that were raised in the later period; null where they are not asked for.</param>
    /// <exception cref="ArgumentException">Weights are not offered.</exception>
    public Figure Of(IReadOnlyList<InertiaCell> cells, Terms terms, double threshold = 50, FlagCounts? flags = null)
    {
        Refuse(terms);
        var (measured, before, still, newly) = (0L, 0L, 0L, 0L);
        foreach (var cell in cells)
        {
            if (EmployeeGate.Served(cell.Before, terms) is not { } earlier || EmployeeGate.Served(cell.After, terms) is not { } later)
                continue;
            measured++;
            var (was, remains) = (earlier.Mean < threshold, later.Mean < threshold);
            before += was ? 1 : 0;
            still += was && remains ? 1 : 0;
            newly += !was && remains ? 1 : 0;
        }
        return measured == 0 ? Figure.Withheld : Of(before, still, newly, terms, flags);
    }

    /// <summary>The same from the numbers of cells.</summary>
    internal static Figure Of(long flaggedBefore, long flaggedStill, long newlyFlagged, Terms terms, FlagCounts? flags = null) =>
        Anonymity.Gate(Work(flaggedBefore, flaggedStill, newlyFlagged, flags ?? FlagCounts.None) with { CountsCells = true }, terms);

    private static Figure Work(long before, long still, long newly, FlagCounts flags)
    {
        if (before == 0)
            return Figure.Undefined(0);
        if (before < FewestFlags)
            return Figure.Insufficient(before);
        var share = still / (double)before;
        var parts = flags.AddClosings(new ComponentSet()
            .Add("flaggedBefore", before)
            .Add("flaggedStill", still)
            .Add("newlyFlagged", newly)
            .Add("halfLifePeriods", share is 0 or 1 ? null : Math.Log(.5) / Math.Log(share)));
        return Figure.Of(Intervals.Share(share, before), before, before, parts);
    }
}

/// <summary>One item in one unit, in two consecutive periods.</summary>
/// <param name="Before">Answers in the earlier period, on 0..100.</param>
/// <param name="After">Answers in the later one.</param>
public readonly record struct InertiaCell(Moments Before, Moments After);
