using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// Drivers of employees: worked out when a period was released, for the questions that were declared before, and only read here.
/// They belong to one period, for shares of R^2 do not add up; several, or a question that was not declared, are withheld.
/// </summary>
internal static class ReleasedDrivers
{
    public static async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, Terms terms)
    {
        var kept = request.Surveys.SelectMany(s => s.Released).Where(p => ReleasedCube.Lies(p, request.Range)).Take(2).ToList() is [var period]
            ? await DriverRow.Read(scope.Session, period, AskedDrivers.Of(request)) : null;
        var figures = (kept ?? []).ToDictionary(r => r.Driver, r => r.ToFigure(), StringComparer.Ordinal);
        return [.. request.Drivers.Select((driver, place) =>
            new Draft(request.Range.From, request.Range.To, [], driver, figures.GetValueOrDefault(driver, Figure.Withheld), terms) { Place = place })];
    }
}
