namespace Feedback.Indicators.Text.Languages;

/// <summary>The marks that redaction leaves in a text belong to no language.</summary>
internal static class RedactionMark
{
    private const int Longest = 24;

    /// <summary>The length of the mark that a text begins with, as of <c>[phone]</c>; 0 where it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var at = 1;
        while (at < text.Length && at < Longest && (char.IsAsciiLetterLower(text[at]) || text[at] == '-')) at++;
        return at > 1 && at < text.Length && text[at] == ']' ? at + 1 : 0;
    }
}
