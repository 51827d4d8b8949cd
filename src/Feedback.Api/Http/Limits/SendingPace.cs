using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Feedback.Api.Http.Limits;

/// <summary>How fast batches and imports have to be sent.</summary>
public static class SendingPace
{
    /// <summary>Bytes a second that have to come on average while the service waits for them, after <see cref="Grace"/> of such waiting.</summary>
    public const int LeastBytes = 16_384;

    /// <summary>Shorter than those wait who want the place.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For bodies that hold a place while they come: whoever dawdles is let go of, and others get the place. What the service itself takes
    /// long for does not count. Over HTTP/2 the server's own limit stays, which is the same for all.
    /// </summary>
    public static void ExpectSteadySender(this HttpContext context)
    {
        if (!HttpProtocol.IsHttp11(context.Request.Protocol) && !HttpProtocol.IsHttp10(context.Request.Protocol)) return;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace) pace.MinDataRate = new MinDataRate(LeastBytes, Grace);
    }
}
