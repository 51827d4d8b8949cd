namespace Feedback.Indicators;

/// <summary>The middle of a list of numbers.</summary>
public static class Median
{
    /// <summary>The middle value, or the mean of the two middle ones; null of nothing.</summary>
    public static double? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
