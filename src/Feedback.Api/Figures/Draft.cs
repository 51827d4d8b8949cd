using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>A row on its way: its figure is worked out, and not released yet.</summary>
/// <param name="From">First day, or null when open.</param>
/// <param name="To">First day after, or null when open.</param>
/// <param name="By">Values of the breakdown, in its order.</param>
/// <param name="Name">What tells the rows of one group apart (facet, option), or null.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Terms">How it was asked for.</param>
public sealed record Draft(DateOnly? From, DateOnly? To, IReadOnlyList<string?> By, string? Name, Figure Figure, Terms Terms)
{
    /// <summary>What the figure was worked out from, where two of them can be compared by it.</summary>
    public Sample? Sample { get; init; }

    /// <summary>The facets or options that the figure puts together (<see cref="NamedFigure.MadeOf"/>).</summary>
    public string? MadeOf { get; init; }

    /// <summary>The leaves below the row's unit in the tree it was released with (employees): only with the same ones is it compared with itself.</summary>
    public string? Under { get; init; }

    /// <summary>Rows of one group keep the order the indicator gives them.</summary>
    public int Place { get; init; }

    /// <summary>The rows of one group.</summary>
    public static IEnumerable<Draft> Group(CubeRow row, IReadOnlyList<string?> by, IEnumerable<NamedFigure> figures, Terms terms) =>
        figures.Select((f, i) => new Draft(row.From, row.To, by, f.Name, f.Figure, terms) { Place = i, Sample = f.Sample, MadeOf = f.MadeOf, Under = row.Under });
}
