using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace Feedback.Api.Http;

/// <summary>
/// Serves the page at <c>/report</c> to everybody: it holds no figure and asks the public operations for them with the key of whoever
/// looks. Its files are part of the program, so that it works from any folder; they come from <c>web/report</c> and need Node to be
/// built, which the program does not, so they may be absent.
/// </summary>
/// <param name="files">Files by name; <c>index.html</c> is the page, every other name has the hash of its content in it.</param>
public sealed class ReportPage(IReadOnlyDictionary<string, byte[]> files)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/report";

    private const string Index = "index.html", Prefix = "report/";

    /// <summary>Nothing from elsewhere, nothing inline, no frame around it, and no script made from text.</summary>
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none'; object-src 'none'; media-src 'none'; frame-src 'none'; "
        + "worker-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Whether the page was there when the program was built.</summary>
    public bool IsBuilt => files.ContainsKey(Index);

    /// <summary>The page as it was built into the program.</summary>
    public static ReportPage Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new(assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n => Bytes(assembly, n), StringComparer.Ordinal));
    }

    /// <summary>Answers a request below <see cref="Path"/>; false where there is nothing.</summary>
    public async Task<bool> Answer(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return false;
        if (!context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal, out var rest)) return false;
        if (rest == "/")
        {
            // The page names its files and the operations relative to itself, so that it also works below another path.
            context.Response.Redirect("../report", permanent: true);
            return true;
        }
        var name = rest.HasValue ? rest.Value![1..] : Index;
        if (rest.HasValue && name == Index) return false;
        var body = files.GetValueOrDefault(name) ?? (name == Index ? NotBuilt : null);
        if (body is null) return false;
        await Write(context, name, body);
        return true;
    }

    private static async Task Write(HttpContext context, string name, byte[] body)
    {
        var headers = context.Response.Headers;
        context.Response.ContentType = Types.TryGetContentType(name, out var type) ? type + (type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "") : "application/octet-stream";
        headers.CacheControl = name == Index ? "no-cache" : "public, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        var tag = EntityTags.Of(body);
        headers.ETag = tag;
        if (EntityTags.IsKnown(context, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (HttpMethods.IsHead(context.Request.Method)) context.Response.ContentLength = body.Length;
        else await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] NotBuilt { get; } =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Feedback: the report page is not built</title></head>
        <body>
        <main>
        <h1>The report page is not built</h1>
        <p>The service runs and answers; only this page is missing. It is built with <a href="https://nodejs.org/">Node 20</a> or newer, which the service itself does not need. In the folder of the source:</p>
        <pre>make report
        dotnet run --project src/Feedback.Api</pre>
        <p>Without <code>make</code>: <code>cd web/report</code>, <code>npm ci --ignore-scripts</code>, <code>npm run build</code>.</p>
        <p>Every operation can be tried at <a href="swagger">/swagger</a>.</p>
        </main>
        </body>
        </html>
        """u8.ToArray();
}

/// <summary>Puts the page on the way of a request.</summary>
public static class ReportPageExtensions
{
    public static void UseReportPage(this IApplicationBuilder app)
    {
        var page = app.ApplicationServices.GetRequiredService<ReportPage>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/report"), report => report.Use(async (context, next) =>
        {
            if (!await page.Answer(context)) await next(context);
        }));
    }
}
