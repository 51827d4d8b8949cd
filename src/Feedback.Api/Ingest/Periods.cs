namespace Feedback.Api.Ingest;

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
