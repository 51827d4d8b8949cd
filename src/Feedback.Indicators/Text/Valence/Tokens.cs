using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Feedback.Indicators.Text.Valence;

/// <summary>
/// Cuts a text into words at white space; punctuation around a word of three letters or more goes, so that emoticons stay. An emoji
/// becomes the words of its name, also where it touches a word.
/// </summary>
internal static class Tokens
{
    private static readonly SearchValues<char> Ascii = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code)]);
    private static readonly FrozenDictionary<int, Word[]> Emoji = RatedWords.Emoji()
        .ToFrozenDictionary(emoji => Rune.GetRuneAt(emoji.Emoji, 0).Value, emoji => Name(emoji.Name));

    /// <summary>Adds the words of a text to a list.</summary>
    public static void Add(ReadOnlySpan<char> text, ref WordList words)
    {
        var isAscii = !text.ContainsAnyExcept(Ascii);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (isAscii) AddWord(text[at..end], ref words);
            else AddMixed(text[at..end], ref words);
            at = end;
        }
    }

    /// <summary>What stands between two white spaces and may hold emoji.</summary>
    private static void AddMixed(ReadOnlySpan<char> run, ref WordList words)
    {
        var start = 0;
        for (var at = 0; at < run.Length;)
        {
            // A lone surrogate is read as U+FFFD, which is no emoji.
            Rune.DecodeFromUtf16(run[at..], out var rune, out var length);
            if (rune.Value >= 0xA9 && (IsJoiner(rune.Value) || Emoji.ContainsKey(rune.Value)))
            {
                AddWord(run[start..at], ref words);
                foreach (var word in Emoji.GetValueOrDefault(rune.Value) ?? []) words.Add(word);
                start = at + length;
            }
            at += length;
        }
        AddWord(run[start..], ref words);
    }

    /// <summary>The variation selector and the joiner that emoji are written with.</summary>
    private static bool IsJoiner(int code) => code is 0xFE0F or 0x200D;

    private static void AddWord(ReadOnlySpan<char> run, ref WordList words)
    {
        if (run.IsEmpty) return;
        var (start, end) = (0, run.Length);
        while (start < end && IsPunctuation(run[start])) start++;
        while (end > start && IsPunctuation(run[end - 1])) end--;
        words.Add(Lexicon.Find(end - start <= 2 ? run : run[start..end]));
    }

    private static bool IsPunctuation(char sign) => char.IsPunctuation(sign) || (char.IsAscii(sign) && char.IsSymbol(sign));

    private static Word[] Name(string name)
    {
        var words = new WordList(stackalloc Word[16]);
        foreach (var range in name.AsSpan().Split(' ')) AddWord(name.AsSpan(range), ref words);
        var known = words.Words.ToArray();
        words.Dispose();
        return known;
    }
}
