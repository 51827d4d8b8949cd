using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>What a key may do.</summary>
public enum KeyScope { Ingest, Read, Comments, Champion, Admin }

/// <summary>A key that lives or lived; of the key itself only its SHA-256.</summary>
public sealed record ApiKey
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required KeyScope Scope { get; init; }

    /// <summary>The only audience it may touch, or null for both.</summary>
    public Audience? Audience { get; init; }

    /// <summary>The only origins a browser may use it from; empty for all.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Champions: the units whose flags it sees, with all below them; empty for all.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Requests a second that it may make, from each of its origins; null for what the settings say.</summary>
    public int? RateLimit { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>The SHA-256 of the secret before the present one, which is good too until <see cref="EarlierUntil"/>; null where there is none.</summary>
    public byte[]? EarlierHash { get; init; }

    public DateTimeOffset? EarlierUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The same key as its secret before the present one opens it; null where there is none.</summary>
    public ApiKey? AsEarlier => EarlierHash is { } hash && EarlierUntil is { } until ? this with { Hash = hash, ExpiresAt = ExpiresAt < until ? ExpiresAt : until } : null;

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
