using System.Text;

namespace Feedback.Api.Http.Pages;

/// <summary>A whole page as the answer to a request: nothing from elsewhere, nothing inline, no frame around it, kept by nobody.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="language">What it is in.</param>
/// <param name="title">What the browser shows as its title.</param>
/// <param name="content">What stands in <c>main</c>.</param>
public sealed class PageAnswer(int status, PageLanguage language, string title, Html content) : IResult
{
    /// <summary>Where pages are.</summary>
    public const string Path = "/s";

    /// <summary>Where the sender of a concern reads what was said about it.</summary>
    public const string ThreadPath = "/thread";

    /// <summary>The segment below <see cref="Path"/> of style and script; no survey has such a key.</summary>
    public const string Files = "_";

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public int Status => status;

    /// <summary>Seconds after which trying again makes sense.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether a request is to a page, and so is answered with one even where it is refused.</summary>
    public static bool Concerns(HttpRequest request) => request.Path.StartsWithSegments(Path, out var rest) && rest.HasValue || IsThread(request);

    /// <summary>The way from a request's address back to where pages are, so that they also work below another path: empty, <c>../</c>, or the way down from beside it.</summary>
    public static string Up(HttpRequest request) => IsThread(request) ? Path[1..] + "/" : string.Concat(Enumerable.Repeat("../", Math.Max(0, request.Path.Value!.Count(c => c == '/') - 2)));

    private static bool IsThread(HttpRequest request) => request.Path.Equals(ThreadPath, StringComparison.OrdinalIgnoreCase);

    public async Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.ContentLanguage = language.Tag;
        headers.XFrameOptions = "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.Append("Vary", "Accept-Language");
        if (RetryAfter is { } seconds) headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes(Document(Up(context.Request)).ToString());
        if (HttpMethods.IsHead(context.Request.Method)) context.Response.ContentLength = body.Length;
        else await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private Html Document(string up) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{language.Tag}" dir="{language.Direction}">
        <head>
        <meta charset="utf-8">
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow">
        <link rel="stylesheet" href="{up}{Files}/{PageFiles.Style}">
        <script type="module" src="{up}{Files}/{PageFiles.Script}"></script>
        </head>
        <body>
        <main>
        {content}
        </main>
        </body>
        </html>

        """);
}
