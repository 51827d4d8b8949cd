using System.Globalization;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>When a row was answered, bound to its column. A time without an offset is one of the rule's time zone, else of the organisation's.</summary>
internal sealed class TimeCell(int column, TimeRule rule, OrganisationClock clock)
{
    private readonly DateTimeOffset? _always = rule.Day is { } day ? clock.NoonOf(ResponseRules.Day(day)!.Value) : null;
    private readonly DateOnly? _month = rule.Month is { } month ? ResponseRules.Day(month + "-01") : null;
    private readonly bool _hasTime = rule.Format?.AsSpan().IndexOfAny('H', 'h') >= 0, _hasOffset = rule.Format?.AsSpan().IndexOfAny('z', 'K') >= 0;
    private readonly TimeZoneInfo _zone = rule.Zone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : clock.Zone;

    public string Column => rule.Column ?? "";

    /// <summary>What is wrong with a cell that holds no instant.</summary>
    public string Reason(string?[] cells) => rule.Undated is { } undated && column >= 0 && cells[column] == undated
        ? "The product kept no day, because the survey is anonymised without a date stamp; a map can say one for all rows: {\"answeredAt\": {\"day\": \"2026-03-31\"}}." : Expectation;

    private string Expectation => _month is not null ? "It is not a day of the month."
        : rule.Format is { } format ? $"It is not a date written as {format}, between 2000-01-01 and 24 hours from now."
        : "It is neither a day such as 2026-11-21 nor an instant such as 2026-11-21T10:15:00Z, between 2000-01-01 and 24 hours from now.";

    /// <summary>The instant, or null when the cell does not hold one.</summary>
    public DateTimeOffset? Read(string?[] cells)
    {
        var cell = _always is null && column >= 0 ? cells[column] ?? "" : "";
        var instant = _always ?? (_month is { } month ? DayOf(month, cell) : rule.Format is { } format ? Formatted(cell, format) : Plain(cell));
        return instant is { } at && ResponseRules.IsPlausible(at, clock.Now) ? at : null;
    }

    private DateTimeOffset? DayOf(DateOnly month, string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month)
            ? clock.NoonOf(month.AddDays(day - 1)) : null;

    private DateTimeOffset? Plain(string cell) => ResponseRules.Day(cell) is { } day ? clock.NoonOf(day) : ResponseRules.Instant(cell);

    private DateTimeOffset? Formatted(string cell, string format)
    {
        if (_hasOffset) return DateTimeOffset.TryParseExact(cell, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
        if (!DateTime.TryParseExact(cell, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1900 or > 9990) return null;
        return _hasTime ? new DateTimeOffset(local, _zone.GetUtcOffset(local)) : clock.NoonOf(DateOnly.FromDateTime(local));
    }
}
