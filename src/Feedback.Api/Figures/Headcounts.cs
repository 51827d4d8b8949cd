using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>How many people a row's answers come from, for the finite population correction.</summary>
internal static class Headcounts
{
    /// <summary>
    /// Known for employees, one survey, one of its periods, and no filter but a unit. Over several periods one person answers
    /// more than once, and a headcount means nothing.
    /// </summary>
    public static long? Of(ReadScope scope, IndicatorRequest request, CubeRow row)
    {
        if (request.IsCompared || request.Audience != Audience.Employee || request.Surveys.Count != 1 || request.IncludesTest) return null;
        if (request.CohortDimensions.Any(d => d != ResponseRules.Unit) || request.Where.Any(w => w.Dimension != ResponseRules.Unit)) return null;
        var grid = request.Surveys[0].Grid;
        if (row.From is not { } first || row.To is not { } past || grid == "wave" || Periods.NumberOf(grid, Days.Number(first)) != Periods.NumberOf(grid, Days.Number(past.AddDays(-1)))) return null;
        if (row.By.Count > 0) return row.By[0] is { } code ? scope.Units.Find(code)?.Headcount : null;
        return request.Where.Count > 0 ? scope.Units.Headcount(request.Where[0].Value) : scope.Units.Headcount();
    }
}
