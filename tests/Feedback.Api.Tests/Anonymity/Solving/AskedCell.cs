namespace Feedback.Api.Tests.Anonymity.Solving;

/// <summary>A cell of the grammar: a unit with everything below it or none, and at most two values of other dimensions.</summary>
/// <param name="Unit">Null for the whole.</param>
/// <param name="First">The value of the dimension that is first in ordinal order; null for none.</param>
/// <param name="Second">The value of the other dimension; null for none.</param>
internal sealed record AskedCell(string? Unit, Predicate? First = null, Predicate? Second = null)
{
    public static readonly AskedCell Whole = new(Unit: null);

    /// <summary>The values beside the unit.</summary>
    public IEnumerable<Predicate> Predicates => new[] { First, Second }.OfType<Predicate>();

    /// <summary>The cell of a unit and values in any order.</summary>
    public static AskedCell Of(string? unit, IEnumerable<Predicate> values)
    {
        Predicate[] sorted = [.. values.OrderBy(p => p.Dimension, StringComparer.Ordinal)];
        return new AskedCell(unit, sorted.ElementAtOrDefault(0), sorted.ElementAtOrDefault(1));
    }

    /// <summary>The cell as repeated <c>where</c>; empty for the whole.</summary>
    public string ToQuery() => string.Concat(
        Predicates.Prepend(new Predicate("unit", Unit ?? "")).Where(p => p.Value.Length > 0).Select(p => $"&where={p.Dimension}:{Uri.EscapeDataString(p.Value)}"));

    public override string ToString() => ToQuery() is { Length: > 0 } query ? query[1..] : "the whole";
}

/// <summary>One value of one dimension.</summary>
internal sealed record Predicate(string Dimension, string Value);
