using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// Standard Webhooks: <c>webhook-signature: v1,</c> and the base64 of the HMAC-SHA256 of id, timestamp and body with points between them; several signatures stand apart by
/// blanks, one for each secret while it is changed. A timestamp more than five minutes off is refused, so that a message cannot be sent again later.
/// </summary>
internal sealed class StandardSignature : IMessageSignature
{
    private const string Id = "webhook-id", Timestamp = "webhook-timestamp", Signature = "webhook-signature", SecretPrefix = "whsec_", Version = "v1,";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public string? WrongSecret(string secret) => Key(secret) is { Length: >= 16 and <= 128 } ? null : "A secret is whsec_ and base64 of 16 to 128 bytes, as the product shows it.";

    public bool IsSigned(IHeaderDictionary headers) => headers.ContainsKey(Signature);

    public bool IsRight(IHeaderDictionary headers, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (headers[Id] is not [{ Length: > 0 } id] || headers[Timestamp] is not [{ } timestamp] || headers[Signature] is not [{ } signatures] || Key(secret) is not { } key) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Tolerance.TotalSeconds) return false;
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        var expected = hmac.GetHashAndReset();
        var isRight = false;
        // All are looked at, however early one fits.
        foreach (var signature in signatures.Split(' ')) isRight |= Bytes(signature) is { } sent && CryptographicOperations.FixedTimeEquals(sent, expected);
        return isRight;
    }

    private static byte[]? Bytes(string signature) => signature.StartsWith(Version, StringComparison.Ordinal) ? Base64(signature[Version.Length..]) : null;

    private static byte[]? Key(string secret) => secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? Base64(secret[SecretPrefix.Length..]) : null;

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
