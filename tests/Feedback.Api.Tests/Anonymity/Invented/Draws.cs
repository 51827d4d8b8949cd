using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>Laws that the recipe of the invented organisation draws from, beside those that dice know.</summary>
internal static class Draws
{
    /// <summary>One of the names, each as likely as its share.</summary>
    public static string Named(this Dice dice, (string Name, double Share)[] names) => names[dice.PickWeighted(Dice.Cumulated(names.Select(n => n.Share)))].Name;

    public static int Between(this Dice dice, int low, int high) => low + dice.Below(high - low + 1);

    public static double LogNormal(this Dice dice, double mean, double deviation) => Math.Exp(mean + dice.Normal(deviation));

    /// <summary>Beta(a, b) from two gamma draws, a and b at least 1.</summary>
    public static double Beta(this Dice dice, double a, double b)
    {
        var (x, y) = (dice.Gamma(a), dice.Gamma(b));
        return x / (x + y);
    }

    /// <summary>Gamma with this shape, at least 1, and scale 1 (Marsaglia and Tsang 2000).</summary>
    private static double Gamma(this Dice dice, double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = dice.Normal(1);
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - dice.Unit()) < x * x / 2 + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
