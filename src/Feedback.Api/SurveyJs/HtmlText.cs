using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Feedback.Api.SurveyJs;

/// <summary>Plain text as HTML that shows it, and the text that HTML shows. What <see cref="Write"/> gives reads back as the same text.</summary>
internal static partial class HtmlText
{
    /// <summary>HTML may be so long.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>The text without tags, with lines where blocks and breaks are; what scripts and styles hold is no text.</summary>
    public static string Read(string html)
    {
        var bare = BlanksPattern().Replace(UnseenPattern().Replace(html, ""), " ");
        var lines = TagPattern().Replace(BreakPattern().Replace(bare, "\n"), "").Split('\n').Select(l => l.Trim(' '));
        return WebUtility.HtmlDecode(string.Join('\n', lines).Trim('\n'));
    }

    public static string Write(string text)
    {
        var html = new StringBuilder(text.Length + 16).Append("<p>");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isInner = i > 0 && i < text.Length - 1;
            if (c == '\n' && isInner) html.Append("<br>");
            else if (c == ' ' && isInner && !char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i + 1])) html.Append(' ');
            else if (char.IsWhiteSpace(c) || c is '&' or '<' or '>' or '"' or '\'') html.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else html.Append(c);
        }
        return html.Append("</p>").ToString();
    }

    [GeneratedRegex(@"<(script|style)\b[^>]*>.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex UnseenPattern();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex BlanksPattern();

    [GeneratedRegex(@" ?(<br\s*/?>|</(p|div|h[1-6]|li|tr|ul|ol|table|section|blockquote)\s*>) ?", RegexOptions.IgnoreCase)]
    private static partial Regex BreakPattern();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<![^<>]*>")]
    private static partial Regex TagPattern();
}
