using System.Collections.Frozen;

namespace Feedback.Indicators.Text.Valence;

/// <summary>
/// The words that the rules know: the rated ones of the lexicon by Hutto and Gilbert (2014), those of degree, those that
/// negate, and those that idioms are made of. Capitals do not matter; a typographic apostrophe is a plain one.
/// </summary>
internal static class Lexicon
{
    /// <summary>No word or emoticon of the lexicon is longer.</summary>
    private const int Longest = 32;

    private static readonly FrozenDictionary<string, Word> Known = Read();
    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is known of a word; of an unknown one, how it is written and whether it ends in n't.</summary>
    public static Word Find(scoped ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Longest];
        if (word.Length <= Longest && word.Contains('’'))
        {
            word.Replace(plain, '’', '\'');
            word = plain[..word.Length];
        }
        var isShouted = IsShouted(word);
        if (word.Length > Longest || !Lookup.TryGetValue(word, out var known))
            return new() { IsShouted = isShouted, Negates = Negates(word) };
        return !isShouted ? known : new()
        {
            Valence = known.Valence,
            Degree = known.Degree,
            IsRated = known.IsRated,
            Negates = known.Negates,
            Cue = known.Cue,
            IsShouted = true,
        };
    }

    /// <summary>It has capital letters and no small ones.</summary>
    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        var hasCapitals = false;
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
            hasCapitals |= char.IsUpper(letter);
        }
        return hasCapitals;
    }

    private static bool Negates(ReadOnlySpan<char> word) => word.Contains('\'') && word.Contains("n't", StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, Word> Read()
    {
        var ratings = RatedWords.Read();
        var words = ratings.Keys
            .Concat(RuleWords.Stronger).Concat(RuleWords.Weaker).Concat(RuleWords.Negations)
            .Concat(Enum.GetNames<Cue>().Skip(1))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return words.ToFrozenDictionary(word => word, word => Describe(word, ratings), StringComparer.OrdinalIgnoreCase);
    }

    private static Word Describe(string word, Dictionary<string, double> ratings) => new()
    {
        Valence = ratings.GetValueOrDefault(word),
        IsRated = ratings.ContainsKey(word),
        Degree = RuleWords.Stronger.Contains(word) ? RuleWords.Degree : RuleWords.Weaker.Contains(word) ? -RuleWords.Degree : 0,
        Negates = RuleWords.Negations.Contains(word) || Negates(word),
        Cue = char.IsAsciiLetter(word[0]) && Enum.TryParse<Cue>(word, ignoreCase: true, out var cue) ? cue : Cue.None,
    };
}
