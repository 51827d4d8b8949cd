using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>
/// Employees are read by released period: one of the grid, a coarser one that adds those inside it, or all of them as a series.
/// What is off the grid is refused by the text of the request; what is on it and not released is 404 for everybody alike.
/// </summary>
internal static class EmployeePeriods
{
    /// <summary>The range that <c>period</c> names; open on both sides without it. Refuses what asks for days.</summary>
    public static Problem? Range(IQueryCollection query, CatalogueSnapshot catalogue, ref IReadOnlyList<Survey> surveys, out DayRange range)
    {
        range = new DayRange(null, null);
        foreach (var days in new[] { "from", "to" })
        {
            if (query.ContainsKey(days)) return Invalid(days, "Employees are read by released period, not by day.");
        }
        if (query.ContainsKey("includeTest")) return Invalid("includeTest", "Test responses of employees are never released.");
        if (!query.ContainsKey("period")) return null;
        if (ReleasedRange.Find(query["period"].ToString(), catalogue, surveys) is not var (found, on)) return Invalid("period", "It is a period on the grid of the surveys, such as 2026-11, 2026-Q4 or 2026, or a wave.");
        (range, surveys) = (found, on);
        return null;
    }

    /// <summary>Leaves the surveys whose periods an interval adds up; refuses one that would cut periods.</summary>
    public static Problem? Series(Interval interval, ref IReadOnlyList<Survey> surveys)
    {
        if (interval == Interval.None) return null;
        var on = surveys.Where(s => interval != Interval.Week && ReleasedRange.IsOn(s, interval.ToString().ToLowerInvariant())).ToList();
        if (on.Count == 0) return Invalid("interval", "It is not shorter than the periods of the surveys.");
        surveys = on;
        return null;
    }

    /// <summary>Takes the last released period where none was named, and refuses what is not released.</summary>
    public static Problem? Settle(Reading reading, ref IndicatorRequest request)
    {
        if (request.Comparison is { Before.Range: { } before, After.Range: { } after })
            return IsReleased(request, before) && IsReleased(request, after) ? null : Problem.PeriodNotReleased;
        if (!IsReleased(request, request.Range)) return Problem.PeriodNotReleased;
        if (request.Range is not (null, null) || request.Interval != Interval.None || reading.SpansPeriods(request)) return null;
        var last = request.LastReleased()!;
        request = request with { Range = new DayRange(last.From, last.To) };
        if (request.Comparison is { } groups) request = request with { Comparison = groups with { Of = groups.Of with { Range = request.Range } } };
        return null;
    }

    private static bool IsReleased(IndicatorRequest request, DayRange range) => (request with { Range = range }).LastReleased() is not null;
}
