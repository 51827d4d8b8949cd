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

    public required byte[] Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
