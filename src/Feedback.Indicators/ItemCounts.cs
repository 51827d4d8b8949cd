namespace Feedback.Indicators;

/// <summary>How many people gave one raw answer.</summary>
/// <param name="Value">The raw answer, before reverse-keying.</param>
/// <param name="Complete">Whether these people answered every item of the scale the item belongs to.</param>
/// <param name="N">People.</param>
/// <param name="Weight">Sum of their weights in whole 1e-4; 10 000 N without weights.</param>
/// <param name="SquaredWeight">Sum of their squared weights in whole 1e-8; 100 000 000 N without weights.</param>
public readonly record struct ValueCount(int Value, bool Complete, long N, long Weight, long SquaredWeight)
{
    /// <summary>The same without weights: everybody counts 1.</summary>
    public static ValueCount Unweighted(int value, bool complete, long n) => new(value, complete, n, n * 10_000, n * 100_000_000);
}

/// <summary>The counted answers to one rating item on low..high. Two items with one measure pool on POMP.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Measure">What it measures, such as <c>trust.capability</c>; null if nothing registered.</param>
/// <param name="Touchpoint">The touchpoint of an <c>experience</c> item, else null.</param>
/// <param name="Low">Lowest answer offered.</param>
/// <param name="High">Highest answer offered, above <paramref name="Low"/>.</param>
/// <param name="Reversed">A raw answer v is read as low + high - v.</param>
/// <param name="Values">One count per raw answer; equal answers add.</param>
public sealed record ItemCounts(
    string Item, string? Measure, string? Touchpoint, int Low, int High, bool Reversed, IReadOnlyList<ValueCount> Values);
