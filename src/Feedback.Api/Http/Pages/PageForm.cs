using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Http.Pages;

/// <summary>What a form of a page sends.</summary>
internal static class PageForm
{
    /// <summary>Bytes of a form: three for one, because forms write letters beyond ASCII as percent and two digits a byte.</summary>
    private const int Limit = 3 * Ingest.ResponseRules.MaximumBytes;

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>What a form of the page sent, or why it is not taken.</summary>
    public static async Task<(Dictionary<string, StringValues> Fields, Problem? Problem)> Read(HttpContext context)
    {
        if (IsForeign(context.Request)) return ([], new Problem(403, ProblemCodes.ForbiddenOrigin, "A form is sent from its own page."));
        if (!Body.IsMediaType(context.Request, Form)) return ([], Body.UnsupportedMediaType(Form));
        var (bytes, problem) = await Body.ReadBytes(context, Limit);
        return problem is null ? (Parse(Encoding.UTF8.GetString(bytes.Span)), null) : ([], problem);
    }

    /// <summary>
    /// Whether another website sent the form. Browsers say so in Sec-Fetch-Site; where they do not, as without TLS, their Origin must be this host or,
    /// because the page sends no referrer, null.
    /// </summary>
    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == "null") return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Field to values; unlike the server's own reader it tells A from a, as codes of items do.</summary>
    private static Dictionary<string, StringValues> Parse(string form)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(form))
        {
            var name = pair.DecodeName().ToString();
            if (!fields.TryGetValue(name, out var values)) fields[name] = values = [];
            values.Add(pair.DecodeValue().ToString());
        }
        return fields.ToDictionary(f => f.Key, f => new StringValues([.. f.Value]), StringComparer.Ordinal);
    }
}
