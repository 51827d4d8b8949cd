using System.Net;
using Feedback.Api.Ingest;

namespace Feedback.Api;

/// <summary>The settings below <c>Feedback:Limits</c>: how much one process takes at a time, and how fast. Every process of several counts for itself.</summary>
public sealed record LimitSettings
{
    /// <summary>Bodies in hand of requests that are read whole have to leave room for the largest of them (names to mask, 64 MiB) beside others.</summary>
    private const int LeastBodyMegabytes = 96;

    private const int Most = 1_000_000, MostMegabytes = 65_536;

    /// <summary>Connections at a time; further ones are closed.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>Single responses that wait for the store.</summary>
    public int Waiting { get; init; } = Inbox.DefaultCapacity;

    /// <summary>Memory that they take, in MiB.</summary>
    public int WaitingMegabytes { get; init; } = (int)(Inbox.DefaultBytes >> 20);

    /// <summary>Memory of bodies that are being read or worked on, in MiB.</summary>
    public int BodyMegabytes { get; init; } = LeastBodyMegabytes;

    /// <summary>Batches, imports and exports at a time; further ones wait.</summary>
    public int LongRequests { get; init; } = 32;

    /// <summary>Reads of figures and lists at a time; further ones wait.</summary>
    public int Reads { get; init; } = Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>Requests a second that a key which lists origins may make from each of them; 0 for any number.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>How many of them may come at once after a quiet time.</summary>
    public int Burst { get; init; } = 3_000;

    /// <summary>Requests a second for one survey's page from one address; 0 for any number.</summary>
    public int PageRequestsPerSecond { get; init; } = 200;

    /// <summary>How many of them may come at once after a quiet time.</summary>
    public int PageBurst { get; init; } = 6_000;

    /// <summary>Wrong keys a second from one address; 0 for any number. Fifty times as many may come at once after a quiet time.</summary>
    public int WrongKeysPerSecond { get; init; } = 20;

    /// <summary>Wrong invitation codes a second from one address for one page, or with one key that lists origins; 0 for any number. A hundred times as many may come at once after a quiet time.</summary>
    public int WrongCodesPerSecond { get; init; } = 1;

    /// <summary>Addresses and networks of proxies, with commas between, whose X-Forwarded-For says where a request comes from; none without it.</summary>
    public string? TrustedProxies { get; init; }

    /// <summary>The networks of <see cref="TrustedProxies"/>; an address is a network of one.</summary>
    internal IReadOnlyList<IPNetwork> TrustedNetworks => [.. Proxies().Select(p => Network(p)!.Value)];

    /// <exception cref="InvalidSettingException">A setting is wrong.</exception>
    internal void Check()
    {
        Between(Connections, 10, Most, nameof(Connections));
        Between(Waiting, 4, Most, nameof(Waiting));
        Between(WaitingMegabytes, 4, MostMegabytes, nameof(WaitingMegabytes));
        Between(BodyMegabytes, LeastBodyMegabytes, MostMegabytes, nameof(BodyMegabytes));
        Between(LongRequests, 2, Most, nameof(LongRequests));
        Between(Reads, 2, Most, nameof(Reads));
        Between(RequestsPerSecond, 0, Most, nameof(RequestsPerSecond));
        Between(Burst, 1, Most, nameof(Burst));
        Between(PageRequestsPerSecond, 0, Most, nameof(PageRequestsPerSecond));
        Between(PageBurst, 1, Most, nameof(PageBurst));
        Between(WrongKeysPerSecond, 0, 10_000, nameof(WrongKeysPerSecond));
        Between(WrongCodesPerSecond, 0, 10_000, nameof(WrongCodesPerSecond));
        if (Proxies().Any(p => Network(p) is null)) throw new InvalidSettingException($"Feedback:Limits:{nameof(TrustedProxies)}", "is not a list of addresses and networks such as 10.0.0.0/8, 192.0.2.7");
    }

    private static void Between(int value, int from, int to, string name)
    {
        if (value < from || value > to) throw new InvalidSettingException($"Feedback:Limits:{name}", $"is not from {from} to {to}");
    }

    private string[] Proxies() => (TrustedProxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : null;
}
