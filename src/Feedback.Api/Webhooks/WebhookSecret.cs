using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Feedback.Api.Webhooks;

/// <summary>
/// What messages are signed with: <c>whsec_</c> and the base64 of 32 random bytes. A signature is <c>v1,</c> and the base64 of the
/// HMAC-SHA256 of <c>id.timestamp.body</c> (Standard Webhooks 1.0).
/// </summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    public static string Make() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What a secret is encrypted for; one webhook's cannot be put in another's place.</summary>
    public static string UseOf(string webhook) => "webhook " + webhook;

    /// <summary>The header of a message: a signature for each secret, with blanks between.</summary>
    /// <param name="secrets">In plain text, the one in force first.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">When this attempt is made, Unix seconds.</param>
    /// <param name="body">As it is sent.</param>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] content = [.. head, .. body];
        return string.Join(' ', secrets.Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(s[Prefix.Length..]), content))));
    }
}
