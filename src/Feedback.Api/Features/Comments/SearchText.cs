using System.Globalization;
using System.Text;
using Feedback.Api.Data;

namespace Feedback.Api.Features.Comments;

/// <summary>
/// What is searched for, as people write it: words, <c>"phrases"</c> and <c>prefix*</c>, all of which have to occur. Only letters and digits
/// are looked for; whatever else is written parts words and means nothing.
/// </summary>
internal static class SearchText
{
    public const int Longest = 200, MostTerms = 10;

    /// <summary>The terms; none where the text has no words.</summary>
    public static IReadOnlyList<SearchTerm> Read(string text)
    {
        var terms = new List<SearchTerm>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var isPhrase = text[at] == '"';
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < text.Length && (isPhrase ? text[end] != '"' : text[end] != '"' && !char.IsWhiteSpace(text[end]))) end++;
            var part = text.AsSpan(start, end - start);
            if (Words(part) is { Count: > 0 } words) terms.Add(new(words, !isPhrase && part[^1] == '*'));
            at = isPhrase ? end + 1 : end;
        }
        return terms;
    }

    /// <summary>Marks set on letters are passed over: letters count without them.</summary>
    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(rune);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) End();
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }
}
