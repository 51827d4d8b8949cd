namespace Feedback.Indicators.Text.Valence;

/// <summary>Turns of speech that mean something else than their words, and words of degree that are two.</summary>
internal static class Idioms
{
    /// <summary>The valence of the word at a place where an idiom holds it or ends just before it, else the valence it had.</summary>
    public static double Apply(ReadOnlySpan<Word> words, int at, double valence)
    {
        var (three, two, one, here) = (words[at - 3].Cue, words[at - 2].Cue, words[at - 1].Cue, words[at].Cue);
        valence = Pair(one, here) ?? Triple(two, one, here) ?? Pair(two, one) ?? Triple(three, two, one) ?? Pair(three, two) ?? valence;
        if (at + 1 < words.Length)
            valence = Pair(here, words[at + 1].Cue) ?? valence;
        if (at + 2 < words.Length)
            valence = Triple(here, words[at + 1].Cue, words[at + 2].Cue) ?? valence;
        return valence - Degree(three, two) - Degree(two, one);
    }

    /// <summary>All of them make it less.</summary>
    private static double Degree(Cue first, Cue second) => (first, second) switch
    {
        (Cue.Kind, Cue.Of) or (Cue.Sort, Cue.Of) or (Cue.Just, Cue.Enough) => RuleWords.Degree,
        _ => 0,
    };

    private static double? Pair(Cue first, Cue second) => (first, second) switch
    {
        (Cue.The, Cue.Shit) or (Cue.The, Cue.Bomb) => 3,
        (Cue.Bad, Cue.Ass) => 1.5,
        (Cue.Bus, Cue.Stop) => 0,
        (Cue.Yeah, Cue.Right) => -2,
        (Cue.Beating, Cue.Heart) => 3.1,
        (Cue.Broken, Cue.Heart) => -2.9,
        _ => null,
    };

    private static double? Triple(Cue first, Cue second, Cue third) => (first, second, third) switch
    {
        (Cue.Kiss, Cue.Of, Cue.Death) => -1.5,
        (Cue.To, Cue.Die, Cue.For) => 3,
        _ => null,
    };
}
