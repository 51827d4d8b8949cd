using System.Text.Json.Nodes;

namespace Feedback.Browser.Tests.Widget;

/// <summary>A page of somebody's own at the origin of the sample pages, with the widget and under a policy that allows nothing else.</summary>
internal static class SomePage
{
    /// <summary>Nothing but the service's script and its answers: no style, no inline script, no text made into markup.</summary>
    public static string Policy(Uri service) =>
        $"default-src 'none'; script-src {SamplePages.Origin(service)}; connect-src {SamplePages.Origin(service)}; style-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Opens a page with a script tag that has these attributes.</summary>
    /// <param name="guest">Who opens it.</param>
    /// <param name="pages">Whose service and origin it is.</param>
    /// <param name="tags">The attributes of each tag.</param>
    /// <param name="body">What else is in the page.</param>
    /// <param name="html">Attributes of the page itself.</param>
    /// <param name="service">Another service than that of the pages.</param>
    public static async Task<Uri> Visit(this Guest guest, SamplePages pages, string[] tags, string body = "", string html = "lang=\"en\"", Uri? service = null)
    {
        service ??= pages.Service.Address;
        var scripts = string.Concat(tags.Select(t => $"<script src=\"{service}widget.js\" {t} async></script>"));
        var page = pages.Serve($"<!doctype html><html {html}><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Somebody's page</title><link rel=\"icon\" href=\"data:,\">{scripts}</head>"
            + $"<body><main><h1>Somebody's page</h1><p><a href=\"#here\">A link of the page</a></p>{body}</main></body></html>", Policy(service));
        await guest.Page.GotoAsync(page.ToString());
        return page;
    }

    /// <summary>Opens a page with one script tag.</summary>
    public static Task<Uri> Visit(this Guest guest, SamplePages pages, string tag, string body = "", string html = "lang=\"en\"") => guest.Visit(pages, [tag], body, html);

    /// <summary>A customers' survey with an item of every kind; the first has to be answered.</summary>
    public static JsonObject EveryKind() => JsonNode.Parse(
        """
        {"audience": "customer", "title": {"en": "Your visit", "de": "Ihr Besuch"}, "description": {"en": "Five short items.", "de": "Fünf kurze Fragen."}, "thanks": "The desk reads all of it.",
         "dimensions": ["channel", {"name": "area", "values": ["A", "B"]}],
         "items": [
          {"code": "staff", "kind": "rating", "text": {"en": "The staff", "de": "Das Personal"}, "low": 1, "high": 5, "labels": {"1": {"en": "poor", "de": "schlecht"}, "5": {"en": "excellent", "de": "ausgezeichnet"}}, "required": true},
          {"code": "nps", "kind": "rating", "text": "Would you recommend us?", "low": 0, "high": 10, "measures": "recommend"},
          {"code": "how", "kind": "choice", "text": "How did you come?", "options": [{"code": "bus", "text": "By bus"}, {"code": "foot", "text": "On foot"}]},
          {"code": "used", "kind": "choice", "multiple": true, "text": "What did you use?", "options": [{"code": "wifi", "text": "Wi-Fi"}, {"code": "lounge", "text": "Lounge"}, {"code": "shop", "text": "Shop"}]},
          {"code": "why", "kind": "text", "text": "Anything else?"}]}
        """)!.AsObject();

    /// <summary>An employees' survey of two items that anybody with its address can answer.</summary>
    public static JsonObject OpenPulse() => JsonNode.Parse(
        """
        {"audience": "employee", "title": "Open pulse", "k": 12, "dimensions": ["site"],
         "items": [{"code": "pace", "kind": "rating", "text": "I can keep up.", "low": 1, "high": 5}, {"code": "why", "kind": "text", "text": "Why?"}]}
        """)!.AsObject();
}
