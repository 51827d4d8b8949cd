namespace Feedback.Indicators;

/// <summary>How many people chose one option; weights in whole 1e-4, squared weights in whole 1e-8.</summary>
public readonly record struct OptionCount(string Option, long N, long Weight, long SquaredWeight)
{
    /// <summary>The same without weights: everybody counts 1.</summary>
    public static OptionCount Unweighted(string option, long n) => new(option, n, n * 10_000, n * 100_000_000);
}

/// <summary>The counted answers to one choice question.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Multiple">Whether one person may choose several options.</param>
/// <param name="Answered">People who answered the question: the base of every share.</param>
/// <param name="Weight">Sum of their weights in whole 1e-4.</param>
/// <param name="SquaredWeight">Sum of their squared weights in whole 1e-8.</param>
/// <param name="Options">Every option the survey offers, those nobody chose with 0, so that the list of rows tells nothing.</param>
public sealed record ChoiceCounts(
    string Item, bool Multiple, long Answered, long Weight, long SquaredWeight, IReadOnlyList<OptionCount> Options);
