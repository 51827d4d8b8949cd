using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>
/// Employees are read by released period: one of the grid, a coarser one that adds those inside it, or all of them as a series.
/// What is off the grid is refused by the text of the request; what is on it and not released is 404 for everybody alike.
/// </summary>
internal static class EmployeePeriods
{
    /// <summary>A range in which nothing can be released.</summary>
    private static readonly DayRange Never = new(new DateOnly(9000, 1, 1), new DateOnly(9000, 1, 2));

    /// <summary>The one answer for every period that is not released, for everybody.</summary>
    public static Problem NotReleased { get; } = Problem.NotFound(ProblemCodes.PeriodNotReleased, "The period is not released.");

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
        if (Find(query["period"].ToString(), catalogue, surveys) is not var (found, on)) return Invalid("period", "It is a period on the grid of the surveys, such as 2026-11, 2026-Q4 or 2026, or a wave.");
        (range, surveys) = (found, on);
        return null;
    }

    /// <summary>The days of a period, and those of the surveys on whose grid it lies; null where it lies on none, or the text is no period.</summary>
    public static (DayRange Range, IReadOnlyList<Survey> Surveys)? Find(string text, CatalogueSnapshot catalogue, IReadOnlyList<Survey> surveys)
    {
        if (PeriodGrid.Find(catalogue, text) is var (survey, wave))
            return !surveys.Contains(survey) ? null : (survey.Periods.GetValueOrDefault(wave) is { } closed ? new DayRange(closed.From, closed.To) : Never, [survey]);
        if (CalendarPeriods.Parse(text) is not { } days || CalendarPeriods.Number(text) is not { } number) return null;
        var on = surveys.Where(s => IsOn(s, PeriodGrid.GridOf(number))).ToList();
        return on.Count == 0 ? null : (new DayRange(days.From, days.To), on);
    }

    /// <summary>Leaves the surveys whose periods an interval adds up; refuses one that would cut periods.</summary>
    public static Problem? Series(Interval interval, ref IReadOnlyList<Survey> surveys)
    {
        if (interval == Interval.None) return null;
        var on = surveys.Where(s => interval != Interval.Week && IsOn(s, interval.ToString().ToLowerInvariant())).ToList();
        if (on.Count == 0) return Invalid("interval", "It is not shorter than the periods of the surveys.");
        surveys = on;
        return null;
    }

    /// <summary>Takes the last released period where none was named, and refuses what is not released.</summary>
    public static Problem? Settle(Reading reading, ref IndicatorRequest request)
    {
        if (request.Comparison is { Before.Range: { } before, After.Range: { } after })
            return IsReleased(request, before) && IsReleased(request, after) ? null : NotReleased;
        if (!IsReleased(request, request.Range)) return NotReleased;
        if (request.Range is not (null, null) || request.Interval != Interval.None || reading.SpansPeriods(request)) return null;
        var last = request.LastReleased()!;
        request = request with { Range = new DayRange(last.From, last.To) };
        if (request.Comparison is { } groups) request = request with { Comparison = groups with { Of = groups.Of with { Range = request.Range } } };
        return null;
    }

    private static bool IsReleased(IndicatorRequest request, DayRange range) => (request with { Range = range }).LastReleased() is not null;

    private static bool IsOn(Survey survey, string grid) => survey.Grid != PeriodGrid.Wave && Length(survey.Grid) <= Length(grid);

    private static int Length(string grid) => grid switch { PeriodGrid.Month => 1, PeriodGrid.Quarter => 3, _ => 12 };
}
