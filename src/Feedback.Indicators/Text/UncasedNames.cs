using System.Globalization;
using System.Text;

namespace Feedback.Indicators.Text;

/// <summary>
/// Names in scripts without capitals. They are looked for as a piece, with blanks and middle dots passed over; where the script has
/// blanks between words, short ones only as a word, which may have one letter before it (Arabic and Hebrew write "and" and "to" so).
/// </summary>
internal sealed class UncasedNames
{
    private const int LongestShort = 3, Longest = 63;

    private readonly HashSet<string> _names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>How long the names are that begin with two characters, as bits.</summary>
    private readonly Dictionary<int, ulong> _lengths = [];

    public UncasedNames(IEnumerable<string> names)
    {
        _names = names.Where(name => name.Length <= Longest).ToHashSet(StringComparer.Ordinal);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in _names)
            _lengths[Head(name, 0)] = _lengths.GetValueOrDefault(Head(name, 0)) | 1UL << name.Length;
    }

    /// <summary>The letters of a name without what stands between.</summary>
    public static string Letters(string name) => string.Concat(name.Where(IsUncased));

    public void Mark(Canvas canvas)
    {
        if (_names.Count == 0)
            return;
        var text = canvas.Text;
        var (letters, places) = (new StringBuilder(), new List<int>());
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsUncased(text[at]) && IsPassedOver(text[at]))
                continue;
            letters.Append(IsUncased(text[at]) ? text[at] : Canvas.Barrier);
            places.Add(at);
        }
        var stream = letters.ToString();
        for (var at = 0; at + 1 < stream.Length;)
        {
            var length = LengthAt(text, stream, places, at);
            if (length > 0)
                canvas.Mark(places[at], places[at + length - 1] + 1, "[name]");
            at += Math.Max(1, length);
        }
    }

    private int LengthAt(string text, string stream, List<int> places, int at)
    {
        if (!_lengths.TryGetValue(Head(stream, at), out var lengths))
            return 0;
        for (var length = Math.Min(Longest, stream.Length - at); length >= 2; length--)
        {
            if ((lengths >> length & 1) == 1 && _lookup.Contains(stream.AsSpan(at, length)) && (length > LongestShort || HasNoBlanks(stream[at]) || IsWord(text, places, at, length)))
                return length;
        }
        return 0;
    }

    private static bool IsWord(string text, List<int> places, int at, int length)
    {
        var (start, end) = (places[at], places[at + length - 1] + 1);
        var isBegun = start == 0 || !IsUncased(text[start - 1]) || start == 1 || !IsUncased(text[start - 2]);
        return isBegun && (end == text.Length || !IsUncased(text[end]));
    }

    private static int Head(string letters, int at) => letters[at] << 16 | letters[at + 1];

    private static bool IsPassedOver(char character) => character is ' ' or '·' or '・' or '‧' or '.' or '\t';

    private static bool IsUncased(char character) => character >= 0x0590 && char.GetUnicodeCategory(character)
        is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;

    /// <summary>Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean (where endings follow).</summary>
    private static bool HasNoBlanks(char character) => character is (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u11ff') or (>= '\u1780' and <= '\u17ff') or >= '\u2e80';
}
