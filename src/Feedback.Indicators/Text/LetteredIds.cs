using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>Finds the numbers of people in registers that have letters in them, and whatever a word announces as one.</summary>
internal static partial class LetteredIds
{
    /// <summary>Characters of a number that has nothing but a word before it to tell what it is; those of digits alone are found elsewhere.</summary>
    private const int ShortestAnnounced = 6;

    private const int CueDistance = 64;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Before = @"(?<![\p{L}\p{N}_])";
    private const string Behind = @"(?![\p{L}\p{N}_])";
    private const string Blank = @"[ .-]?";

    private static readonly (Regex Pattern, Func<string, bool> IsValid)[] Kinds =
    [
        (NationalInsurancePattern(), _ => true), (GermanPattern(), LetterChecks.IsGermanInsurance), (SpanishPattern(), LetterChecks.IsSpanish),
        (ItalianPattern(), LetterChecks.IsItalian), (FinnishPattern(), LetterChecks.IsFinnish), (IrishPattern(), LetterChecks.IsIrish),
        (CorsicanPattern(), LetterChecks.IsCorsican), (ChileanPattern(), LetterChecks.IsChilean),
    ];

    public static void Mark(Canvas canvas)
    {
        var text = canvas.Text;
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return;
        foreach (var (pattern, isValid) in Kinds)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                if (!IdCues.NameThing(text.AsSpan(Math.Max(0, match.Index - CueDistance)..match.Index)) && isValid(LetterChecks.Bare(text.AsSpan(match.Index, match.Length))))
                    canvas.Mark(match.Index, match.Index + match.Length, "[id]");
            }
            text = canvas.Text;
        }
        foreach (Match match in AnnouncedPattern().Matches(text))
        {
            var number = match.Groups[1].Value;
            if (number.Length >= ShortestAnnounced && number.Any(char.IsAsciiLetter) && number.Count(char.IsAsciiDigit) >= 2)
                canvas.Mark(match.Groups[1].Index, match.Index + match.Length, "[id]");
        }
    }

    /// <summary>Two letters, six digits and A to D; no check digit, but few prefixes are given out (HMRC, NIM39110).</summary>
    [GeneratedRegex(
        Before + "(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]" + Blank + "[0-9]{2}" + Blank + "[0-9]{2}" + Blank + "[0-9]{2}" + Blank + "[A-D]" + Behind, Options)]
    private static partial Regex NationalInsurancePattern();

    /// <summary>Sozialversicherungsnummer: area, birthday, letter, serial with check digit.</summary>
    [GeneratedRegex(Before + "[0-9]{2}" + Blank + "[0-9]{6}" + Blank + "[A-Z]" + Blank + "[0-9]{3}" + Behind, Options)]
    private static partial Regex GermanPattern();

    /// <summary>DNI and NIE.</summary>
    [GeneratedRegex(Before + "(?:[0-9]{8}|[0-9]{2}[ .][0-9]{3}[ .][0-9]{3}|[XYZ]" + Blank + "[0-9]{7}|[XYZ]" + Blank + "[0-9][ .][0-9]{3}[ .][0-9]{3})" + Blank + "[A-Z]" + Behind, Options)]
    private static partial Regex SpanishPattern();

    /// <summary>Codice fiscale; where two people had the same, digits are letters (omocodia).</summary>
    [GeneratedRegex(
        Before + "[A-Z]{3}" + Blank + "[A-Z]{3}" + Blank + "[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}" + Blank + "[A-Z][0-9LMNP-V]{3}[A-Z]" + Behind, Options)]
    private static partial Regex ItalianPattern();

    [GeneratedRegex(Before + "[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]" + Behind, Options)]
    private static partial Regex FinnishPattern();

    /// <summary>PPS number.</summary>
    [GeneratedRegex(Before + "[0-9]{7}" + Blank + "[A-W][A-IW]?" + Behind, Options)]
    private static partial Regex IrishPattern();

    /// <summary>NIR of people born in Corsica.</summary>
    [GeneratedRegex(Before + "[1-478]" + Blank + "[0-9]{2}" + Blank + "[0-9]{2}" + Blank + "2[AB]" + Blank + "[0-9]{3}" + Blank + "[0-9]{3}" + Blank + "[0-9]{2}" + Behind, Options)]
    private static partial Regex CorsicanPattern();

    /// <summary>RUT.</summary>
    [GeneratedRegex(Before + @"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9K]" + Behind, Options)]
    private static partial Regex ChileanPattern();

    /// <summary>A word, and in the next twenty characters letters and digits that stand together.</summary>
    [GeneratedRegex(IdCues.Pattern + @"[^\p{N}\uffff]{0,24}?" + Before + @"((?=[A-Z]{0,10}[0-9])[A-Z0-9](?>(?:[-./]?[A-Z0-9])*))", Options)]
    private static partial Regex AnnouncedPattern();
}
