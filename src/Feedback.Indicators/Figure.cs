using System.Collections.ObjectModel;

namespace Feedback.Indicators;

/// <summary>
/// One figure with its 95% interval, unrounded. Every number of it is null unless the status allows it; it reaches a reader
/// only through <see cref="Anonymity"/>.
/// </summary>
/// <param name="Status">What became of it.</param>
/// <param name="Estimate">The figure, in the units of its indicator's scale.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="N">People, answers or mentions behind it.</param>
/// <param name="Components">Parts by name: double, long, bool, string, a list of names (<see cref="IReadOnlyList{T}"/> of string) or null. Names the indicator publishes and this does not hold are null.</param>
public sealed record Figure(
    Status Status, double? Estimate, double? Low, double? High, long? N, IReadOnlyDictionary<string, object?> Components)
{
    /// <summary>Withheld: nothing but the status.</summary>
    public static Figure Withheld { get; } = new(Status.Withheld, null, null, null, null, ReadOnlyDictionary<string, object?>.Empty);

    /// <summary>Employees: whether the figure is only known to lie on one side of the estimate; the limits reach to the end of the scale then. Null: it is the estimate.</summary>
    public Bound? Bound { get; init; }

    /// <summary>Kish's n of a weighted figure, the number of people otherwise; null if only <see cref="N"/> counts.</summary>
    internal double? Effective { get; init; }

    /// <summary>
    /// Whether <see cref="N"/> counts cells, units or periods that hold at least k people each already, so that k is not asked
    /// of it again (<c>inertia</c>, <c>alignment</c>).
    /// </summary>
    internal bool CountsCells { get; init; }

    /// <summary>Of a change: whether what is compared lies on a scale of one (<c>alignment</c>).</summary>
    internal bool ComparesFractions { get; init; }

    /// <summary>The one component that readers see of the figure (employees' <c>early-warning</c>); null for all there is.</summary>
    internal string? OnlyComponent { get; init; }

    /// <summary>How many people stand behind a component that has a base of its own.</summary>
    internal IReadOnlyDictionary<string, double> Bases { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Enough people, too few cells or periods.</summary>
    public static Figure Insufficient(long n) => Withheld with { Status = Status.Insufficient, N = n };

    /// <summary>The formula has no value.</summary>
    public static Figure Undefined(long n) => Withheld with { Status = Status.Undefined, N = n };

    /// <summary>The same with one component more, or in place of the one with this name.</summary>
    internal Figure With(string component, object? value) =>
        this with { Components = new Dictionary<string, object?>(Components) { [component] = value } };

    internal static Figure Of(Estimate estimate, long n, double effective, ComponentSet components) =>
        new(Status.Released, estimate.Value, estimate.Low, estimate.High, n, components.Values)
        {
            Effective = effective,
            Bases = components.Bases,
        };
}

/// <summary>On which side of its estimate a figure lies that is not told exactly.</summary>
public enum Bound
{
    /// <summary>There or above.</summary>
    AtLeast,

    /// <summary>There or below.</summary>
    AtMost,
}

/// <summary>One of several figures for one group.</summary>
/// <param name="Column">What the name is: <c>facet</c>, <c>option</c>.</param>
/// <param name="Name">The facet or option; <c>all</c> is the combined row.</param>
/// <param name="Figure">The figure.</param>
public sealed record NamedFigure(string Column, string Name, Figure Figure)
{
    /// <summary>What it was worked out from, where two of them can be compared by it.</summary>
    public Sample? Sample { get; init; }

    /// <summary>The facets or options that it puts together, where the answers decide which these are; null for what its name says.</summary>
    public string? MadeOf { get; init; }
}
