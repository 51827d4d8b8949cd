using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>The check digits of bank accounts and payment cards.</summary>
internal static partial class AccountNumbers
{
    private const int LongestIban = 34;

    /// <summary>How long account numbers are (registry of ISO 13616), by country.</summary>
    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 " +
        "JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
        .Split(' ').ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry.AsSpan(2), CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

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
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        var marked = 0;
        foreach (var head in HeadPattern().EnumerateMatches(text))
        {
            if (head.Index < marked || EndOfIban(text, head.Index) is not { } end)
                continue;
            canvas.Mark(head.Index, end, "[iban]");
            marked = end;
        }
    }

    /// <summary>Where the account number that starts here ends, which has the length of its country; a group is never cut in two.</summary>
    private static int? EndOfIban(string text, int start)
    {
        if (!Lengths.TryGetValue(text.Substring(start, 2), out var length))
            return null;
        Span<char> characters = stackalloc char[LongestIban];
        var (count, at) = (0, start);
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            characters[count++] = text[at++];
            var endsGroup = at == text.Length || !char.IsLetterOrDigit(text[at]);
            if (count == length)
                return endsGroup && RemainderIsOne(characters[..count]) ? at : null;
            if (endsGroup && at < text.Length && NumberRun.IsBlank(text[at]) | text[at] is '-' or '.')
                at++;
        }
        return null;
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
