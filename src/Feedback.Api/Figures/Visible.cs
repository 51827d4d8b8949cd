using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Which rows may be named at all, and the columns beside the cohorts' own.</summary>
internal static class Visible
{
    /// <summary>The rows of a cube without those that an employee's unlisted value would name before k people have it (API, Surveys).</summary>
    public static IEnumerable<CubeRow> Rows(ReadScope scope, IndicatorRequest request, Cube cube) => cube.Rows.Where(row => IsShown(scope, request, cube, row));

    /// <summary>Whether a row, of one period or of several together, is one of them.</summary>
    public static bool IsShown(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row) =>
        request.Audience == Audience.Customer || row.Whole is not null || !IsUnlisted(scope, request, cube, row);

    /// <summary>The row's values with one of a column that is no dimension, where the breakdown asks for it.</summary>
    public static IReadOnlyList<string?> With(IndicatorRequest request, IReadOnlyList<string?> by, string column, string? value)
    {
        if (!request.By.Contains(column)) return by;
        var values = by.ToList();
        values.Insert(request.By.ToList().IndexOf(column), value);
        return values;
    }

    private static bool IsUnlisted(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row) =>
        row.By.Count > 0
        && cube.Responses(row.Total) < request.MinimumGroup(scope.MinimumGroup)
        && request.CohortDimensions.Zip(row.By).Any(d => d.Second is not null && d.First != ResponseRules.Unit && !IsListed(request, d.First, d.Second));

    private static bool IsListed(IndicatorRequest request, string dimension, string value) =>
        request.Surveys.Any(s => s.Versions.Any(v => v.DimensionValues.GetValueOrDefault(dimension)?.Contains(value) == true));
}
