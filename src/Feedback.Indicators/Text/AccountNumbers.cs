using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>The check digits of bank accounts and payment cards.</summary>
internal static partial class AccountNumbers
{
    private const int ShortestIban = 15, LongestIban = 34;

    /// <summary>Whether digits end on the check digit of payment cards (ISO/IEC 7812-1, after Luhn).</summary>
    public static bool PassesLuhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            var doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? digit : doubled;
        }
        return digits.Length > 0 && sum % 10 == 0;
    }

    /// <summary>Marks every international account number (ISO 13616) whose remainder is right, in one piece or in groups.</summary>
    public static void MarkIbans(Canvas canvas)
    {
        var text = canvas.Text;
        var marked = 0;
        foreach (var head in HeadPattern().EnumerateMatches(text))
        {
            if (head.Index < marked || EndOfIban(text, head.Index) is not { } end)
                continue;
            canvas.Mark(head.Index, end, "[iban]");
            marked = end;
        }
    }

    /// <summary>Where the longest account number that starts here ends; a group is never cut in two.</summary>
    private static int? EndOfIban(string text, int start)
    {
        Span<char> characters = stackalloc char[LongestIban];
        int count = 0, at = start;
        int? end = null;
        while (at < text.Length && count < LongestIban && char.IsAsciiLetterOrDigit(text[at]))
        {
            characters[count++] = text[at++];
            var endsGroup = at == text.Length || !char.IsLetterOrDigit(text[at]);
            if (endsGroup && count >= ShortestIban && RemainderIsOne(characters[..count]))
                end = at;
            if (endsGroup && at < text.Length && NumberRun.IsBlank(text[at]) | text[at] is '-' or '.')
                at++;
        }
        return end;
    }

    /// <summary>ISO/IEC 7064, mod 97-10: country and check digits moved behind the account, letters as 10 to 35.</summary>
    private static bool RemainderIsOne(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var character = char.ToUpperInvariant(iban[(i + 4) % iban.Length]);
            remainder = (char.IsAsciiDigit(character) ? remainder * 10 + character - '0' : remainder * 100 + character - 'A' + 10) % 97;
        }
        return remainder == 1;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])[a-z]{2}[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadPattern();
}
