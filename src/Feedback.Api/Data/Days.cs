namespace Feedback.Api.Data;

/// <summary>Days as whole numbers yyyymmdd, as the store has them.</summary>
public static class Days
{
    public static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static DateOnly Date(int day) => new(day / 10_000, day / 100 % 100, day % 100);
}
