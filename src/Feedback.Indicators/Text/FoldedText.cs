using System.Globalization;
using System.Text;

namespace Feedback.Indicators.Text;

/// <summary>A text as words are looked up in it: lower case, without accents, cut into words of letters and digits.</summary>
internal readonly struct FoldedText
{
    private readonly string _text;
    private readonly List<Range> _words;

    private FoldedText(string text, List<Range> words) => (_text, _words) = (text, words);

    public int Count => _words.Count;

    /// <summary>A word by its place.</summary>
    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_words[word]);

    /// <summary>The text in lower case and without accents.</summary>
    public string Text => _text;

    public static FoldedText Of(string text)
    {
        var folded = Fold(text);
        var words = new List<Range>();
        for (var at = 0; at < folded.Length; at++)
        {
            var start = at;
            while (at < folded.Length && char.IsLetterOrDigit(folded[at]))
                at++;
            if (at > start)
                words.Add(start..at);
        }
        return new(folded, words);
    }

    /// <summary>Lower case, no accents, ss for ß. Half a surrogate pair is left as it is.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (rune.Value is 'ß' or 'ẞ')
                folded.Append("ss");
            else
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
                {
                    if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                        folded.Append(Rune.ToLowerInvariant(part));
                }
        }
        return folded.ToString();
    }
}
