using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Feedback.Indicators.Text;

/// <summary>
/// How single characters are read: full-width, circled and mathematical letters and digits as plain ones, letters without their
/// accents, the digits of every script as 0 to 9. From a table of its own, so that it is the same where the system has no ICU.
/// </summary>
internal static class CharacterFolding
{
    private const int HangulFirst = 0xac00, HangulLast = 0xd7a3, Vowels = 21, Finals = 28;

    private static readonly FrozenDictionary<int, string> Foldings = Read();

    /// <summary>What stands for a character; null where it stands for itself.</summary>
    public static string? Of(Rune rune) => rune.Value switch
    {
        '\u2018' or '\u2019' or '\u02bc' or '\u00b4' or '`' or '\u2032' or '\uff07' => "'",
        '\u2010' or '\u2011' or '\u2212' => "-",
        '\u2800' or '\u180e' => " ",
        Canvas.Barrier => "\ufffe",
        >= HangulFirst and <= HangulLast => Jamo(rune.Value - HangulFirst),
        _ => Foldings.TryGetValue(rune.Value, out var folded) ? folded : Digit(rune),
    };

    /// <summary>Whether it is there and not seen, and may stand within a word without changing it.</summary>
    public static bool IsUnseen(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or (>= 0x7f and < 0xa0) => true,
        0x115f or 0x1160 or 0x3164 or 0xffa0 => true,
        _ => rune.Value > 0x7f && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };

    /// <summary>Whether it belongs to the character before and only adorns it: accents and points, not the vowels of Indian scripts.</summary>
    public static bool IsAccent(Rune rune) => rune.Value is (>= 0x300 and <= 0x36f) or (>= 0x483 and <= 0x489) or (>= 0x591 and <= 0x5bd)
        or 0x5bf or 0x5c1 or 0x5c2 or 0x5c4 or 0x5c5 or 0x5c7 or (>= 0x610 and <= 0x61a) or (>= 0x64b and <= 0x65f) or 0x670
        or (>= 0x6d6 and <= 0x6dc) or (>= 0x6df and <= 0x6e4) or 0x6e7 or 0x6e8 or (>= 0x6ea and <= 0x6ed) or (>= 0x1ab0 and <= 0x1aff)
        or (>= 0x1dc0 and <= 0x1dff) or (>= 0x20d0 and <= 0x20ff) or (>= 0xfe00 and <= 0xfe0f) or (>= 0xfe20 and <= 0xfe2f) or (>= 0xe0100 and <= 0xe01ef);

    private static string? Digit(Rune rune) => Rune.IsDigit(rune) && !rune.IsAscii ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The letters of a Korean syllable (Unicode, 3.12), as it is written where they are stored one by one.</summary>
    private static string Jamo(int syllable)
    {
        var final = syllable % Finals;
        var letters = $"{(char)(0x1100 + syllable / (Vowels * Finals))}{(char)(0x1161 + syllable / Finals % Vowels)}";
        return final == 0 ? letters : letters + (char)(0x11a7 + final);
    }

    private static FrozenDictionary<int, string> Read() => TextResource.Lines("folding.txt")
        .Select(line => line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray())
        .ToFrozenDictionary(codes => codes[0], codes => string.Concat(codes.Skip(1).Select(code => new Rune(code).ToString())));
}
