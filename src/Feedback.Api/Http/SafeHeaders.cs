using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Http;

/// <summary>
/// What every answer says to browsers and caches, refusals too. An operation that says something of its own about one of these, as pages and the widget do, is
/// left its word: these are what holds where nobody thought of it, and so they allow nothing.
/// </summary>
public static class SafeHeaders
{
    /// <summary>A year, as browsers that keep lists of such hosts ask for; other hosts of the domain are not spoken for.</summary>
    private static readonly TimeSpan Secured = TimeSpan.FromDays(365);

    private const string Swagger = "/swagger";

    /// <summary>An answer that is no page runs, loads and sends nothing, should a browser be made to show it as one.</summary>
    private static readonly StringValues Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page to try operations is another project's. It writes styles into the page and pictures into its styles; its scripts are files.</summary>
    private static readonly StringValues OfSwagger = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff", NoReferrer = "no-referrer", Deny = "DENY", SameOrigin = "same-origin", NoStore = "no-store", Private = "private, no-cache";

    /// <summary>Adds them when an answer begins, where it does not say otherwise; behind TLS also that the host is spoken to by TLS alone.</summary>
    public static void UseSafeHeaders(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(static state => Add((HttpContext)state), context);
            return next(context);
        });
        app.UseHsts();
    }

    /// <summary>How long a browser that came by TLS comes by nothing else; and that who names a host which <c>AllowedHosts</c> does not list is told no more than 400.</summary>
    public static void AddSafeHeaders(this IServiceCollection services)
    {
        services.AddHsts(options => options.MaxAge = Secured);
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
    }

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        if (headers.XFrameOptions.Count == 0) headers.XFrameOptions = Deny;
        headers.TryAdd("Cross-Origin-Resource-Policy", SameOrigin);
        headers.TryAdd("Cross-Origin-Opener-Policy", SameOrigin);
        var isSwagger = context.Request.Path.StartsWithSegments(Swagger);
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = isSwagger ? OfSwagger : Nothing;
        if (isSwagger) headers.Remove("x-swagger-ui-version");
        // What has a tag may be kept by whoever it was for, and asked about; what has none is kept by nobody.
        if (headers.CacheControl.Count == 0) headers.CacheControl = headers.ETag.Count > 0 && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified ? Private : NoStore;
        return Task.CompletedTask;
    }
}
