namespace Feedback.Indicators.Text.Valence;

/// <summary>
/// The valence of a word among its neighbours (Hutto and Gilbert 2014): capitals, words of degree and negation among the three
/// before it, idioms.
/// </summary>
internal static class Rules
{
    /// <summary>What is left of a valence that is negated.</summary>
    private const double Negated = -0.74;

    /// <summary>What capitals add in a text that is not all capitals.</summary>
    private const double Shouting = 0.733;

    /// <summary>"Never so good" praises.</summary>
    private const double NeverSo = 1.25;

    /// <summary>The valence of one word where it stands; 0 for words that only weigh others.</summary>
    public static double ValenceAt(ReadOnlySpan<Word> words, int at, bool isShoutingTold)
    {
        var word = words[at];
        if (!word.IsRated || word.Degree != 0 || (word.Cue == Cue.Kind && CueAt(words, at + 1) == Cue.Of))
            return 0;
        var valence = word.Cue == Cue.No && at + 1 < words.Length && words[at + 1].IsRated ? 0 : word.Valence;
        if (IsBehindNo(words, at))
            valence = word.Valence * Negated;
        if (isShoutingTold && word.IsShouted)
            valence += valence > 0 ? Shouting : -Shouting;
        for (var distance = 1; distance <= 3 && distance <= at; distance++)
        {
            var before = words[at - distance];
            if (before.IsRated) continue;
            valence += Degree(before, valence, isShoutingTold) * (distance switch { 1 => 1, 2 => 0.95, _ => 0.9 });
            valence *= Negation(words, at, distance);
            if (distance == 3)
                valence = Idioms.Apply(words, at, valence);
        }
        return valence * Least(words, at);
    }

    /// <summary>What a word before it adds to a valence, in the direction the valence has.</summary>
    private static double Degree(Word word, double valence, bool isShoutingTold)
    {
        if (word.Degree == 0) return 0;
        var degree = valence < 0 ? -word.Degree : word.Degree;
        return isShoutingTold && word.IsShouted ? degree + (valence > 0 ? Shouting : -Shouting) : degree;
    }

    private static bool IsBehindNo(ReadOnlySpan<Word> words, int at) =>
        CueAt(words, at - 1) == Cue.No
        || CueAt(words, at - 2) == Cue.No
        || (CueAt(words, at - 3) == Cue.No && CueAt(words, at - 1) is Cue.Or or Cue.Nor);

    /// <summary>What the word at a distance before it makes of a valence.</summary>
    private static double Negation(ReadOnlySpan<Word> words, int at, int distance)
    {
        var (word, next, last) = (words[at - distance], CueAt(words, at - distance + 1), CueAt(words, at - 1));
        // The authors' program, whose figures these rules reproduce, takes "so" and "this" for "never so" when three words stand before.
        if (distance == 2 && word.Cue == Cue.Never && next is Cue.So or Cue.This) return NeverSo;
        if (distance == 3 && ((word.Cue == Cue.Never && next is Cue.So or Cue.This) || last is Cue.So or Cue.This)) return NeverSo;
        if (distance > 1 && word.Cue == Cue.Without && (next == Cue.Doubt || last == Cue.Doubt)) return 1;
        return word.Negates ? Negated : 1;
    }

    /// <summary>"Least good" is not good, but "at least" and "very least" say nothing of it.</summary>
    private static double Least(ReadOnlySpan<Word> words, int at) =>
        at > 0 && words[at - 1] is { Cue: Cue.Least, IsRated: false } && CueAt(words, at - 2) is not (Cue.At or Cue.Very) ? Negated : 1;

    private static Cue CueAt(ReadOnlySpan<Word> words, int at) => (uint)at < (uint)words.Length ? words[at].Cue : Cue.None;
}
