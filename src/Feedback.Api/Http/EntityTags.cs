using System.Security.Cryptography;

namespace Feedback.Api.Http;

/// <summary>
/// Gives every read an ETag over its body and answers 304 to one that is known. A read that brings its own tag, as every list does, is not held back: its
/// bytes go out as they are written. So only what is small, one survey or one period, is ever held in memory whole.
/// </summary>
public static class EntityTags
{
    public static IApplicationBuilder UseEntityTags(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/v1"),
        reads => reads.Use(Invoke));

    /// <summary>Whether the caller has what the tag stands for.</summary>
    public static bool IsKnown(HttpContext context, string tag) =>
        context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == "*");

    /// <summary>Whether the caller has some answer, whatever its tag; known only where there is one.</summary>
    public static bool TakesAny(HttpContext context) => context.Request.Headers.IfNoneMatch == "*";

    /// <summary>A weak tag: compressed or not, it is the same answer.</summary>
    public static string Of(ReadOnlySpan<byte> body) => Text(SHA256.HashData(body));

    /// <summary>The tag of what was appended.</summary>
    public static string Of(IncrementalHash body) => Text(body.GetCurrentHash());

    /// <summary>A weak tag of a text without quotes.</summary>
    public static string Weak(string tag) => $"W/\"{tag}\"";

    private static string Text(ReadOnlySpan<byte> hash) => Weak(Convert.ToHexStringLower(hash[..16]));

    private static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var (response, body) = (context.Response, context.Response.Body);
        await using var held = new UntaggedBody(response, body);
        response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }
        // An empty answer is given its body further out.
        if (held.Bytes.IsEmpty) return;
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count == 0 && Answered(context, held.Bytes)) return;
        await body.WriteAsync(held.Bytes, context.RequestAborted);
    }

    /// <summary>Tags the answer, and makes it a 304 where the caller has it.</summary>
    private static bool Answered(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        var tag = Of(body.Span);
        response.Headers.ETag = tag;
        if (!IsKnown(context, tag)) return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.ContentType = null;
        return true;
    }
}
