namespace Feedback.Indicators;

/// <summary>
/// Percent positive the way of the Federal Employee Viewpoint Survey (US OPM): share of answers above the midpoint per item,
/// plain mean of the items of a facet, plain mean of the facets. Limits are the items' Wilson limits averaged the same way,
/// usually too wide. n = fewest answers to one item. Items with one code are pooled, items with different codes averaged.
/// </summary>
public sealed class EngagementPositive : CountedIndicator
{
    public override string Slug => "engagement-positive";

    public override string Title => "Engagement, percent positive";

    public override string Question => "What share answers positively about their work here?";

    public override string Formula =>
        "Percent of answers above the midpoint per item; plain mean inside a facet, then over facets; Wilson limits averaged "
        + "the same way.";

    public override string Source => "US OPM, Federal Employee Viewpoint Survey, engagement index.";

    public override string Caveat =>
        "Not for mixing with engagement in one chart: two teams can share this figure and differ by more than ten points on "
        + "the other.";

    public override IReadOnlyList<string> Components => [.. Engagement.Items, "indicative"];

    public override Needs Needs => new([], ["engagement.*"]);

    private protected override bool IsBeside(Counts counts) => true;

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var items = counts.Items.Where(item => Needs.Takes(item.Measure))
            .GroupBy(item => (Facet: Measures.Facet(item.Measure!), item.Item))
            .OrderBy(same => same.Key.Facet, StringComparer.Ordinal).ThenBy(same => same.Key.Item, StringComparer.Ordinal)
            .Select(same => (same.Key.Facet, Answers: Answers.Of(same, terms)))
            .ToArray();
        var n = items.Select(item => item.Answers.N).DefaultIfEmpty().Min();
        if (n < terms.MinimumGroup)
            return Figure.Withheld;
        var facets = items
            .GroupBy(item => item.Facet, item => item.Answers.Interval(Answers.Answer.Positive, terms))
            .Select(same => (Name: same.Key, Share: Mean([.. same])))
            .ToArray();
        var parts = new ComponentSet();
        foreach (var (name, share) in facets)
            parts.Add(name, share.Value);
        return Figure.Of(Mean([.. facets.Select(facet => facet.Share)]), n, n, parts.AddIndicative(n));
    }

    private static Estimate Mean(Estimate[] parts) =>
        Estimate.Clipped(parts.Average(part => part.Value), parts.Average(part => part.Low), parts.Average(part => part.High), 0, 100);
}
