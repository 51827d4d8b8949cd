namespace Feedback.Indicators;

/// <summary>How numbers about employees are rounded when they are released. Rounding twice changes nothing.</summary>
internal static class Rounding
{
    /// <summary>Estimates, limits and components: to 0.1, half away from zero.</summary>
    public static double Tenth(double number) => To(1, number);

    /// <summary>p and correlations: to 0.001, half away from zero.</summary>
    public static double Thousandth(double number) => To(3, number);

    /// <summary>People and answers: to the nearest 5, but not below k.</summary>
    public static long People(long n, int k) => Math.Max(k, (n + 2) / 5 * 5);

    /// <summary>
    /// In decimals, first to nine places: what lies within 5e-10 of the middle is the middle, so that the last bits of a sum
    /// (12.35 kept as 12.349999999999998) do not decide. Numbers above 1e15 have no such places.
    /// </summary>
    private static double To(int places, double number) => !(Math.Abs(number) < 1e15) ? number
        : (double)decimal.Round(decimal.Round((decimal)number, 9, MidpointRounding.AwayFromZero), places, MidpointRounding.AwayFromZero) + 0.0;
}
