using System.Security.Claims;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Http.SignOn;

/// <summary>What the roles of a token come to: a key for each scope. <c>feedback.read.customer</c> is bound to an audience, <c>feedback.read</c> to none.</summary>
internal static class Grants
{
    /// <summary>A key for every scope that is granted, never ingest.</summary>
    public static List<ApiKey> Of(ClaimsPrincipal principal, OidcSettings settings, string id)
    {
        var units = settings.UnitClaim is { } claim ? Values(principal, claim).ToList() : [];
        var granted = new Dictionary<KeyScope, Audience?>();
        foreach (var role in Values(principal, settings.ScopeClaim).Where(r => r.StartsWith(settings.RolePrefix, StringComparison.Ordinal)))
        {
            if (Parse(role[settings.RolePrefix.Length..]) is not var (scope, audience)) continue;
            // Bound to one audience and to the other is bound to none.
            granted[scope] = granted.TryGetValue(scope, out var other) && other != audience ? null : audience;
        }
        // A champion whose token names no unit, where it should, is none of any.
        if (settings.UnitClaim is not null && units.Count == 0) granted.Remove(KeyScope.Champion);
        return [.. granted.Select(g => None(id) with { Scope = g.Key, Audience = g.Value, Units = g.Key == KeyScope.Champion ? units : [] })];
    }

    /// <summary>Who has no role; may nothing.</summary>
    public static ApiKey None(string id) => new() { Id = id, Name = id, Scope = KeyScope.Ingest, Hash = [], CreatedAt = DateTimeOffset.UnixEpoch };

    private static (KeyScope Scope, Audience? Audience)? Parse(string role) => role.Split('.') switch
    {
        ["read"] => (KeyScope.Read, null),
        ["comments"] => (KeyScope.Comments, null),
        ["champion"] => (KeyScope.Champion, null),
        ["admin"] => (KeyScope.Admin, null),
        [var scope and ("read" or "comments" or "champion"), var audience and ("customer" or "employee")] => (Enum.Parse<KeyScope>(scope, ignoreCase: true), Enum.Parse<Audience>(audience, ignoreCase: true)),
        _ => null,
    };

    /// <summary>The texts of a claim: an array, or one text with blanks between; of a path the array at its end.</summary>
    private static IEnumerable<string> Values(ClaimsPrincipal principal, string claim)
    {
        var found = principal.FindAll(claim).Select(c => c.Value).ToList();
        if (found.Count == 0 && claim.Split('.') is [var first, .. { Length: > 0 } rest]) found = [.. principal.FindAll(first).SelectMany(c => Inside(c.Value, rest))];
        return found.SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<string> Inside(string json, string[] path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var at = document.RootElement;
            foreach (var part in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at)) return [];
            }
            return at.ValueKind switch
            {
                JsonValueKind.String => [at.GetString()!],
                JsonValueKind.Array => [.. at.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
