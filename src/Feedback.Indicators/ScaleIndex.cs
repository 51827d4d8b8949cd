namespace Feedback.Indicators;

/// <summary>An indicator that is the mean person score of one fixed scale (<see cref="ScaleFigure"/>).</summary>
public abstract class ScaleIndex : CountedIndicator
{
    public override Needs Needs => new([Scale], [.. Facets.Select(facet => $"{Scale}.{facet}")]);

    public override bool AllowsWeights => true;

    /// <summary>Name of the scale.</summary>
    private protected abstract string Scale { get; }

    /// <summary>Its facets, in the order shown.</summary>
    private protected abstract IReadOnlyList<string> Facets { get; }

    public override Sample SampleOf(Counts counts, Terms terms) => new Sample.Mean(ScaleFigure.Scores(counts, Scale, terms));

    private protected override Figure Work(Counts counts, Terms terms) => ScaleFigure.Of(
        counts, Scale, Facets, Components.Contains("alpha"), terms, (parts, scores) => Beside(parts, counts, scores, terms));

    /// <summary>Further components.</summary>
    private protected virtual void Beside(ComponentSet parts, Counts counts, Moments scores, Terms terms)
    {
    }
}
