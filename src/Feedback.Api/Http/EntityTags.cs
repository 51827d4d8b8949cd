using System.Security.Cryptography;

namespace Feedback.Api.Http;

/// <summary>Gives every read an ETag over its body and answers 304 to one that is known. A read that works out its own is left as it is.</summary>
public static class EntityTags
{
    public static IApplicationBuilder UseEntityTags(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/v1"),
        reads => reads.Use(Invoke));

    /// <summary>Whether the caller has what the tag stands for.</summary>
    public static bool IsKnown(HttpContext context, string tag) =>
        context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == "*");

    /// <summary>A weak tag: compressed or not, it is the same answer.</summary>
    public static string Of(ReadOnlySpan<byte> body) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";

    private static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var (response, body) = (context.Response, context.Response.Body);
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count == 0)
        {
            var tag = Of(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            response.Headers.ETag = tag;
            if (IsKnown(context, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                response.ContentType = null;
                return;
            }
        }
        // An empty answer is given its body further out.
        if (buffer.Length > 0) await body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }
}
