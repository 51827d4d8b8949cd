using Feedback.Api.Http;
using Microsoft.AspNetCore.Cors;

namespace Feedback.Api.Features.Widget;

/// <summary>Gives the script that shows a feedback form or a survey on any page: <c>&lt;script src="https://feedback.example/widget.js" data-key="..." async&gt;&lt;/script&gt;</c>.</summary>
public sealed class ReadWidget : IEndpoint
{
    /// <summary>Ten minutes, and a day more while a newer one is fetched: a mended widget is everywhere soon.</summary>
    private const string CacheControl = "public, max-age=600, stale-while-revalidate=86400";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // The same for every page, so that a page may hold it to a hash (which needs CORS) and caches need not tell pages apart.
        routes.MapGet("/widget.js", Handle)
            .WithName("ReadWidget")
            .WithTags("Ingest")
            .ForEverybody()
            .WithMetadata(new DisableCorsAttribute())
            .Query("v")
            .Produces<string>(200, "text/javascript")
            .Produces(304)
            .Problems(400);
        // Caches and programs that check links ask for the head alone.
        routes.MapMethods("/widget.js", [HttpMethods.Head], Handle).ForEverybody().WithMetadata(new DisableCorsAttribute()).Query("v").ExcludeFromDescription();
    }

    private static IResult Handle(HttpContext context)
    {
        var script = WidgetScript.Embedded;
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.Vary = "Accept-Encoding";
        headers.ETag = script.Tag;
        if (EntityTags.IsKnown(context, script.Tag)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (body, encoding) = script.For(context.Request);
        if (encoding is not null) headers.ContentEncoding = encoding;
        return TypedResults.Bytes(body, "text/javascript; charset=utf-8");
    }
}
