using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>Makes keys and stores them; of a key itself only the hash.</summary>
public static class NewKey
{
    /// <summary>A key of 256 random bits; the scope stands in front, so that people see what they hold.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scope">What it may do.</param>
    /// <param name="audience">The only audience it may touch; null for both.</param>
    /// <param name="origins">The only origins a browser may use it from; empty for all.</param>
    /// <param name="expiresAt">From when on it is refused; null for never.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="units">Champions: the units whose flags it sees; empty for all.</param>
    /// <param name="rateLimit">Requests a second that it may make; null for what the settings say.</param>
    /// <returns>The plain text, which is shown once, and the row.</returns>
    public static (string Key, ApiKey Stored) Make(string name, KeyScope scope, Audience? audience, IReadOnlyList<string> origins, DateTimeOffset? expiresAt, DateTimeOffset now, IReadOnlyList<string>? units = null, int? rateLimit = null)
    {
        var key = Secret(scope);
        return (key, new ApiKey
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Name = name,
            Scope = scope,
            Audience = audience,
            Origins = origins,
            Units = units ?? [],
            RateLimit = rateLimit,
            Hash = HashOf(key),
            CreatedAt = now,
            ExpiresAt = expiresAt,
        });
    }

    /// <summary>A plain text for a key of a scope.</summary>
    public static string Secret(KeyScope scope) =>
        $"fb_{scope.ToString().ToLowerInvariant()}_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=')}";

    /// <summary>What is stored of a plain text.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Writes a new key and raises the catalogue's stamp, in the session's transaction.</summary>
    public static async Task Insert(Session session, ApiKey key)
    {
        await session.Run(Queries.RaiseStamp);
        await session.Run(Queries.InsertKey, new
        {
            key.Id,
            key.Name,
            Scope = key.Scope.ToString().ToLowerInvariant(),
            Audience = key.Audience?.ToString().ToLowerInvariant(),
            Origins = JsonSerializer.Serialize(key.Origins),
            Hash = Convert.ToHexStringLower(key.Hash),
            CreatedAt = key.CreatedAt.ToUnixTimeMilliseconds(),
            ExpiresAt = key.ExpiresAt?.ToUnixTimeMilliseconds(),
            Units = key.Units.Count == 0 ? null : JsonSerializer.Serialize(key.Units),
            key.RateLimit,
        });
    }
}
