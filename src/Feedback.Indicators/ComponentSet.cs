namespace Feedback.Indicators;

/// <summary>Collects the components of a figure, and the size of the base of those that stand on other people than the figure.</summary>
internal sealed class ComponentSet
{
    /// <summary>As many as most figures have, so that they find room at once.</summary>
    private const int Usual = 16, UsualBases = 6;

    public Dictionary<string, object?> Values { get; } = new(Usual);

    public Dictionary<string, double> Bases { get; } = new(UsualBases);

    /// <summary>A component of the same people as the figure.</summary>
    public ComponentSet Add(string name, object? value)
    {
        Values[name] = value;
        return this;
    }

    /// <summary>A component of other people: null at the gate if they are fewer than k.</summary>
    public ComponentSet Add(string name, double support, Func<object?> value)
    {
        Bases[name] = support;
        return Add(name, support > 0 ? value() : null);
    }

    /// <summary>The mean of other people.</summary>
    public ComponentSet AddMean(string name, Moments moments) => Add(name, moments.Support, () => moments.Mean);

    /// <summary>True below 30 people: read it as a hint.</summary>
    public ComponentSet AddIndicative(long n) => Add("indicative", n < 30);
}
