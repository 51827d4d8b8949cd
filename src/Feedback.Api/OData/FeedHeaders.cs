using System.Globalization;
using Feedback.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Feedback.Api.OData;

/// <summary>Headers of the protocol.</summary>
public static class FeedHeaders
{
    /// <summary>Rows on a page, where the caller wishes nothing, and at the most.</summary>
    public const int DefaultPage = 5_000, LargestPage = 20_000;

    private static readonly string[] PageSizes = ["odata.maxpagesize", "maxpagesize"];

    /// <summary>Every answer of the feed names the protocol's version, problems too.</summary>
    public static void UseFeedHeaders(this IApplicationBuilder app) => app.UseWhen(context => FeedError.Concerns(context.Request), feed => feed.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            ((HttpResponse)state).Headers[Feed.VersionHeader] = Feed.Version;
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }));

    /// <summary>A document of the feed with the tag of its bytes, or that the caller has it.</summary>
    public static IResult Document(HttpContext context, ReadOnlyMemory<byte> document, string contentType)
    {
        var tag = EntityTags.Of(document.Span);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.Append("Vary", "Accept, Authorization, X-Api-Key");
        return EntityTags.IsKnown(context, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(document, contentType);
    }

    /// <summary>What is wrong with the versions that a request names, which has to take 4.0, or with its host, which links begin with. Null if nothing is.</summary>
    public static Problem? Check(HttpRequest request) => !Uri.TryCreate(FeedAddress.Root(request), UriKind.Absolute, out _)
        ? Problem.Invalid(ProblemCodes.InvalidRequest, "The request names no host that links could begin with.")
        : Takes(request, Feed.MaximumVersionHeader, v => v >= 4.0) && Takes(request, Feed.VersionHeader, v => v is 4.0 or 4.01)
            ? null
            : Problem.Invalid(ProblemCodes.InvalidRequest, $"The feed is of OData {Feed.Version}; the versions in the headers leave it out.");

    /// <summary>How many rows a page has, and whether the caller wished for it (<c>Prefer: odata.maxpagesize</c>). A wish that cannot be read is none.</summary>
    public static (int Size, bool IsWished) PageSize(HttpRequest request)
    {
        foreach (var header in request.Headers["Prefer"])
        {
            foreach (var wish in header?.Split(',', StringSplitOptions.TrimEntries) ?? [])
            {
                // Behind a semicolon stand parameters of the wish.
                if (NameValueHeaderValue.TryParse(wish.Split(';')[0], out var pair) && PageSizes.Contains(pair.Name.ToString(), StringComparer.OrdinalIgnoreCase)
                    && int.TryParse(HeaderUtilities.RemoveQuotes(pair.Value).AsSpan(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
                    return (Math.Min(size, LargestPage), true);
            }
        }
        return (DefaultPage, false);
    }

    private static bool Takes(HttpRequest request, string header, Func<double, bool> isTaken) =>
        !request.Headers.TryGetValue(header, out var sent) || double.TryParse(sent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) && isTaken(version);
}
