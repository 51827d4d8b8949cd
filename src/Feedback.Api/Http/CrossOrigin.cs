using Feedback.Api.Catalogue;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Feedback.Api.Http;

/// <summary>
/// Lets pages of the origins that some living key lists read the answers. Whether the key at hand lists the origin is for
/// <see cref="KeyGate"/>: a preflight carries no key.
/// </summary>
public sealed class CrossOrigin(CatalogueCache catalogue, TimeProvider time) : ICorsPolicyProvider
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        // A page may have learned its key a moment ago, from another process.
        var snapshot = HttpMethods.IsOptions(context.Request.Method) ? await catalogue.Refresh(context.RequestAborted) : catalogue.Current;
        return new CorsPolicyBuilder()
            .SetIsOriginAllowed(origin => IsListed(snapshot, origin))
            .WithHeaders("Authorization", "X-Api-Key", "Content-Type", "If-None-Match")
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Delete)
            .WithExposedHeaders("Retry-After", "ETag", "X-Next-Cursor")
            .SetPreflightMaxAge(PreflightAge)
            .Build();
    }

    private bool IsListed(CatalogueSnapshot snapshot, string origin)
    {
        var now = time.GetUtcNow();
        return snapshot.Keys.Any(key => key.IsLive(now) && key.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase));
    }
}
