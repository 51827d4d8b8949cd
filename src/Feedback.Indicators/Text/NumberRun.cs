namespace Feedback.Indicators.Text;

/// <summary>Digits without anything between them, and where they start.</summary>
internal readonly record struct DigitGroup(int Start, int[] Digits)
{
    public int Length => Digits.Length;

    public int End => Start + Digits.Length;

    /// <summary>As a number; of long groups the last nine digits.</summary>
    public int Value => Digits.TakeLast(9).Aggregate(0, (sum, digit) => sum * 10 + digit);
}

/// <summary>Groups of digits that stand together, with what stands between them.</summary>
internal sealed class NumberRun(string text)
{
    /// <summary>Digits of a card (ISO/IEC 7812-1; those in use have 13 at least).</summary>
    public const int ShortestCard = 13, LongestCard = 19;

    public string Text => text;

    public IReadOnlyList<DigitGroup> Groups { get; } = [.. GroupsOf(text)];

    /// <summary>A blank within a line.</summary>
    public static bool IsBlank(char character) => character is ' ' or '\t';

    /// <summary>How many digits the groups from one to another hold.</summary>
    public int Count(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
            count += Groups[i].Length;
        return count;
    }

    /// <summary>What stands between a group and the one before; a blank is a blank and a hyphen a hyphen, however they are written.</summary>
    public string Before(int group)
    {
        var between = text[Groups[group - 1].End..Groups[group].Start];
        return between.Length == 1 && IsBlank(between[0]) ? " " : between is "–" ? "-" : between;
    }

    /// <summary>How many groups from here make up a card: all but the last of four digits or more, blanks, hyphens, dots or strokes between, the check digit right; 0 if none do.</summary>
    public int CardAt(int first)
    {
        if (Groups[first].Digits[0] is < 2 or > 6 || first > 0 && Before(first) is ("-" or "." or "/"))
            return 0;
        var (digits, found) = (new List<int>(LongestCard), 0);
        for (var i = first; i < Groups.Count; i++)
        {
            if (i > first && (Groups[i - 1].Length < 4 || Before(i) is not (" " or "-" or "." or "/")))
                break;
            digits.AddRange(Groups[i].Digits);
            if (digits.Count > LongestCard)
                break;
            if (digits.Count >= ShortestCard && AccountNumbers.PassesLuhn([.. digits]))
                found = i - first + 1;
        }
        return found;
    }

    /// <summary>3 where a day, a month and a year begin here in one of their orders, with the same sign between them and another one around; else 0.</summary>
    public int DateAt(int first)
    {
        if (first + 2 >= Groups.Count)
            return 0;
        var sign = Before(first + 1);
        if (sign is not ("." or "-" or "/") || Before(first + 2) != sign)
            return 0;
        if (first > 0 && Before(first) == sign || first + 3 < Groups.Count && Before(first + 3) == sign)
            return 0;
        var (a, b, c) = (Groups[first], Groups[first + 1], Groups[first + 2]);
        return IsYear(a) && IsDayAndMonth(b, c) || (IsYear(c) || c.Length == 2) && IsDayAndMonth(a, b) ? 3 : 0;
    }

    public static bool IsYear(DigitGroup group) => group.Length == 4 && group.Value is >= 1900 and < 2100;

    private static bool IsDayAndMonth(DigitGroup a, DigitGroup b) =>
        a.Length <= 2 && b.Length <= 2 && Math.Min(a.Value, b.Value) is >= 1 and <= 12 && Math.Max(a.Value, b.Value) <= 31;

    private static IEnumerable<DigitGroup> GroupsOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (at > start)
                yield return new DigitGroup(start, [.. text[start..at].Select(digit => digit - '0')]);
        }
    }
}
