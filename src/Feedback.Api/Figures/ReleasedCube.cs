using Feedback.Api.Catalogue;
using Feedback.Api.Releases;

namespace Feedback.Api.Figures;

/// <summary>
/// Counts of employees, cut like those of customers, and taken from releases alone: a cell that was not released holds nothing,
/// whatever the reason. Several periods, or surveys, are added cell by cell, and only where each of them released the cell.
/// </summary>
/// <remarks>
/// Which rows there are follows from the tree and the listed values, never from answers. A unit stands for itself with everything
/// below it, in rows and in cells.
/// </remarks>
internal static class ReleasedCube
{
    public static async Task<IReadOnlyList<CubeRow>> Read(ReadScope scope, CubeQuery query)
    {
        var periods = new List<ReleasedPeriod>();
        foreach (var survey in query.Surveys)
        {
            foreach (var period in survey.Released.Where(p => Lies(p, query.Range))) periods.Add(await ReleasedPeriod.Read(scope, survey, period, query.Variables));
        }
        if (query.Interval == Interval.None) return new ReleasedRows(query, periods).Rows(query.Range.From, query.Range.To);
        return [.. periods.GroupBy(p => TimeSpans.BucketOf(p.Period.From, query.Interval)).OrderBy(b => b.Key)
            .SelectMany(bucket => new ReleasedRows(query, [.. bucket]).Rows(bucket.Key, TimeSpans.EndOf(bucket.Key, query.Interval)))];
    }

    /// <summary>Whether a period lies in a range as a whole.</summary>
    public static bool Lies(SurveyPeriod period, DayRange range) => !(period.From < range.From) && !(period.To > range.To);
}

/// <summary>A released period of one survey, with the frozen cubes that a question needs.</summary>
internal sealed record ReleasedPeriod(Survey Survey, SurveyPeriod Period, FrozenPeriod Frozen, IReadOnlyDictionary<string, FrozenBase> Bases)
{
    public static async Task<ReleasedPeriod> Read(ReadScope scope, Survey survey, SurveyPeriod period, IReadOnlyList<Variable> variables)
    {
        var frozen = await scope.Frozen.Period(scope.Session, period);
        var bases = new Dictionary<string, FrozenBase>(StringComparer.Ordinal);
        foreach (var name in variables.Where(v => v.Survey == survey.Id).Select(v => frozen.BaseOf(v.Id)).OfType<string>().Append(ReleaseBase.Responses).Distinct())
        {
            if (await scope.Frozen.Base(scope.Session, period, name) is { } found) bases[name] = found;
        }
        return new ReleasedPeriod(survey, period, frozen, bases);
    }
}
