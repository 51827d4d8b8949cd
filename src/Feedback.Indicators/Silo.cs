namespace Feedback.Indicators;

/// <summary>
/// 100 max(0, ICC(1)) of the scores over the units of one level, 0..100: the share of the differences between people that lies
/// between units (Shrout and Fleiss 1979; Bliese 2000). Units need k people, and of employees a mean that is served; fewer than 3
/// of them: insufficient. No spread inside the units: undefined. n = people in the units counted; of all units if those are too few.
/// </summary>
public sealed class Silo : Indicator
{
    private const int FewestUnits = 3;

    public override string Slug => "silo";

    public override string Title => "Silos";

    public override string Question => "Is this one organisation or several?";

    public override string Formula =>
        "100 max(0, ICC(1)): share of the variance of scores that lies between units of one level, from the mean squares "
        + "between and within units with k people; interval from F, limits within 0 and 100.";

    public override string Source => "Shrout & Fleiss (1979); Bliese (2000).";

    public override string Caveat =>
        "Not for \"low is good\" (it may be bad everywhere: look at the level) or \"high is bad\" (work may really differ). Rank "
        + "units only when rankReliability is at least .70.";

    public override IReadOnlyList<string> Components =>
    [
        "iccRaw", "rankReliability", "units", "meanSquareBetween", "meanSquareWithin", "n0", "f", "coverage", "collaboration",
    ];

    public override Needs Needs => new([], ["collaboration"], "measure");

    /// <summary>The figure of one level, gated.</summary>
    /// <param name="units">All units of the level with answers, small ones too; scores on 0..100.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <param name="collaboration">Answers to the item <c>collaboration</c>, shown beside; null if it is not asked.</param>
    /// <param name="scores">All scores, those of people in none of the units too; null if there are no such people.</param>
    /// <exception cref="ArgumentException">Weights are not offered.</exception>
    public Figure Of(IReadOnlyList<Moments> units, Terms terms, Moments? collaboration = null, long? scores = null)
    {
        Refuse(terms);
        return Anonymity.Gate(Work(units, terms, collaboration, scores), terms);
    }

    private static Figure Work(IReadOnlyList<Moments> units, Terms terms, Moments? collaboration, long? scores)
    {
        var all = units.Sum(unit => unit.N);
        Moments[] counted = [.. units.Select(unit => EmployeeGate.Served(unit, terms)).OfType<Moments>()];
        if (counted.Length < FewestUnits)
            return Figure.Insufficient(all);
        var n = counted.Sum(unit => unit.N);
        if (IntraclassCorrelation.Of(counted) is not { } icc)
            return Figure.Undefined(n);
        // Where the whole is withheld and units of it are not, nobody knows what share they are.
        var everybody = scores ?? all;
        var parts = new ComponentSet()
            .Add("iccRaw", icc.Single)
            .Add("rankReliability", icc.Mean)
            .Add("units", (long)icc.Groups)
            .Add("meanSquareBetween", icc.Between)
            .Add("meanSquareWithin", icc.Within)
            .Add("n0", icc.N0)
            .Add("f", icc.F)
            .Add("coverage", everybody > 0 ? n / (double)everybody : null)
            .AddMean("collaboration", collaboration ?? Moments.None);
        var interval = icc.Interval();
        return Figure.Of(Estimate.Clipped(100 * interval.Value, 100 * interval.Low, 100 * interval.High, 0, 100), n, n, parts);
    }
}
