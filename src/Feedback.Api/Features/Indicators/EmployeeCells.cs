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
        var parameter = request.Where.Count > 0 ? "where" : "by";
        if (Named(request).Count(d => d == ResponseRules.Unit) > 1) return Invalid(parameter, "Employees: the units compared are not filtered by a unit, nor compared within others.");
        return Others(request) > MaximumOtherDimensions
            ? Invalid(parameter, "Employees: at most one unit and two other dimensions, those of by, over, senior and frontline, before and after included.")
            : null;
    }

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
