using Feedback.Indicators.Text;

namespace Feedback.Indicators;

/// <summary>A word that people use more often than in the period before.</summary>
/// <param name="Word">In lower case.</param>
/// <param name="People">Who use it.</param>
/// <param name="PeopleBefore">Who used it in the period before.</param>
/// <param name="Keyness">Evidence and effect.</param>
/// <param name="PAdjusted">Its p among all words of k people or more in either period (Benjamini and Hochberg 1995).</param>
public sealed record EmergingWord(string Word, long People, long PeopleBefore, Keyness Keyness, double PAdjusted)
{
    private const double Flag = .05;

    private static readonly double LeastRatio = Math.Log2(1.5);

    /// <summary>
    /// The words that k people or more use, half as often again as before at the least, and not by chance (adjusted p at .05); the
    /// surest first. Rare words are not compared: there are thousands of them, and none could be shown.
    /// </summary>
    /// <param name="now">What people write in the period.</param>
    /// <param name="before">What they wrote in the one before.</param>
    /// <param name="minimumGroup">k.</param>
    public static IReadOnlyList<EmergingWord> Of(WordCounts now, WordCounts before, int minimumGroup)
    {
        var compared = now.Words.Keys.Union(before.Words.Keys)
            .Select(word => (Word: word, Now: now.Words.GetValueOrDefault(word), Before: before.Words.GetValueOrDefault(word)))
            .Where(w => Math.Max(w.Now, w.Before) >= minimumGroup)
            .Select(w => (w.Word, w.Now, w.Before, Keyness: Indicators.Keyness.Of(w.Now, w.Before, now.People, before.People)))
            .Where(w => w.Keyness is not null).ToArray();
        var adjusted = FalseDiscovery.Adjust([.. compared.Select(w => w.Keyness!.Value.P)]);
        return [.. compared.Zip(adjusted, (w, p) => new EmergingWord(w.Word, w.Now, w.Before, w.Keyness!.Value, p))
            .Where(w => w.People >= minimumGroup && w.PAdjusted <= Flag && w.Keyness.LogRatio >= LeastRatio)
            .OrderByDescending(w => w.Keyness.G2).ThenBy(w => w.Word, StringComparer.Ordinal)];
    }
}
