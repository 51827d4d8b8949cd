using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>
/// A list in the form that was asked for: the one place that knows the forms. Its tag is that of its bytes, without <see cref="AsOf"/>: they are written
/// twice, first to be hashed, so that no answer is held in memory whole. What cannot be read twice brings a tag, and is sent as it comes.
/// </summary>
/// <param name="format">The form.</param>
/// <param name="shape">How an entry looks.</param>
/// <param name="entries">Those of the page, in order. Read twice where there is no <see cref="Tag"/>.</param>
/// <param name="nextCursor">For the next page; null on the last. JSON has it in the body, the other forms in <c>X-Next-Cursor</c>.</param>
public sealed class ListAnswer<T>(ListFormat format, ListShape<T> shape, IAsyncEnumerable<T> entries, string? nextCursor) : IResult
{
    /// <summary>What JSON says before the entries.</summary>
    public Action<Utf8JsonWriter>? Head { get; init; }

    /// <summary>When the answer was worked out. JSON says it first, and it changes no tag.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Another one for every other answer.</summary>
    public string? Tag { get; init; }

    public async Task ExecuteAsync(HttpContext context)
    {
        var (response, cancellation) = (context.Response, context.RequestAborted);
        var time = Time();
        using var known = new TaggedBytes();
        if (Tag is null) await ListBody.Write(format, shape, entries, Head, nextCursor, known.Add, cancellation);
        var tag = Tag ?? known.Tag();
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept, Authorization, X-Api-Key";
        if (EntityTags.IsKnown(context, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (format != ListFormat.Json && nextCursor is not null) response.Headers["X-Next-Cursor"] = nextCursor;
        response.ContentType = format.ContentType();
        if (Tag is not null) context.ExpectSteadyReader();
        if (Tag is null) response.ContentLength = known.Length + (time.IsEmpty ? 0 : time.Length - 1);

        // The time stands in the place of the brace that the answer begins with.
        await response.Body.WriteAsync(time, cancellation);
        var skipped = time.IsEmpty ? 0 : 1;
        ValueTask Send(ReadOnlyMemory<byte> bytes)
        {
            (bytes, skipped) = (bytes[skipped..], 0);
            return response.Body.WriteAsync(bytes, cancellation);
        }
        if (known.Whole is { } whole && Tag is null) await Send(whole);
        else await ListBody.Write(format, shape, entries, Head, nextCursor, Send, cancellation);
    }

    private ReadOnlyMemory<byte> Time() => AsOf is { } asOf && format == ListFormat.Json
        ? Encoding.ASCII.GetBytes($$"""{"asOf":"{{asOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}",""")
        : default;
}
