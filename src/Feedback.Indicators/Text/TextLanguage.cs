using Feedback.Indicators.Text.Languages;

namespace Feedback.Indicators.Text;

/// <summary>
/// The language of a text: by trigrams of its letters where they are Latin (Cavnar and Trenkle 1994, with logarithms of shares in place of
/// ranks): cs, da, de, en, es, fi, fr, hu, it, nl, no, pl, pt, ro, sv, tr; by script: ru, uk, bg, el, he, ar, hi, th, zh, ja, ko; else
/// <c>und</c>. A language it does not know is <c>und</c> or taken for a relative: Slovak for Czech, Catalan for Spanish.
/// </summary>
public static class TextLanguage
{
    /// <summary>What a text gets that is too short, too unlike all samples, or as like to two of them.</summary>
    public const string Undetermined = "und";

    /// <summary>Fewer letters or words decide nothing; an ideograph or syllable weighs as much as three letters.</summary>
    private const int LeastLetters = 12, LeastWords = 3, LeastSyllables = 4;

    /// <summary>What lies behind is not looked at.</summary>
    private const int Longest = 1_000;

    /// <summary>The best language has to be this much more likely than the next, as a logarithm: twenty times.</summary>
    private const float Margin = 3;

    /// <summary>Of the trigrams of a text its language has to know this share.</summary>
    private const double Known = 0.35;

    /// <summary>The code by ISO 639-1, or <c>und</c>.</summary>
    public static string Of(string text) => Of(text.AsSpan());

    /// <summary>The code by ISO 639-1, or <c>und</c>.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        var letters = Letters.Of(text);
        var language = letters.Total < LeastSyllables ? Undetermined : letters.Language();
        return language switch
        {
            null => letters.Total < LeastLetters || letters.Words < LeastWords ? Undetermined : ByTrigrams(text),
            "zh" or "ja" or "ko" => language,
            _ => letters.Total < LeastLetters ? Undetermined : language,
        };
    }

    private static string ByTrigrams(ReadOnlySpan<char> text)
    {
        Span<float> scores = stackalloc float[Profiles.Width];
        scores.Clear();
        foreach (var trigram in new Trigrams(text)) Profiles.Add(trigram, scores);
        scores = scores[..Profiles.Languages.Length];
        var (best, next) = (0, float.NegativeInfinity);
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) (best, next) = (i, scores[best]);
            else next = Math.Max(next, scores[i]);
        }
        return scores[best] - next >= Margin && IsKnown(text, best) ? Profiles.Languages[best] : Undetermined;
    }

    private static bool IsKnown(ReadOnlySpan<char> text, int language)
    {
        var (known, all) = (0, 0);
        foreach (var trigram in new Trigrams(text))
        {
            all++;
            if (Profiles.Has(trigram, language)) known++;
        }
        return known >= Known * all;
    }
}
