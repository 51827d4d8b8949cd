using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Feedback.Api.Webhooks;

/// <summary>What came of sending a message.</summary>
/// <param name="Status">The status code; null where there was no answer.</param>
/// <param name="Fault">What went wrong, by a word of <see cref="WebhookClient"/>; null when it was taken.</param>
/// <param name="RetryAfter">How long the address asks to be left alone.</param>
public sealed record Delivery(int? Status, string? Fault, TimeSpan? RetryAfter = null);

/// <summary>
/// Sends messages to addresses that somebody wrote into a form. It connects to public addresses alone, looked at when the
/// connection is made, so that neither a name that changes its address nor a redirection leads into the network; follows no
/// redirection, keeps no cookie, goes through no proxy, and reads no body.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    /// <summary>From the first byte sent to the head of the answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public const string NotPublic = "private_address", TimedOut = "timeout", NotReached = "unreachable", NotTaken = "refused", Redirected = "redirected";

    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly bool _allowsPrivate;

    public WebhookClient(Settings settings, TimeProvider time)
    {
        (_time, _allowsPrivate) = (time, settings.Webhooks.AllowPrivateAddresses);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 8,
            MaxResponseHeadersLength = 32,
            ConnectCallback = Connect,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Feedback-Webhooks", "1"));
    }

    /// <summary>Sends a message once. Whatever goes wrong outside is a delivery with a fault.</summary>
    public async Task<Delivery> Send(Uri address, byte[] body, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var status = (int)answer.StatusCode;
            return new Delivery(status, status is >= 200 and < 300 ? null : status is >= 300 and < 400 ? Redirected : NotTaken, RetryAfter(answer));
        }
        catch (HttpRequestException e) when (Causes(e).Any(c => c is NotPublicException))
        {
            return new Delivery(null, NotPublic);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery(null, TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Delivery(null, NotReached);
        }
    }

    public void Dispose() => _client.Dispose();

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = _allowsPrivate ? found : [.. found.Where(PublicAddresses.Holds)];
        if (allowed.Length == 0) throw new NotPublicException(found.Length);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }

    private sealed class NotPublicException(int addresses) : Exception(string.Create(CultureInfo.InvariantCulture, $"None of {addresses} addresses is public."));
}
