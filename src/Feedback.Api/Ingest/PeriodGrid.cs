using Feedback.Api.Catalogue;

namespace Feedback.Api.Ingest;

/// <summary>The periods of employee surveys as whole numbers: yyyymm, yyyyq, yyyy, or the number of a wave. Customers have none: 0.</summary>
public static class PeriodGrid
{
    public const string Month = "month", Quarter = "quarter", Year = "year", Wave = "wave";

    /// <summary>The period of a day (yyyymmdd); 1 for the first wave.</summary>
    public static int NumberOf(string grid, int day) => grid switch
    {
        Month => day / 100,
        Quarter => day / 10_000 * 10 + (day / 100 % 100 + 2) / 3,
        Year => day / 10_000,
        _ => 1,
    };

    /// <summary>The period after.</summary>
    public static int Next(string grid, int number) => grid switch
    {
        Month => number % 100 == 12 ? number + 89 : number + 1,
        Quarter => number % 10 == 4 ? number + 7 : number + 1,
        _ => number + 1,
    };

    /// <summary>The period that an answer of this day belongs to: its own while that is open, else the next open one.</summary>
    public static int OpenFor(Survey survey, int day)
    {
        var number = NumberOf(survey.Grid, day);
        while (survey.Periods.ContainsKey(number)) number = Next(survey.Grid, number);
        return number;
    }

    /// <summary>A period as people write it: <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>, or <c>SURVEY-wave-1</c>.</summary>
    public static string TextOf(Survey survey, int number) =>
        survey.Grid == Wave ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{survey.Key}-wave-{number}") : CalendarPeriods.Text(number);

    /// <summary>The grid of a period of the calendar.</summary>
    public static string GridOf(int number) => number < 10_000 ? Year : number < 100_000 ? Quarter : Month;

    /// <summary>The survey and the number of a wave as people write it; null where the text is none of a survey in waves.</summary>
    public static (Survey Survey, int Number)? Find(CatalogueSnapshot catalogue, string text)
    {
        const string mark = "-wave-";
        var at = text.LastIndexOf(mark, StringComparison.Ordinal);
        return at > 0 && int.TryParse(text[(at + mark.Length)..], System.Globalization.NumberStyles.None, null, out var number) && number is > 0 and < 1_000
            && catalogue.Survey(text[..at]) is { Grid: Wave, IsBuiltIn: false } survey ? (survey, number) : null;
    }

    /// <summary>
    /// The first day of a period and the first day after. Of the calendar; a wave begins when the one before was closed, or the
    /// survey was published, and ends on the day it is closed, every wave with a day of its own.
    /// </summary>
    /// <param name="survey">The survey.</param>
    /// <param name="number">The period.</param>
    /// <param name="published">The day of its first version, yyyymmdd.</param>
    /// <param name="today">The organisation's day.</param>
    public static (DateOnly From, DateOnly To) DaysOf(Survey survey, int number, DateOnly published, DateOnly today)
    {
        if (survey.Grid != Wave) return CalendarPeriods.Of(number);
        if (survey.Periods.TryGetValue(number, out var closed)) return (closed.From, closed.To);
        var from = survey.Periods.Count == 0 ? published : survey.Periods.Values.Max(p => p.To);
        return (from, today < from ? from.AddDays(1) : today.AddDays(1));
    }
}
