using System.Buffers;

namespace Feedback.Api.Http.Lists;

/// <summary>
/// Texts that a spreadsheet would run as a formula (OWASP, CSV injection). They get an apostrophe in front, which a spreadsheet shows as text; so do texts that begin
/// with apostrophes and would be one without them, so that taking one apostrophe off gives back what was stored.
/// </summary>
public static class SpreadsheetText
{
    /// <summary>Also as full-width and small forms, which some input methods write and some spreadsheets run.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫");

    /// <summary>Whether the text would be run: its first character is a tab or the end of a line, or is a sign, behind white space too.</summary>
    public static bool IsFormula(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('\'');
        if (text.IsEmpty) return false;
        // Most texts begin with a letter.
        if (char.IsAsciiLetterOrDigit(text[0])) return false;
        if (text[0] is '\t' or '\r' or '\n') return true;
        while (!text.IsEmpty && (char.IsWhiteSpace(text[0]) || char.GetUnicodeCategory(text[0]) == System.Globalization.UnicodeCategory.Format)) text = text[1..];
        return !text.IsEmpty && Signs.Contains(text[0]);
    }
}
