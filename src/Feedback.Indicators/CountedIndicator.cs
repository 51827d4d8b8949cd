namespace Feedback.Indicators;

/// <summary>An indicator of one group, worked out on what was counted there.</summary>
public abstract class CountedIndicator : Indicator
{
    /// <summary>
    /// The figure of one group, gated by <see cref="Anonymity"/>. Fewer than k people: withheld, before anybody asks whether
    /// the formula has a value.
    /// </summary>
    /// <exception cref="ArgumentException">The indicator is not offered to this audience, or not with weights.</exception>
    public Figure Of(Counts counts, Terms terms)
    {
        Refuse(terms);
        var figure = Work(counts, terms);
        return Anonymity.Gate(figure.N is { } n && terms.IsSmall(n) && IsBeside(counts) ? Figure.Withheld : figure, terms);
    }

    /// <summary>
    /// What the figure is worked out from, so that two of them can be compared (<c>change</c>): a mean, a share or a net
    /// figure; null if only estimates with their intervals can be. Unweighted, and without finite population correction.
    /// </summary>
    public virtual Sample? SampleOf(Counts counts, Terms terms) => null;

    internal override bool TellsWhereAnswersLie => true;

    /// <summary>
    /// Whether it is a second figure of answers that another indicator tells of, so that employees have it from 3k people on:
    /// mean and shares of a dozen people together give their answers back one by one.
    /// </summary>
    private protected virtual bool IsBeside(Counts counts) => false;

    /// <summary>The figure before the gate.</summary>
    private protected abstract Figure Work(Counts counts, Terms terms);
}
