using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Feedback.Api.Http.SignOn;

/// <summary>
/// Whoever signed on elsewhere, as a key that has the scope of their role and their subject as its id. A token brings in no answers: it
/// names a person, and who answered is nobody's business.
/// </summary>
public sealed partial class Tokens(OidcSettings settings, TimeProvider time, IServiceProvider services, ILogger<Tokens> logger)
{
    private const int LongestToken = 16_384, LongestId = 100;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _askAgain = DateTimeOffset.MinValue;
    private Task<bool>? _asking;

    /// <summary>Whether what was presented instead of a key may be a token.</summary>
    public bool Concern(HttpContext context, string presented) =>
        settings.IsOn && presented.Length <= LongestToken && presented.AsSpan().Count('.') == 2
        && context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The key that the token stands for at an operation, or why there is none. Both where its holder is known and may not.</summary>
    public async Task<(ApiKey? Key, Problem? Refusal)> Find(HttpContext context, RequiredScope required)
    {
        if (!await KnowsIssuer(context.RequestAborted)) return (null, new Problem(503, ProblemCodes.IssuerUnavailable, "The issuer of tokens cannot be asked now; keys are taken.") { RetryAfter = (int)Rest.TotalSeconds });
        var result = await context.AuthenticateAsync(SignOnSetup.Scheme);
        if (!result.Succeeded || result.Principal.FindFirst("sub")?.Value is not { Length: > 0 } subject) return (null, KeyGate.NoKey);
        var id = LedgerLine.SignedOnPrefix + subject;
        // Rare: what a line of the ledger has no room for goes by its hash.
        if (id.Length > LongestId || !System.Text.Ascii.IsValid(id)) id = LedgerLine.SignedOnPrefix + "sha256-" + Base64UrlEncoder.Encode(NewKey.HashOf(subject));
        var granted = Grants.Of(result.Principal, settings, id);
        var key = granted.FirstOrDefault(k => k.Scope == KeyScope.Admin) ?? granted.FirstOrDefault(k => required.Scopes.Contains(k.Scope));
        if (key is not null && required.Scopes.Any(s => s != KeyScope.Ingest)) return (key, null);
        return (key ?? Grants.None(id), new Problem(403, ProblemCodes.ForbiddenScope, "The token has no role for this operation."));
    }

    /// <summary>Whether the issuer's keys are known. One that cannot be asked is left alone for a moment, so that its silence holds up nobody.</summary>
    private Task<bool> KnowsIssuer(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (time.GetUtcNow() < _askAgain) return Task.FromResult(false);
            // All who come meanwhile wait for one answer, and not one after the other for one each.
            if (_asking is null or { IsCompleted: true }) _asking = Ask();
            return _asking.WaitAsync(cancellation);
        }
    }

    private async Task<bool> Ask()
    {
        // Outside of the lock.
        await Task.Yield();
        try
        {
            var manager = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(SignOnSetup.Scheme).ConfigurationManager!;
            return await manager.GetConfigurationAsync(CancellationToken.None) is not null;
        }
        catch (Exception e)
        {
            lock (_lock) _askAgain = time.GetUtcNow() + Rest;
            NotAsked(logger, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The issuer of Feedback:Oidc:Authority cannot be asked for its keys ({Error}); its tokens are answered 503 until it can")]
    private static partial void NotAsked(ILogger logger, string error);
}
