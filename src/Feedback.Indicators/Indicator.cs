namespace Feedback.Indicators;

/// <summary>
/// One indicator: what it says of itself. Those worked out on the counts of one group are <see cref="CountedIndicator"/>s;
/// the others compare groups, periods or people, and each has a method for what it takes. Pure and without rounding.
/// </summary>
public abstract class Indicator
{
    /// <summary>Name in addresses and files, such as <c>net-trust</c>.</summary>
    public abstract string Slug { get; }

    public abstract string Title { get; }

    /// <summary>The question it answers.</summary>
    public abstract string Question { get; }

    /// <summary>How the estimate and its interval are worked out.</summary>
    public abstract string Formula { get; }

    /// <summary>Authors and years.</summary>
    public abstract string Source { get; }

    /// <summary>What it must not be used for.</summary>
    public abstract string Caveat { get; }

    /// <summary>Lowest possible estimate.</summary>
    public virtual double ScaleLow => 0;

    /// <summary>Highest possible estimate.</summary>
    public virtual double ScaleHigh => 100;

    /// <summary>Names of the components in order; every row has all of them, null where a figure holds none.</summary>
    public abstract IReadOnlyList<string> Components { get; }

    /// <summary>The counts it reads.</summary>
    public abstract Needs Needs { get; }

    /// <summary>Whose answers it can be worked out on.</summary>
    public virtual IReadOnlyList<Audience> Audiences => [Audience.Customer, Audience.Employee];

    /// <summary>Whether weighted figures are offered (customers only).</summary>
    public virtual bool AllowsWeights => false;

    /// <summary>The column that names the rows if one group has several, else null.</summary>
    public virtual string? RowColumn => null;

    /// <summary>
    /// Whether the estimate says where the answers of one group lie (mean, share, net figure), so that a small group of
    /// employees near an end of the scale is only said to be there.
    /// </summary>
    internal virtual bool TellsWhereAnswersLie => false;

    /// <summary>The effective n, a component of weighted figures only.</summary>
    internal static void AddEffective(ComponentSet parts, double effective, Terms terms) =>
        parts.Add("effectiveN", terms.Weighted ? effective : null);

    /// <exception cref="ArgumentException">The indicator is not offered to this audience, or not with weights.</exception>
    private protected void Refuse(Terms terms)
    {
        if (!Audiences.Contains(terms.Audience))
            throw new ArgumentException($"{Slug} is not offered for this audience.", nameof(terms));
        if (terms.Weighted && (!AllowsWeights || terms.Audience == Audience.Employee))
            throw new ArgumentException($"{Slug} is not offered with weights here.", nameof(terms));
    }
}
