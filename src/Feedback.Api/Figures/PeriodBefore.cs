using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The period before the one that is asked for.</summary>
internal static class PeriodBefore
{
    /// <summary>
    /// Customers: as many whole months before where the range is whole months, else as many days. Employees: the release before where
    /// one is asked for, else as many months. Null where the range is open or, of employees, nothing was released before.
    /// </summary>
    public static DayRange? Of(IndicatorRequest request)
    {
        if (request.Range is not { From: { } from, To: { } to }) return null;
        if (request.Audience == Audience.Customer) return new DayRange(Shifted(from, to), from);
        var released = request.Surveys.SelectMany(s => s.Released).ToList();
        if (released.Exists(p => p.From == from && p.To == to))
            return released.Where(p => p.To <= from).MaxBy(p => p.PastDay) is { } last ? new DayRange(last.From, last.To) : null;
        return new DayRange(Shifted(from, to), from);
    }

    private static DateOnly Shifted(DateOnly from, DateOnly to) => from.Day == 1 && to.Day == 1
        ? from.AddMonths(-((to.Year - from.Year) * 12 + to.Month - from.Month))
        : from.AddDays(from.DayNumber - to.DayNumber);
}
