using System.Globalization;

namespace Feedback.Benchmarks;

/// <summary>What was measured, as a table for the README. Machines are noisy: read the ratios, which come from one run.</summary>
public sealed class Report
{
    private readonly List<(string What, string Figure, string Ratio)> _rows = [];

    public void Add(string what, string figure, string ratio = "")
    {
        _rows.Add((what, figure, ratio));
        Console.Error.WriteLine($"{what}: {figure} {ratio}");
    }

    public void AddRate(string what, double perSecond, string ratio = "") => Add(what, perSecond.ToString("N0", CultureInfo.InvariantCulture) + "/s", ratio);

    public void AddTime(string what, double milliseconds, string ratio = "") =>
        Add(what, milliseconds.ToString(milliseconds < 100 ? "0.00" : "N0", CultureInfo.InvariantCulture) + " ms", ratio);

    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public void Print(TextWriter output)
    {
        output.WriteLine("| what | figure | ratio |");
        output.WriteLine("|---|---|---|");
        foreach (var (what, figure, ratio) in _rows) output.WriteLine($"| {what} | {figure} | {ratio} |");
    }

    /// <summary>The smallest value that so large a share of them does not exceed.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
