using Feedback.Api.Figures;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>
/// How finely employees may be cut, whichever parameters do it: one unit and two other dimensions. Asked when every parameter
/// has been read.
/// </summary>
internal static class EmployeeCells
{
    private const int MaximumOtherDimensions = 2;

    /// <summary>What is wrong with a request for employees' answers; null if nothing is.</summary>
    public static Problem? Check(IndicatorRequest request)
    {
        if (Values(request).FirstOrDefault(v => IsMoreThanOneValue(v.Value) && !IsListed(v.Dimension, v.Value, request)) is { Value: not null } unclear)
            return Invalid(unclear.Parameter, "Employees: a value as it is; no lists, ranges or patterns.");
        var parameter = request.Where.Count > 0 ? "where" : "by";
        if (Named(request).Count(d => d == ResponseRules.Unit) > 1) return Invalid(parameter, "Employees: the units compared are not filtered by a unit, nor compared within others.");
        return Others(request) > MaximumOtherDimensions
            ? Invalid(parameter, "Employees: at most one unit and two other dimensions, those of by, over, senior and frontline, before and after included.")
            : null;
    }

    private static IEnumerable<(string Parameter, string Dimension, string Value)> Values(IndicatorRequest request)
    {
        foreach (var (dimension, value) in request.Where) yield return ("where", dimension, value);
        if (request.Gap is var (compared, senior, frontline))
        {
            yield return ("senior", compared, senior);
            yield return ("frontline", compared, frontline);
        }
        if (request.Comparison?.Before?.Group is var (before, from)) yield return ("before", before, from);
        if (request.Comparison?.After?.Group is var (after, to)) yield return ("after", after, to);
    }

    private static bool IsMoreThanOneValue(string value) => value.Contains(',') || value.Contains('*') || "<>=!~^".Contains(value[0]);

    /// <summary>A survey may list such a value. Whether somebody brought it is not asked: what is refused never depends on answers.</summary>
    private static bool IsListed(string dimension, string value, IndicatorRequest request) =>
        request.Surveys.Concat(request.Others).Any(s => s.Versions.Any(v => v.DimensionValues.GetValueOrDefault(dimension)?.Contains(value) == true));

    /// <summary>The dimensions that name one value each; two of units are two units, even where they are the same.</summary>
    private static IEnumerable<string> Named(IndicatorRequest request) =>
        [.. request.Where.Select(w => w.Dimension), .. request.Gap is { } gap ? [gap.Dimension] : Array.Empty<string>(), .. request.Comparison?.Before?.Group is { } side ? [side.Dimension] : Array.Empty<string>()];

    /// <summary>Dimensions beside units. Facets cut one by one, so that all of them together are one more at most; a row an item cuts nobody.</summary>
    private static int Others(IndicatorRequest request)
    {
        var always = Named(request).Concat(request.By.Where(d => d != IndicatorRequest.ItemColumn)).Where(d => d != ResponseRules.Unit).ToHashSet(StringComparer.Ordinal);
        return always.Count + (request.Over.Any(facet => facet is not (ResponseRules.Unit or IndicatorRequest.Touchpoint or ConsistencyReading.Time) && !always.Contains(facet)) ? 1 : 0);
    }
}
