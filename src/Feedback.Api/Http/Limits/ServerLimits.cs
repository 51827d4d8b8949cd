using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Feedback.Api.Http.Limits;

/// <summary>What the web server itself takes of a connection: size, time and pace. The reasons are in docs/limits.md.</summary>
public static class ServerLimits
{
    /// <summary>Bytes a second that a body comes, and an answer is taken, with at the least, after the grace.</summary>
    public const double LeastBytesPerSecond = 240;

    /// <summary>Bytes of a connection: what may have come that nobody looked at, and what of an answer may wait.</summary>
    public const int SentAhead = 16 * 1024, AnsweredAhead = 64 * 1024;

    private const int HeaderBytes = 32 * 1024;

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5), Headers = TimeSpan.FromSeconds(15), Idle = TimeSpan.FromMinutes(2);

    /// <summary>Sets what is not the server's own default, and what must not change with it.</summary>
    /// <param name="limits">Of the server.</param>
    /// <param name="settings">Of this service.</param>
    public static void Set(KestrelServerLimits limits, LimitSettings settings)
    {
        limits.MaxRequestBodySize = Service.LargestBody;
        limits.MaxConcurrentConnections = settings.Connections;
        limits.KeepAliveTimeout = Idle;
        limits.RequestHeadersTimeout = Headers;
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
        // The server wants room for all headers.
        limits.MaxRequestBufferSize = HeaderBytes;
        limits.MaxResponseBufferSize = AnsweredAhead;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.InitialConnectionWindowSize = 128 * 1024;
        limits.Http2.InitialStreamWindowSize = 64 * 1024;
        // Over HTTP/2 a client that vanished is noticed by its silence; over HTTP/1.1 by the pace, or when it is idle for too long.
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>
    /// Sets what a connection may have sent ahead of what is read of it, pipelined requests among it, and what of an answer may wait to be
    /// taken. The server's own limits of these names bind what it decrypts and decodes; what it reads from the socket they do not.
    /// </summary>
    public static void Set(SocketTransportOptions sockets)
    {
        sockets.MaxReadBufferSize = SentAhead;
        sockets.MaxWriteBufferSize = AnsweredAhead;
    }

    /// <summary>Takes a request's address from X-Forwarded-For where a trusted proxy passes it on, through as many of them as there are; from nobody else.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, LimitSettings settings)
    {
        if (settings.TrustedNetworks.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedNetworks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
