namespace Feedback.Indicators.Text.Valence;

/// <summary>What stands before "but" counts half, what stands behind it half as much again (Hutto and Gilbert 2014).</summary>
internal static class Contrast
{
    private const double Before = 0.5, Behind = 1.5;

    /// <summary>Weighs the valences of a text's words by the side of its first "but" that they are on.</summary>
    public static void Apply(ReadOnlySpan<Word> words, Span<double> valences)
    {
        var but = 0;
        while (but < words.Length && words[but].Cue != Cue.But) but++;
        if (but == words.Length) return;
        for (var at = 0; at < valences.Length; at++)
        {
            if (valences[at] == 0) continue;
            var place = Place(valences, at);
            if (place != but) valences[place] *= place < but ? Before : Behind;
        }
    }

    /// <summary>
    /// The word that is weighed in a word's turn. The authors' program, whose figures these rules reproduce, takes the first that has the
    /// same valence by then, if one before happens to have it. The search ends where it would cost more than time in proportion to the length.
    /// </summary>
    private static int Place(ReadOnlySpan<double> valences, int at) => at < Sentiment.Room ? valences[..(at + 1)].IndexOf(valences[at]) : at;
}
