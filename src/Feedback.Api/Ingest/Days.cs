namespace Feedback.Api.Ingest;

/// <summary>Days as whole numbers yyyymmdd, as the store has them.</summary>
public static class Days
{
    public static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static DateOnly Date(int day) => new(day / 10_000, day / 100 % 100, day % 100);
}

/// <summary>The periods of employee surveys as whole numbers.</summary>
public static class Periods
{
    /// <summary>yyyymm, yyyyq, yyyy; 1 for the first wave. Customers have none: 0.</summary>
    public static int NumberOf(string grid, int day) => grid switch
    {
        "month" => day / 100,
        "quarter" => day / 10_000 * 10 + (day / 100 % 100 + 2) / 3,
        "year" => day / 10_000,
        _ => 1,
    };
}
