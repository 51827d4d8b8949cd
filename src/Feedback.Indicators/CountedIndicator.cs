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
        return Anonymity.Gate(Work(counts, terms), terms);
    }

    /// <summary>
    /// What the figure is worked out from, so that two of them can be compared (<c>change</c>): a mean, a share or a net
    /// figure; null if only estimates with their intervals can be. Unweighted, and without finite population correction.
    /// </summary>
    public virtual Sample? SampleOf(Counts counts, Terms terms) => null;

    /// <summary>The figure before the gate.</summary>
    private protected abstract Figure Work(Counts counts, Terms terms);
}
