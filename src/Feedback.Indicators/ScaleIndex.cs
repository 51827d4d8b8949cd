namespace Feedback.Indicators;

/// <summary>
/// An indicator that is the mean person score of one scale, with the mean interval of <see cref="Intervals.Mean"/> and the
/// item means of its facets beside it. All answers equal: released with the spread floor. Nobody with enough items: withheld.
/// </summary>
public abstract class ScaleIndex : CountedIndicator
{
    public override Needs Needs => new([Scale], [.. Facets.Select(facet => $"{Scale}.{facet}")]);

    public override bool AllowsWeights => true;

    /// <summary>Name of the scale.</summary>
    private protected abstract string Scale { get; }

    /// <summary>Its facets, in the order shown.</summary>
    private protected abstract IReadOnlyList<string> Facets { get; }

    public override Sample SampleOf(Counts counts, Terms terms) => new Sample.Mean(Scores(counts, Scale, terms));

    private protected override Figure Work(Counts counts, Terms terms)
    {
        var scores = Scores(counts, Scale, terms);
        if (scores.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var parts = new ComponentSet();
        foreach (var facet in Facets)
            parts.AddMean(facet, Answers.Of(counts, $"{Scale}.{facet}", terms).Moments);
        Beside(parts, counts, scores, terms);
        parts.Add("sd", scores.Sd);
        if (Components.Contains("alpha"))
        {
            var alpha = Alpha.Of(counts, Scale);
            parts.Add("alpha", alpha?.Value).Add("alphaLow", alpha?.Low).Add("alphaHigh", alpha?.High);
        }
        parts.AddIndicative(scores.N);
        AddEffective(parts, scores.Effective, terms);
        return Figure.Of(Intervals.Mean(scores, terms.Headcount), scores.N, scores.Effective, parts);
    }

    /// <summary>Further components.</summary>
    private protected virtual void Beside(ComponentSet parts, Counts counts, Moments scores, Terms terms)
    {
    }

    private protected static Moments Scores(Counts counts, string scale, Terms terms) =>
        Moments.OfScale(new(scale, [.. counts.Scales.Where(s => s.Scale == scale).SelectMany(s => s.Shapes)]), terms);
}
