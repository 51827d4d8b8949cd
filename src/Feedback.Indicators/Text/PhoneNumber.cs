namespace Feedback.Indicators.Text;

/// <summary>Whether groups of digits are a number to call.</summary>
internal static class PhoneNumber
{
    /// <summary>Fewer digits are never taken for a number to call.</summary>
    public const int Shortest = 6;

    /// <summary>Digits of a number with its country at most (ITU-T E.164).</summary>
    private const int Longest = 15;

    private const int ShortestWithPrefix = 7, ShortestInOnePiece = 10;

    /// <summary>
    /// A number with + or a leading zero; ten to fifteen digits in one piece; three, three and four as in North America; any
    /// number behind a word like telephone. Amounts, years, times, dates and versions are none.
    /// </summary>
    /// <param name="run">The groups.</param>
    /// <param name="first">The first that belongs to it.</param>
    /// <param name="end">The first that does not.</param>
    /// <param name="text">As written, from + or the first bracket on.</param>
    /// <param name="isAnnounced">Whether a word before it says what it is.</param>
    /// <param name="isThing">Whether a word right before it says that it is the number of a thing, such as an order.</param>
    public static bool Is(NumberRun run, int first, int end, string text, bool isAnnounced, bool isThing)
    {
        var count = run.Count(first, end);
        if (count is < Shortest or > Longest)
            return false;
        DigitGroup[] groups = [.. run.Groups.Skip(first).Take(end - first)];
        return isAnnounced
            || count >= ShortestWithPrefix && (HasCountryPrefix(text, groups) || HasTrunkPrefix(text, groups))
            || groups.Length == 1 && count >= ShortestInOnePiece && !isThing
            || IsNorthAmerican(groups) && !isThing
            || IsSpanish(groups);
    }

    /// <summary>Groups that are too many for one number, cut where a leading zero or a sign between blanks says that another one begins.</summary>
    public static IEnumerable<(int First, int End)> Parts(NumberRun run, int first, int end)
    {
        var isLong = run.Count(first, end) > Longest;
        var count = 0;
        for (var i = first; i < end; count += run.Groups[i++].Length)
        {
            if (!isLong || count < ShortestWithPrefix || run.Groups[i] is not { Length: >= 2, Digits: [0, ..] } && !IsApart(run.Before(i)))
                continue;
            yield return (first, i);
            (first, count) = (i, 0);
        }
        if (first < end)
            yield return (first, end);
    }

    /// <summary>A hyphen or a slash between blanks parts what it stands between.</summary>
    private static bool IsApart(string sign) => sign.Length >= 3 && sign[^1] == ' ' && sign[^2] is ('-' or '/' or '–');

    /// <summary>A plus; one that stands apart may add up, unless a country's code follows.</summary>
    private static bool HasCountryPrefix(string text, DigitGroup[] groups)
    {
        var plus = text.IndexOf('+');
        return plus >= 0 && (!NumberRun.IsBlank(text[plus + 1]) || groups[0].Length <= 3);
    }

    /// <summary>A leading zero, and neither a number below one nor hours and minutes one after the other.</summary>
    private static bool HasTrunkPrefix(string text, DigitGroup[] groups) =>
        groups[0].Digits[0] == 0 && !text.StartsWith("0.", StringComparison.Ordinal) && (groups.Length >= 5 || groups.Any(g => g.Length >= 3));

    /// <summary>3 2 2 2, and the first digit one that numbers in Spain begin with.</summary>
    private static bool IsSpanish(DigitGroup[] groups) =>
        groups is [{ Length: 3, Digits: [>= 6, ..] }, { Length: 2 }, { Length: 2 }, { Length: 2 }];

    /// <summary>[1] 3 3 4 (North American Numbering Plan).</summary>
    private static bool IsNorthAmerican(DigitGroup[] groups)
    {
        var local = groups is [{ Length: 1, Value: 1 }, ..] ? groups[1..] : groups;
        return local is [{ Length: 3, Digits: [>= 2, ..] }, { Length: 3 }, { Length: 4 }];
    }
}
