namespace Feedback.Indicators;

/// <summary>
/// An instrument of the organisation's own, <c>measure=own.SCALE</c>: mean person score 0..100 with its mean interval, worked
/// out as in <c>trust</c>, and one POMP mean per facet (Cohen, Cohen, Aiken and West 1999).
/// </summary>
public sealed class Scale : Indicator
{
    private static readonly string[] Fixed = ["sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN"];

    public override string Slug => "scale";

    public override string Title => "Own scale";

    public override string Question => "What does an instrument of the organisation's own say?";

    public override string Formula =>
        "Mean of person scores, 100 (total / answered - low) / (high - low), over people with two thirds of the items "
        + "(employees: all of them); interval m +- t s* / sqrt(n). One mean per facet beside it.";

    public override string Source =>
        "Person scores after Cohen, Cohen, Aiken & West (1999); alpha Cronbach (1951), its interval Feldt (1965).";

    public override string Caveat =>
        "Not for comparison with other scales, or across a change of its items: the same figure means something else then. A "
        + "high alpha says that the items hang together, not that they measure what the name says.";

    /// <summary>The components of every scale; those of its facets come before them (<see cref="ComponentsOf"/>).</summary>
    public override IReadOnlyList<string> Components => Fixed;

    public override Needs Needs => new([], [], "measure");

    public override bool AllowsWeights => true;

    internal override bool TellsWhereAnswersLie => true;

    /// <summary>
    /// The components of a scale with these facets: theirs in ordinal order, then the fixed ones. A facet that is called like
    /// a fixed component (<c>sd</c>) has none of its own.
    /// </summary>
    public static IReadOnlyList<string> ComponentsOf(IEnumerable<string> facets) => [.. Shown(facets), .. Fixed];

    /// <summary>The figure of one group, gated; the facets are those its items measure.</summary>
    /// <exception cref="ArgumentException">The construct is not a scale, or weights are not offered here.</exception>
    public Figure Of(Counts counts, Construct construct, Terms terms)
    {
        Refuse(terms);
        if (construct.Scale is not { } scale)
            throw new ArgumentException($"{construct.Name} is not a scale.", nameof(construct));
        var facets = Shown(construct.Items(counts).Select(item => Measures.Facet(item.Measure!)));
        return Anonymity.Gate(ScaleFigure.Of(counts, scale, facets, alpha: true, terms), terms);
    }

    private static string[] Shown(IEnumerable<string> facets) =>
        [.. facets.Distinct().Except(Fixed).OrderBy(facet => facet, StringComparer.Ordinal)];
}
