namespace Feedback.Indicators;

/// <summary>
/// The mean person score of one scale with its mean interval, and the item means of its facets beside it. All answers equal:
/// released with the spread floor. Nobody with enough items: withheld.
/// </summary>
internal static class ScaleFigure
{
    /// <summary>Before the gate.</summary>
    /// <param name="counts">What was counted in the group.</param>
    /// <param name="scale">Name of the scale.</param>
    /// <param name="facets">Its facets, in the order shown.</param>
    /// <param name="alpha">Whether <c>alpha</c>, <c>alphaLow</c> and <c>alphaHigh</c> are components.</param>
    /// <param name="terms">How it is asked for.</param>
    /// <param name="beside">Adds further components, from the person scores.</param>
    public static Figure Of(
        Counts counts, string scale, IReadOnlyList<string> facets, bool alpha, Terms terms, Action<ComponentSet, Moments>? beside = null)
    {
        var scores = Scores(counts, scale, terms);
        if (scores.Support < terms.MinimumGroup)
            return Figure.Withheld;
        var parts = new ComponentSet();
        foreach (var facet in facets)
            parts.AddMean(facet, Answers.Of(counts, $"{scale}.{facet}", terms).Moments);
        beside?.Invoke(parts, scores);
        parts.Add("sd", scores.Sd);
        if (alpha)
        {
            var reliability = Alpha.Of(counts, scale);
            parts.Add("alpha", reliability?.Value).Add("alphaLow", reliability?.Low).Add("alphaHigh", reliability?.High);
        }
        parts.AddIndicative(scores.N);
        Indicator.AddEffective(parts, scores.Effective, terms);
        return Figure.Of(Intervals.Mean(scores, terms.Headcount), scores.N, scores.Effective, parts);
    }

    /// <summary>Person scores of a scale in all its shapes.</summary>
    public static Moments Scores(Counts counts, string scale, Terms terms) =>
        Moments.OfScale(new(scale, [.. counts.Scales.Where(s => s.Scale == scale).SelectMany(s => s.Shapes)]), terms);
}
