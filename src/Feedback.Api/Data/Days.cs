namespace Feedback.Api.Data;

/// <summary>Days as whole numbers yyyymmdd, as the store has them.</summary>
public static class Days
{
    public static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    /// <summary>The Monday of the day's week.</summary>
    public static int Monday(int day) => Date(day) is var date ? Number(date.AddDays(-(((int)date.DayOfWeek + 6) % 7))) : 0;

    /// <summary>How many weeks lie between two Mondays.</summary>
    public static int Weeks(int first, int last) => (Date(last).DayNumber - Date(first).DayNumber) / 7;

    public static DateOnly Date(int day) => new(day / 10_000, day / 100 % 100, day % 100);
}
