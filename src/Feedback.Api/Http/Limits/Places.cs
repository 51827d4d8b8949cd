using System.Text;

namespace Feedback.Api.Http.Limits;

/// <summary>
/// Numbers where requests come from, to count them: a hash of the address (of IPv6 the first 64 bits, which one subscriber has)
/// with a seed that each start draws. Few enough numbers that what is counted by them stays small whoever asks; two addresses
/// may share one. No address is kept.
/// </summary>
public static class Places
{
    /// <summary>How many numbers there are; a power of two.</summary>
    public const int Count = 16_384;

    private const int NetworkBytes = 8;

    /// <summary>The number of the address that a request comes from, as the connection or a trusted proxy says.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="what">What it is about; for another thing the same address has another number.</param>
    public static int Of(HttpContext context, string what = "")
    {
        var hash = new HashCode();
        hash.AddBytes(Encoding.UTF8.GetBytes(what));
        Span<byte> bytes = stackalloc byte[16];
        if (context.Connection.RemoteIpAddress is { } address && (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out var length))
            hash.AddBytes(bytes[..Math.Min(length, NetworkBytes)]);
        return hash.ToHashCode() & (Count - 1);
    }
}
