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
}
