using System.Net;
using System.Text;

namespace Feedback.Samples.Site;

/// <summary>Two pages of an invented bank that include the widget: its intranet (<c>/intranet</c>) and its shop (<c>/shop</c>). They hold nothing of the service but its address and a key each.</summary>
public static class SampleSite
{
    private const string DefaultAddress = "http://localhost:5090", DefaultService = "http://localhost:5080";

    /// <summary>The files that are served as they are.</summary>
    private static readonly Dictionary<string, string> Types = new() { ["site.css"] = "text/css", ["site.js"] = "text/javascript", ["favicon.svg"] = "image/svg+xml" };

    /// <summary>The site, ready to run.</summary>
    /// <param name="args">Settings: <c>--service</c>, <c>--shop-key</c>, <c>--intranet-key</c>, <c>--urls</c>.</param>
    /// <exception cref="ArgumentException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var service = new Uri((builder.Configuration["service"] ?? DefaultService).TrimEnd('/') + "/");
        var (shop, intranet) = (Key(builder.Configuration, "shop-key"), Key(builder.Configuration, "intranet-key"));
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultAddress);
        var app = builder.Build();
        app.Use((context, next) => Guard(context, next, service));
        app.MapGet("/", () => Results.Redirect("/intranet"));
        // The link of an invitation brings its code: /intranet?code=...
        app.MapGet("/intranet", (HttpRequest request) => Page("intranet.html", service, intranet, request.Query["code"].ToString(), request.Query["lang"].ToString()));
        app.MapGet("/shop", (HttpRequest request) => Page("shop.html", service, shop, "", request.Query["lang"].ToString()));
        foreach (var (name, type) in Types) app.MapGet("/" + name, () => Results.Text(Read(name), type, Encoding.UTF8));
        return app;
    }

    /// <summary>What a careful site sends: scripts of its own and of the service alone, no inline script or style, and no script made from text.</summary>
    private static Task Guard(HttpContext context, RequestDelegate next, Uri service)
    {
        var origin = service.GetLeftPart(UriPartial.Authority);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' {origin}; connect-src {origin}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return next(context);
    }

    private static IResult Page(string file, Uri service, string key, string code, string language) => Results.Text(
        Read(file)
            .Replace("{{service}}", WebUtility.HtmlEncode(service.ToString().TrimEnd('/')))
            .Replace("{{key}}", WebUtility.HtmlEncode(key))
            .Replace("{{code}}", WebUtility.HtmlEncode(code))
            .Replace("{{lang}}", language.Length > 0 ? $" data-lang=\"{WebUtility.HtmlEncode(language)}\"" : ""),
        "text/html", Encoding.UTF8);

    private static string Key(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } key ? key : throw new ArgumentException($"--{name} is missing: an ingest key of the service. `feedback demo` prints the whole command.");

    private static string Read(string name)
    {
        using var stream = typeof(SampleSite).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
