using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>The organisation's days: which day an instant falls on in its time zone.</summary>
public sealed class OrganisationClock(TimeProvider time, TimeZoneInfo zone)
{
    private readonly bool _isUtc = zone.HasSameRules(TimeZoneInfo.Utc) && zone.BaseUtcOffset == TimeSpan.Zero;

    public TimeZoneInfo Zone => zone;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The day as yyyymmdd.</summary>
    public int DayOf(DateTimeOffset instant)
    {
        var local = _isUtc ? instant.UtcDateTime : TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return local.Year * 10_000 + local.Month * 100 + local.Day;
    }

    /// <summary>The first instant of the instant's day, UTC: as much of a time as an employee's id may hold.</summary>
    public DateTimeOffset MidnightOf(DateTimeOffset instant) => new(Days.Date(DayOf(instant)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>Noon of a day in the organisation's time zone; noon exists on every day.</summary>
    public DateTimeOffset NoonOf(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, zone.GetUtcOffset(noon));
    }
}
