using System.Net;
using System.Net.Sockets;

namespace Feedback.Api.Webhooks;

/// <summary>
/// Which addresses lie outside: not those of this machine, of a network of one's own, of a cloud's instance data, or of any other
/// special purpose (RFC 6890 and the IANA registries of special-purpose addresses). An IPv6 address that carries an IPv4 one is as
/// public as that.
/// </summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/127", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96"), LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48"), SixToFour = IPNetwork.Parse("2002::/16"), Compatible = IPNetwork.Parse("::/96"),
        GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Holds(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Holds(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            if (Nat64.Contains(address) || Compatible.Contains(address)) return Holds(new IPAddress(bytes.AsSpan(12, 4)));
            if (SixToFour.Contains(address)) return Holds(new IPAddress(bytes.AsSpan(2, 4)));
            // Of IPv6 nothing else is handed out for use across the internet (IANA, IPv6 address space).
            if (LocalNat64.Contains(address) || !GlobalUnicast.Contains(address)) return false;
        }
        return !Special.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
