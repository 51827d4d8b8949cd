namespace Feedback.Indicators;

/// <summary>
/// How far people give the same answer, 0..100: per item 100 (1 - s^2 / (M (100 - M) n/(n - 1))), which is 50 (1 + a_wg) (Brown
/// and Hauenstein 2005), for a scale the mean over its items. Interval: jackknife with a standard error of at least 100/n,
/// averaged over the items; it covers about .90 below 40 people. Employees: from 3k people on, because together with the mean
/// it gives the spread away. n = fewest answers to one item. No item with a value: undefined; two people: insufficient.
/// </summary>
public sealed class Agreement : Indicator
{
    public override string Slug => "agreement";

    public override string Title => "Agreement";

    public override string Question => "Do people in one place see the same thing?";

    public override string Formula =>
        "Per item 100 (1 - s^2 / (M (100 - M) n / (n - 1))), M and s^2 on 0..100: the spread against the widest one with this "
        + "mean; 0 two camps at the ends, 100 unanimous. For a scale the mean over its items. Jackknife interval.";

    public override string Source => "Brown & Hauenstein (2005), a_wg; jackknife Tukey (1958).";

    public override string Caveat =>
        "Not for proof that a view is right. Items whose mean lies nearer to an end than one answer are left out, and below 40 "
        + "people the interval holds the true figure in about 90 of 100 cases.";

    public override IReadOnlyList<string> Components => ["level", "awg", "itemsUsed", "indicative"];

    public override Needs Needs => new([], [], "measure");

    /// <summary>The figure of one group, gated. Items of a scale with one measure are one item; everything else is one item.</summary>
    /// <exception cref="ArgumentException">Weights are not offered.</exception>
    public Figure Of(Counts counts, Construct construct, Terms terms)
    {
        Refuse(terms);
        return Anonymity.Gate(Work(counts, construct, terms), terms);
    }

    private static Figure Work(Counts counts, Construct construct, Terms terms)
    {
        var items = construct.Items(counts)
            .GroupBy(item => construct.Scale is null ? construct.Name : item.Measure!, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => Answers.Of(same, terms))
            .Where(answers => answers.N > 0)
            .ToArray();
        var n = items.Select(item => item.N).DefaultIfEmpty().Min();
        if (n < terms.MinimumGroup || terms.IsSmall(n))
            return Figure.Withheld;
        if (n < 3)
            return Figure.Insufficient(n);
        var used = items.Select(ItemAgreement.Of).OfType<ItemAgreement>().ToArray();
        if (used.Length == 0)
            return Figure.Undefined(n);
        var agreement = Estimate.Clipped(
            used.Average(item => item.Agreement.Value), used.Average(item => item.Agreement.Low), used.Average(item => item.Agreement.High), 0, 100);
        var parts = new ComponentSet()
            .Add("level", used.Average(item => item.Level))
            .Add("awg", agreement.Value / 50 - 1)
            .Add("itemsUsed", (long)used.Length)
            .AddIndicative(n);
        return Figure.Of(agreement, n, n, parts);
    }
}
