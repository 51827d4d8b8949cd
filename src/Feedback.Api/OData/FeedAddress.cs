using Feedback.Api.Http;

namespace Feedback.Api.OData;

/// <summary>Addresses of the feed, as the caller has written them: host, scheme and what a proxy put before the path.</summary>
public static class FeedAddress
{
    public const string Path = FeedError.Path;

    /// <summary>The absolute address of the feed, with a slash at its end.</summary>
    public static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Path}/";

    /// <summary>The address of the next page: every option that was sent, and the token.</summary>
    public static string Next(HttpRequest request, FeedSet set, string token)
    {
        var options = request.Query.Where(o => o.Key != "$skiptoken").Append(new("$skiptoken", token)).Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value.ToString())}");
        return $"{Root(request)}{set.Name}?{string.Join('&', options)}";
    }

    /// <summary>A row, relative to the root: <c>Items('a''b')</c>.</summary>
    public static string Of(FeedSet set, string key) => $"{set.Name}('{Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal))}')";
}
