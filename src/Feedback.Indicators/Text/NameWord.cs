namespace Feedback.Indicators.Text;

/// <summary>A word of a text as names are compared: from the first letter to behind the last, without hyphens and apostrophes.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Key">Of its letters in small ones.</param>
/// <param name="Stem">Of the same without an s at the end, which makes the genitive; 0 where there is none.</param>
internal readonly record struct NameWord(int Start, int End, ulong Key, ulong Stem)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public int Length => End - Start;

    public bool StartsWithCapital(string text) => char.IsUpper(text[Start]);

    public bool IsInCapitals(string text)
    {
        for (var i = Start; i < End; i++)
        {
            if (char.IsLower(text[i]))
                return false;
        }
        return char.IsUpper(text[Start]);
    }

    /// <summary>Whether a character belongs to words.</summary>
    public static bool IsLetter(char character) => char.IsAsciiLetter(character) || character >= 0x80 && (char.IsLetter(character) || IsVowelSign(character));

    /// <summary>The words of a text, from left to right.</summary>
    public static List<NameWord> In(string text)
    {
        var words = new List<NameWord>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && IsLetter(text[at]))
                at++;
            words.Add(Of(text, start, at));
        }
        return words;
    }

    /// <summary>The key of one word, or of letters that were joined.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> letters)
    {
        var key = Basis;
        foreach (var letter in letters)
            key = Add(key, letter);
        return key;
    }

    /// <summary>The key of two words whatever their order.</summary>
    public static ulong Pair(ulong a, ulong b) => Scatter(a) + Scatter(b);

    /// <summary>The key of words in this order.</summary>
    public static ulong Then(ulong before, ulong word) => Scatter(Scatter(before) * 3 + word);

    private static NameWord Of(string text, int start, int end)
    {
        ulong key = Basis, before = 0;
        for (var i = start; i < end; i++)
            (before, key) = (key, Add(key, text[i]));
        return new NameWord(start, end, key, end - start > 2 && text[end - 1] is 's' or 'S' ? before : 0);
    }

    /// <summary>FNV-1a over the letters as they are written without their own signs: ß as ss, ø as o.</summary>
    private static ulong Add(ulong key, char letter) => char.ToLowerInvariant(letter) switch
    {
        'ß' => Step(Step(key, 's'), 's'),
        'æ' => Step(Step(key, 'a'), 'e'),
        'œ' => Step(Step(key, 'o'), 'e'),
        'þ' => Step(Step(key, 't'), 'h'),
        'ø' => Step(key, 'o'),
        'ł' => Step(key, 'l'),
        'đ' or 'ð' => Step(key, 'd'),
        'ħ' => Step(key, 'h'),
        'ı' => Step(key, 'i'),
        'ς' => Step(key, 'σ'),
        var small => Step(key, small),
    };

    private static ulong Step(ulong key, char letter) => (key ^ letter) * Prime;

    private static ulong Scatter(ulong key)
    {
        key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9;
        key = (key ^ (key >> 27)) * 0x94d049bb133111eb;
        return key ^ (key >> 31);
    }

    private static bool IsVowelSign(char character) =>
        char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
