using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>Drivers of employees: worked out when a period was released, for the questions that were declared before, and only read here.</summary>
internal static class ReleasedDrivers
{
    public static Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, Terms terms) => Task.FromResult<IReadOnlyList<Draft>>(
        [.. request.Drivers.Select((driver, place) => new Draft(request.Range.From, request.Range.To, [], driver, Figure.Withheld, terms) { Place = place })]);
}
