namespace Feedback.Indicators;

/// <summary>
/// Senior mean minus frontline mean, -100..100 points, with Welch's interval (Welch 1947) and Hedges' g (Hedges 1981). Each
/// side needs k people. No spread on either side: undefined (customers; employees have the spread floor). n = both together.
/// Employees: the difference of the two means as they are served, withheld where one is not told.
/// </summary>
public sealed class HierarchyGap : Indicator
{
    public override string Slug => "hierarchy-gap";

    public override string Title => "Gap between top and frontline";

    public override string Question => "Does the top live in another company?";

    public override string Formula =>
        "Mean score of the senior group minus mean score of the frontline group; Welch's interval. By item: p adjusted over "
        + "all items (Benjamini-Hochberg), largest gap first.";

    public override string Source => "Welch (1947); effect size Hedges (1981); Benjamini & Hochberg (1995).";

    public override string Caveat => "Not for naming seniors, or inference about causes.";

    public override double ScaleLow => -100;

    public override IReadOnlyList<string> Components =>
        ["seniorMean", "frontlineMean", "seniorN", "frontlineN", "hedgesG", "t", "df", "p", "pAdjusted"];

    public override Needs Needs => new([], [], "measure");

    public override string? RowColumn => "item";

    /// <summary>The figure of two groups, gated. Scores on 0..100.</summary>
    /// <exception cref="ArgumentException">Weights are not offered.</exception>
    public Figure Of(Moments senior, Moments frontline, Terms terms)
    {
        Refuse(terms);
        if (EmployeeGate.Served(senior, terms) is not { } top || EmployeeGate.Served(frontline, terms) is not { } bottom)
            return Figure.Withheld;
        var n = top.N + bottom.N;
        var figure = Welch.Of(top, bottom, terms.Audience) is { } welch
            ? Figure.Of(Estimate.Clipped(welch.Difference, -100, 100), n, n, Parts(top, bottom, welch))
            : Figure.Undefined(n);
        return Anonymity.Gate(figure, terms);
    }

    /// <summary>
    /// The rows of one result with <c>pAdjusted</c> over all of them (Benjamini and Hochberg 1995), the largest gap first
    /// whichever side is higher, rows without a figure last, equal ones by name.
    /// </summary>
    public static IReadOnlyList<NamedFigure> Adjusted(IReadOnlyList<NamedFigure> rows) =>
    [
        .. rows.Zip(FalseDiscovery.Adjust([.. rows.Select(row => row.Figure)]), (row, figure) => row with { Figure = figure })
            .OrderByDescending(row => row.Figure.Estimate is { } gap ? Math.Abs(gap) : -1)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    private static ComponentSet Parts(Moments senior, Moments frontline, Welch welch) => new ComponentSet()
        .Add("seniorMean", senior.Mean)
        .Add("frontlineMean", frontline.Mean)
        .Add("seniorN", senior.N)
        .Add("frontlineN", frontline.N)
        .Add("hedgesG", welch.HedgesG)
        .Add("t", welch.T)
        .Add("df", welch.Df)
        .Add("p", welch.P);
}
