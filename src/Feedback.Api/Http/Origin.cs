namespace Feedback.Api.Http;

/// <summary>Where a page comes from, as a browser says it in the header <c>Origin</c> (RFC 6454).</summary>
public static class Origin
{
    private const int MaximumLength = 300;

    /// <summary>The origin as a browser writes it (lower case, no default port, host in Punycode), or null when the text is none.</summary>
    public static string? Canonical(string? text)
    {
        if (text is null or { Length: 0 or > MaximumLength } || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https") || uri.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic || uri.Host.Length == 0) return null;
        // What a browser would not send in an origin, though a URI may have it: user, path, query, fragment, blanks.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var canonical = uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
        var isBare = text.Count(c => c == '/') == 2 && text.IndexOfAny(['?', '#', '@', '\\', ' ', '*']) < 0 && uri.PathAndQuery == "/" && text.Length == text.Trim().Length;
        return isBare ? canonical.ToLowerInvariant() : null;
    }
}
