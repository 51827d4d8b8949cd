namespace Feedback.Indicators;

/// <summary>Which counts an indicator reads.</summary>
/// <param name="Scales">Names of scales: <c>trust</c>, <c>journey</c>, <c>experience</c>.</param>
/// <param name="Measures">Measures of rating items, such as <c>trust.capability</c>; <c>engagement.*</c> is every facet of a scale.</param>
/// <param name="Parameter">The request parameter that says which further counts to read: <c>item</c>, <c>measure</c>; null for none.</param>
public sealed record Needs(IReadOnlyList<string> Scales, IReadOnlyList<string> Measures, string? Parameter = null)
{
    /// <summary>Whether items with this measure are among the measures named.</summary>
    public bool Takes(string? measure) => measure is not null && Measures.Any(named =>
        named.EndsWith(".*", StringComparison.Ordinal)
            ? measure.StartsWith(named[..^1], StringComparison.Ordinal)
            : named == measure);
}
