using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages.Texts;
using Microsoft.Net.Http.Headers;

namespace Feedback.Api.Http.Pages;

/// <summary>The language a page is in: that of what is asked, and the page's own texts in it, or in English where there are none.</summary>
/// <param name="Tag">The page's language as a tag.</param>
/// <param name="Texts">What the page says in words of its own.</param>
/// <param name="Chosen">The language that the questions are shown in, where it is known: chosen by the link or the person, or one of the survey's. What a response stores.</param>
public sealed record PageLanguage(string Tag, PageTexts Texts, string? Chosen)
{
    private static readonly PageTexts[] Own = [English.Texts, German.Texts, French.Texts, Spanish.Texts];

    /// <summary>Languages written from right to left, and scripts that are, as subtags.</summary>
    private static readonly HashSet<string> RightToLeft = new(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> RightToLeftScripts = new(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Languages by the names they have for themselves.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "العربية",
        ["bg"] = "Български",
        ["ca"] = "Català",
        ["cs"] = "Čeština",
        ["da"] = "Dansk",
        ["de"] = "Deutsch",
        ["el"] = "Ελληνικά",
        ["en"] = "English",
        ["es"] = "Español",
        ["et"] = "Eesti",
        ["fa"] = "فارسی",
        ["fi"] = "Suomi",
        ["fr"] = "Français",
        ["he"] = "עברית",
        ["hi"] = "हिन्दी",
        ["hr"] = "Hrvatski",
        ["hu"] = "Magyar",
        ["id"] = "Bahasa Indonesia",
        ["it"] = "Italiano",
        ["ja"] = "日本語",
        ["ko"] = "한국어",
        ["lt"] = "Lietuvių",
        ["lv"] = "Latviešu",
        ["nb"] = "Norsk bokmål",
        ["nl"] = "Nederlands",
        ["no"] = "Norsk",
        ["pl"] = "Polski",
        ["pt"] = "Português",
        ["ro"] = "Română",
        ["ru"] = "Русский",
        ["sk"] = "Slovenčina",
        ["sl"] = "Slovenščina",
        ["sq"] = "Shqip",
        ["sr"] = "Српски",
        ["sv"] = "Svenska",
        ["th"] = "ไทย",
        ["tr"] = "Türkçe",
        ["uk"] = "Українська",
        ["ur"] = "اردو",
        ["vi"] = "Tiếng Việt",
        ["zh"] = "中文",
    };

    /// <summary>Languages that pages have texts of their own in.</summary>
    private static IReadOnlyList<string> OwnLanguages { get; } = [.. Own.Select(t => t.Language)];

    /// <summary>The language for a page that asks nothing: one of the page's own.</summary>
    public static PageLanguage Of(HttpRequest request)
    {
        var texts = OwnTexts(Accepted(request).Select(tag => Lookup(tag, OwnLanguages)).FirstOrDefault(tag => tag is not null));
        return new PageLanguage(texts.Language, texts, null);
    }

    /// <summary>The language for a survey: the one that was asked for, else the first the browser accepts that the survey has, else English, else the survey's first.</summary>
    /// <param name="request">Its header <c>Accept-Language</c> counts.</param>
    /// <param name="asked">A language tag that a link or the person chose; null for none.</param>
    /// <param name="offered">The languages of the survey's texts; none where the texts are of one language that has no name.</param>
    public static PageLanguage Of(HttpRequest request, string? asked, IReadOnlyList<string> offered)
    {
        if (offered.Count == 0 && asked is null) return Of(request);
        var tag = offered.Count == 0 ? asked!
            : (asked is null ? null : Lookup(asked, offered))
            ?? Accepted(request).Select(t => Lookup(t, offered)).FirstOrDefault(t => t is not null)
            ?? Lookup("en", offered) ?? offered[0];
        return new PageLanguage(tag, OwnTexts(Lookup(tag, OwnLanguages)), tag);
    }

    /// <summary>Whether the page's own texts are in its language.</summary>
    public bool SpeaksIt => Tag.Equals(Texts.Language, StringComparison.OrdinalIgnoreCase) || Tag.StartsWith(Texts.Language + "-", StringComparison.OrdinalIgnoreCase);

    public string Direction => DirectionOf(Tag);

    /// <summary><c>rtl</c> or <c>ltr</c>: by the script where the tag has one, else by the language.</summary>
    public static string DirectionOf(string tag)
    {
        var parts = tag.Split('-');
        var script = parts.Skip(1).FirstOrDefault(p => p.Length == 4 && char.IsAsciiLetter(p[0]));
        return (script is not null ? RightToLeftScripts.Contains(script) : RightToLeft.Contains(parts[0])) ? "rtl" : "ltr";
    }

    /// <summary>A language by its own name, with the rest of the tag; the tag where the name is not known.</summary>
    public static string NameOf(string tag) =>
        Names.TryGetValue(tag, out var name) ? name
        : tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var at && Names.TryGetValue(tag[..at], out var language) ? $"{language} ({tag[(at + 1)..]})"
        : tag;

    /// <summary>The lookup of RFC 4647, section 3.4: de-CH finds de.</summary>
    private static string? Lookup(string tag, IReadOnlyList<string> offered)
    {
        for (var range = tag; range.Length > 0; range = LocalizedText.Shorter(range))
        {
            if (offered.FirstOrDefault(o => o.Equals(range, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        }
        return null;
    }

    private static PageTexts OwnTexts(string? language) => Own.FirstOrDefault(t => t.Language == language) ?? Own[0];

    /// <summary>What the browser accepts, the most wanted first.</summary>
    private static IEnumerable<string> Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var accepted)
            ? accepted.Where(a => a.Quality is null or > 0).OrderByDescending(a => a.Quality ?? 1).Select(a => a.Value.ToString()).Take(20)
            : [];
}
