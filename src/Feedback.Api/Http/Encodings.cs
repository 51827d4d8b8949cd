using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Http;

/// <summary>Encodings of bodies, which concern every request alike.</summary>
public static class Encodings
{
    private const string Known = "gzip, br, deflate";

    /// <summary>Takes bodies in gzip, br and deflate; any other encoding is refused instead of read as if it were none. The size limit counts what comes out.</summary>
    public static void UseKnownEncodings(this IApplicationBuilder app)
    {
        app.UseRequestDecompression();
        app.Use((context, next) =>
        {
            // The middleware before takes the header away from a body that it decodes. Where no body is read, none is read wrongly.
            var readsBody = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
            if (!readsBody || StringValues.IsNullOrEmpty(context.Request.Headers.ContentEncoding)) return next(context);
            context.Response.Headers.AcceptEncoding = Known;
            return new Problem(415, ProblemCodes.UnsupportedMediaType, $"A body is encoded as {Known}, or not at all.").ExecuteAsync(context);
        });
    }
}
