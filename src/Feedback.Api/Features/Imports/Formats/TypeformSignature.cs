using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary><c>Typeform-Signature: sha256=</c> and the base64 of the HMAC-SHA256 of the body (Typeform, "Secure your webhooks").</summary>
internal sealed class TypeformSignature : IMessageSignature
{
    private const string Header = "Typeform-Signature", Prefix = "sha256=";

    public string? WrongSecret(string secret) => secret.Length is >= 8 and <= 256 ? null : "A secret has 8 to 256 characters.";

    public bool IsSigned(IHeaderDictionary headers) => headers.ContainsKey(Header);

    public bool IsRight(IHeaderDictionary headers, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (headers[Header] is not [{ } value] || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes + 3], expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(value[Prefix.Length..].Trim(), sent, out var length)) return false;
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
        return CryptographicOperations.FixedTimeEquals(sent[..length], expected);
    }
}
