using Feedback.Api.Catalogue;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Concerns of employees as they were counted when their period was released: of everybody together, and where no survey is named.</summary>
internal sealed class ReleasedConcerns
{
    private readonly List<(SurveyPeriod Period, FlagCounts Counts)> _periods = [];

    public static async Task<ReleasedConcerns> Read(ReadScope scope, IndicatorRequest request)
    {
        var concerns = new ReleasedConcerns();
        if (request.NamesSurveys || request.Where.Count > 0 || request.CohortDimensions.Any()) return concerns;
        foreach (var period in scope.Catalogue.Of(Audience.Employee).Where(s => s.IsBuiltIn).SelectMany(s => s.Released).Where(p => ReleasedCube.Lies(p, request.Range)))
            concerns._periods.Add((period, await FlagPeriod.Read(scope.Session, period) ?? FlagCounts.None));
        return concerns;
    }

    /// <summary>Those of one row: of all released periods that lie in it.</summary>
    public FlagCounts Of(CubeRow row, Terms terms) =>
        FlagCounts.Sum([.. _periods.Where(p => ReleasedCube.Lies(p.Period, new DayRange(row.From, row.To))).Select(p => p.Counts)], terms);
}
