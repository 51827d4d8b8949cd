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
        var bare = BlanksPattern().Replace(WithoutUnseen(html), " ");
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

    /// <summary>Without scripts, styles and comments. An end that is not there is looked for once, so that the time grows with the length and no faster.</summary>
    private static string WithoutUnseen(string html)
    {
        var (seen, from) = (new StringBuilder(html.Length), 0);
        var kinds = Unseen.ToList();
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var kind = kinds.FindIndex(k => string.Compare(html, at, k.Start, 0, k.Start.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (kind < 0) continue;
            if (kinds[kind].End(html, at + kinds[kind].Start.Length) is not { } past)
            {
                kinds.RemoveAt(kind);
                continue;
            }
            if (past < 0) continue;
            seen.Append(html, from, at - from);
            (from, at) = (past, past - 1);
        }
        return seen.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>What begins what is not shown, and where it ends: null where no other that follows ends either, -1 where this is none.</summary>
    private static readonly (string Start, Func<string, int, int?> End)[] Unseen =
    [
        ("<!--", static (html, at) => html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : null),
        ("<script", static (html, at) => EndOfElement(html, at, "</script")),
        ("<style", static (html, at) => EndOfElement(html, at, "</style")),
    ];

    private static int? EndOfElement(string html, int at, string close)
    {
        if (at < html.Length && (char.IsLetterOrDigit(html[at]) || html[at] == '_')) return -1;
        if (html.IndexOf('>', at) is not (>= 0 and var opened)) return null;
        for (var end = html.IndexOf(close, opened, StringComparison.OrdinalIgnoreCase); end >= 0; end = html.IndexOf(close, end + 1, StringComparison.OrdinalIgnoreCase))
        {
            var past = end + close.Length;
            while (past < html.Length && char.IsWhiteSpace(html[past])) past++;
            if (past < html.Length && html[past] == '>') return past + 1;
        }
        return null;
    }

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex BlanksPattern();

    [GeneratedRegex(@" ?(<br\s*/?>|</(p|div|h[1-6]|li|tr|ul|ol|table|section|blockquote)\s*>) ?", RegexOptions.IgnoreCase)]
    private static partial Regex BreakPattern();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<![^<>]*>")]
    private static partial Regex TagPattern();
}
