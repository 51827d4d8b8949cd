using System.Net;

namespace Feedback.Api.Webhooks;

/// <summary>
/// What can be said of an address from its text. Where its name leads is looked at when a message is sent, each time
/// (<see cref="WebhookClient"/>).
/// </summary>
public static class WebhookAddress
{
    private const int MaximumLength = 2_000;

    /// <summary>Why messages cannot go there, or null.</summary>
    public static string? Refuses(string text, bool allowsPrivate)
    {
        if (text.Length > MaximumLength || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) return "It is an https address of at most 2000 characters.";
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0) return "It holds no user, no password and no fragment.";
        if (allowsPrivate) return null;
        if (url.Scheme != "https") return "It is https: answers of customers may stand in the messages.";
        var host = url.IdnHost.TrimEnd('.');
        var isInside = IPAddress.TryParse(host.Trim('[', ']'), out var address) ? !PublicAddresses.Holds(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        return isInside ? "It is an address of this machine, of a private network or of another special purpose." : null;
    }
}
