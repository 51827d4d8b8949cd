namespace Feedback.Indicators;

/// <summary>
/// Any indicator in two periods, later minus earlier, in points. Means: Welch (1947). Everything else: MOVER on the two rows'
/// own intervals (Newcombe 1998; Zou and Donner 2008), with p of the pooled two-proportion z test for shares and of z =
/// d / sqrt(v1 + v2) for net figures. Never a finite population correction: two answers to one question are compared, not two
/// complete counts. n = both together. Rows that put facets or folded options together are compared only where both sides put
/// the same together, else insufficient: what differs would be the choice of facets. With an initiative: <see cref="InitiativeEffect"/>.
/// </summary>
public sealed class Change : Indicator
{
    /// <summary>The smallest change that is notable, in points.</summary>
    private const double Notable = 3;

    public override string Slug => "change";

    public override string Title => "Change";

    public override string Question => "Did it move?";

    public override string Formula =>
        "Later minus earlier figure. Means: Welch's interval and test. Shares and net figures: MOVER of the two intervals, z "
        + "test. Others: MOVER, no test. Insufficient where one side puts other facets (consistency) or folded options "
        + "(item) together than the other. p adjusted over all rows (Benjamini-Hochberg); notable: adjusted p at most .05 and at "
        + "least 3 points. With an initiative: mean change of the units it touched minus mean change of the others, t interval "
        + "with the spread of the units' own changes.";

    public override string Source =>
        "Welch (1947); MOVER Newcombe (1998), Zou & Donner (2008); effect size Hedges (1981); Benjamini & Hochberg (1995).";

    public override string Caveat =>
        "Not for organisations whose units changed. Periods are treated as independent, because nobody is followed over time: "
        + "conservative. Two groups of 30 people (sd 20) show a difference of 15 points with 80% power, of 100 people 8, of 400 "
        + "people 4. With an initiative it is no proof: units were chosen, not drawn; one chosen because it was low drifts up "
        + "by chance, and neighbours may have been touched as well.";

    public override double ScaleLow => -200;

    public override double ScaleHigh => 200;

    public override IReadOnlyList<string> Components =>
    [
        "before", "after", "nBefore", "nAfter", "p", "pAdjusted", "notable", "hedgesG", "t", "df",
        "touchedBefore", "touchedAfter", "untouchedBefore", "untouchedAfter", "touchedChange", "untouchedChange",
        "unitsTouched", "unitsUntouched", "tau",
    ];

    public override Needs Needs => new([], [], "of");

    /// <summary>
    /// The change of one group, gated. Employees: the difference of the two figures as they are served, rounded; withheld where
    /// one of them is only bounded.
    /// </summary>
    /// <param name="of">What is compared.</param>
    /// <param name="before">The earlier period.</param>
    /// <param name="after">The later one.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <exception cref="ArgumentException">Weights are not offered.</exception>
    public Figure Between(Indicator of, ChangeSide before, ChangeSide after, Terms terms)
    {
        Refuse(terms);
        var cells = before.Figure.CountsCells || after.Figure.CountsCells;
        var (earlier, later) = (Side(of, before, terms), Side(of, after, terms));
        if (earlier.N is not { } nBefore || later.N is not { } nAfter || earlier.Bound is not null || later.Bound is not null)
            return Figure.Withheld;
        var n = nBefore + nAfter;
        var figure =
            earlier.Status == Status.Insufficient || later.Status == Status.Insufficient || before.MadeOf != after.MadeOf ? Figure.Insufficient(n)
            : earlier.Status == Status.Undefined || later.Status == Status.Undefined ? Figure.Undefined(n)
            : Compare(earlier, later, before.Sample, after.Sample, terms);
        return Anonymity.Gate(figure with { CountsCells = cells, ComparesFractions = of.ScaleHigh <= 1 }, terms);
    }

    /// <summary>
    /// The rows of one result in the order given, with <c>pAdjusted</c> over all of them (Benjamini and Hochberg 1995) and
    /// <c>notable</c>: pAdjusted at most .05 and at least 3 points. Rows without p keep both null and are no part of the family.
    /// </summary>
    public static IReadOnlyList<Figure> Adjusted(IReadOnlyList<Figure> rows) =>
    [
        .. FalseDiscovery.Adjust(rows).Select(figure => figure.Components.GetValueOrDefault("pAdjusted") is double p
            ? figure.With("notable", p <= .05 && Math.Abs(figure.Estimate!.Value) >= Notable)
            : figure),
    ];

    /// <summary>A side as it is served, but with the n that its people have.</summary>
    private static Figure Side(Indicator of, ChangeSide side, Terms terms) => Anonymity.Release(side.Figure, of, side.Terms ?? terms).Value is { N: not null } served
        ? served with { N = side.Figure.N }
        : Figure.Withheld;

    private static Figure Compare(Figure before, Figure after, Sample? earlier, Sample? later, Terms terms)
    {
        var n = before.N!.Value + after.N!.Value;
        var parts = new ComponentSet()
            .Add("before", before.Estimate)
            .Add("after", after.Estimate)
            .Add("nBefore", before.N)
            .Add("nAfter", after.N);
        if (earlier is Sample.Mean first && later is Sample.Mean second)
        {
            if (Welch.Of(Served(second.Moments, after, terms), Served(first.Moments, before, terms), terms.Audience) is not { } welch)
                return Figure.Undefined(n);
            parts.Add("p", welch.P).Add("hedgesG", welch.HedgesG).Add("t", welch.T).Add("df", welch.Df);
            return Figure.Of(Estimate.Clipped(welch.Difference, -100, 100), n, n, parts);
        }
        parts.Add("p", P(earlier, later));
        return Figure.Of(Estimate.Clipped(Intervals.Difference(Whole(after), Whole(before)), -200, 200), n, n, parts);

        static Moments Served(Moments moments, Figure figure, Terms terms) =>
            terms.Audience == Audience.Employee ? moments with { Mean = figure.Estimate!.Value } : moments;

        static Estimate Whole(Figure figure) => new(figure.Estimate!.Value, figure.Low!.Value, figure.High!.Value);
    }

    private static double? P(Sample? before, Sample? after) => (before, after) switch
    {
        (Sample.Share first, Sample.Share second) => Pooled(first, second),
        (Sample.Net first, Sample.Net second) =>
            Distributions.TwoSidedNormal((second.Value - first.Value) / Math.Sqrt(first.Noise + second.Noise)),
        _ => null,
    };

    /// <summary>The pooled two-proportion z test; 1 where all or none on both sides.</summary>
    private static double Pooled(Sample.Share before, Sample.Share after)
    {
        var share = (before.Count + after.Count) / (double)(before.N + after.N);
        var variance = share * (1 - share) * (1.0 / before.N + 1.0 / after.N);
        return variance > 0 ? Distributions.TwoSidedNormal((after.Value - before.Value) / 100 / Math.Sqrt(variance)) : 1;
    }
}

/// <summary>One period of a change.</summary>
/// <param name="Figure">Its own row, gated, without finite population correction.</param>
/// <param name="Sample">What it was worked out from; null if only its interval is known.</param>
/// <param name="MadeOf">Of a row that puts facets or options together which these are (<see cref="NamedFigure.MadeOf"/>).</param>
public sealed record ChangeSide(Figure Figure, Sample? Sample, string? MadeOf = null)
{
    /// <summary>How it was asked for; null: as the change is.</summary>
    public Terms? Terms { get; init; }
}
