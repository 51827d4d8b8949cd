using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Features.Keys;

/// <summary>A key without its plain text.</summary>
/// <param name="Id">Under which it is revoked.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="Audience">The only audience it may touch; null for both.</param>
/// <param name="Origins">The only origins a browser may use it from; empty for all.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Units">Champions: the units whose flags it sees, with all below them; empty for all, and for keys of another scope.</param>
/// <param name="RateLimit">Requests a second that it may make, from each of its origins; null for what the settings say: those of keys that list origins, and any number of others.</param>
/// <param name="EarlierKeyUntil">Until when the plain text before the present one is good too; null where there is none.</param>
public sealed record KeyView(string Id, string Name, KeyScope Scope, Audience? Audience, IReadOnlyList<string> Origins, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt, IReadOnlyList<string> Units, int? RateLimit, DateTimeOffset? EarlierKeyUntil)
{
    public static KeyView Of(ApiKey key, DateTimeOffset now) =>
        new(key.Id, key.Name, key.Scope, key.Audience, key.Origins, key.ExpiresAt, key.CreatedAt, key.Units, key.RateLimit, key.AsEarlier is { } earlier && earlier.IsLive(now) ? earlier.ExpiresAt : null);
}
