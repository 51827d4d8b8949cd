using System.Globalization;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>Periods of the calendar as people write them: <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>.</summary>
public static class CalendarPeriods
{
    /// <summary>The first day and the first day after; null where the text is no period.</summary>
    public static (DateOnly From, DateOnly To)? Parse(string text)
    {
        if (text.Length == 7 && text[4..6] == "-Q" && text[6] is >= '1' and <= '4')
            return ResponseRules.Day(text[..4] + "-01-01") is { } first ? Months(first.AddMonths((text[6] - '1') * 3), 3) : null;
        if (ResponseRules.Day(text + "-01") is { } month) return Months(month, 1);
        return text.Length == 4 && ResponseRules.Day(text + "-01-01") is { } year ? Months(year, 12) : null;

        static (DateOnly, DateOnly) Months(DateOnly start, int months) => (start, start.AddMonths(months));
    }

    /// <summary>A period as the store has it: yyyymm, yyyyq or yyyy; null where the text is no period.</summary>
    public static int? Number(string text)
    {
        if (Parse(text) is not var (from, to)) return null;
        var grid = from.AddMonths(1) == to ? "month" : from.AddMonths(3) == to ? "quarter" : "year";
        return PeriodGrid.NumberOf(grid, Days.Number(from));
    }

    /// <summary>A period of the store as people write it.</summary>
    public static string Text(int number) => number switch
    {
        < 10_000 => number.ToString("D4", CultureInfo.InvariantCulture),
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{number / 10:D4}-Q{number % 10}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 100:D4}-{number % 100:D2}"),
    };

    /// <summary>The first day of a period of the store, and the first day after it.</summary>
    public static (DateOnly From, DateOnly To) Of(int number) => Parse(Text(number)) ?? throw new ArgumentOutOfRangeException(nameof(number));
}
