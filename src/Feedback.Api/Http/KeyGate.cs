using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.SignOn;

namespace Feedback.Api.Http;

/// <summary>Lets a request in that carries a living key with the scope, from an origin the key lists, and with known parameters only.</summary>
public sealed class KeyGate(RequestDelegate next, CatalogueCache catalogue, AdminKey adminKey, Tokens tokens, RequestRates rates, TimeProvider time)
{
    private long _asked;

    public Task Invoke(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<RequiredScope>() is not { } required) return LetInAnybody(context, endpoint);
        var isIngest = required.Scopes.Contains(KeyScope.Ingest);
        var presented = Presented(context, isIngest);
        if (string.IsNullOrEmpty(presented)) return NoKey.ExecuteAsync(context);
        // The writer looks at the stamp again before it stores a response: posting need not ask the store twice.
        var isChecked = isIngest && HttpMethods.IsPost(context.Request.Method);
        var snapshot = catalogue.Current;
        return isChecked && Find(presented, snapshot) is { } key ? LetIn(context, endpoint, required, key, snapshot) : Ask(context, endpoint, required, presented, isChecked);
    }

    private Task LetInAnybody(HttpContext context, Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<OpenToEverybody>() is not null && UnknownParameter(context, endpoint.Metadata.GetMetadata<KnownParameters>(), false) is { } wrong ? wrong.ExecuteAsync(context) : next(context);

    /// <summary>Looks for the key in the catalogue as the store has it now, and then among those who signed on elsewhere.</summary>
    private async Task Ask(HttpContext context, Endpoint endpoint, RequiredScope required, string presented, bool isChecked)
    {
        // What is checked later was looked for in the present catalogue before it came here.
        var snapshot = isChecked ? catalogue.Current : await catalogue.Refresh(context.RequestAborted);
        var key = isChecked ? null : Find(presented, snapshot);
        var isToken = key is null && tokens.Concern(context, presented);
        Problem? refusal = null;
        if (key is null && !isToken)
        {
            refusal = rates.OfWrongKey(context);
            // Another process may have made the key a moment ago; whoever guesses has the store asked once a second.
            if (isChecked && (refusal is null || IsTimeToAsk()))
            {
                snapshot = await catalogue.Refresh(context.RequestAborted);
                key = Find(presented, snapshot);
            }
            if (key is not null) refusal = null;
        }
        if (key is null && isToken)
        {
            (key, refusal) = await tokens.Find(context, required);
            if (refusal is { Status: StatusCodes.Status401Unauthorized }) refusal = rates.OfWrongKey(context) ?? refusal;
        }
        if (refusal is null && key is not null)
        {
            await LetIn(context, endpoint, required, key, snapshot);
            return;
        }
        context.Features.Get<AdminAct>()?.Key = key;
        await (refusal ?? NoKey).ExecuteAsync(context);
    }

    /// <summary>Goes on with a key that lives, unless it may not do this, or not from there.</summary>
    private Task LetIn(HttpContext context, Endpoint endpoint, RequiredScope required, ApiKey key, CatalogueSnapshot snapshot)
    {
        context.Features.Get<AdminAct>()?.Key = key;
        if (!Allows(key, required)) return new Problem(403, ProblemCodes.ForbiddenScope, "The key lacks the scope for this operation.").ExecuteAsync(context);
        if (!AllowsOrigin(context, key)) return new Problem(403, ProblemCodes.ForbiddenOrigin, "The key does not list this origin.").ExecuteAsync(context);
        context.Features.Set(new Caller(key, snapshot));
        var isIngest = required.Scopes.Contains(KeyScope.Ingest);
        return UnknownParameter(context, endpoint.Metadata.GetMetadata<KnownParameters>(), isIngest) is { } problem ? problem.ExecuteAsync(context) : next(context);
    }

    /// <summary>True for one request a second.</summary>
    private bool IsTimeToAsk()
    {
        var asked = Volatile.Read(ref _asked);
        return time.GetElapsedTime(asked) > TimeSpan.FromSeconds(1) && Interlocked.CompareExchange(ref _asked, time.GetTimestamp(), asked) == asked;
    }

    public static Problem NoKey { get; } = new(401, ProblemCodes.Unauthorized, "The request carries no key that lives.");

    private ApiKey? Find(string? presented, CatalogueSnapshot snapshot)
    {
        if (presented is not { Length: > 0 and <= 256 }) return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(presented.Length)];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(presented, bytes)], hash);
        if (adminKey.Matches(hash)) return adminKey.Key;
        var key = snapshot.Key(Convert.ToHexString(hash));
        return key is not null && CryptographicOperations.FixedTimeEquals(key.Hash, hash) && key.IsLive(time.GetUtcNow()) ? key : null;
    }

    private static string? Presented(HttpContext context, bool isIngest)
    {
        var headers = context.Request.Headers;
        if (headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return authorization[7..].Trim();
            if (authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return Password(authorization[6..].Trim());
            return null;
        }
        if (headers["X-Api-Key"].ToString() is { Length: > 0 } key) return key;
        return isIngest && context.Request.QueryString.HasValue ? context.Request.Query["key"].ToString() : null;
    }

    private static string? Password(string basic)
    {
        var bytes = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic, bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : pair[(colon + 1)..];
    }

    private static bool Allows(ApiKey key, RequiredScope required) => key.Scope == KeyScope.Admin || required.Scopes.Contains(key.Scope);

    private static bool AllowsOrigin(HttpContext context, ApiKey key) =>
        key.Origins.Count == 0 || context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || key.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static Problem? UnknownParameter(HttpContext context, KnownParameters? known, bool isIngest)
    {
        if (!context.Request.QueryString.HasValue) return null;
        foreach (var (name, _) in context.Request.Query)
        {
            if (isIngest && name == "key" || known is not null && (known.Names.Contains(name) || known.AreOfLinks || known.AreOptions && name is ['$', ..])) continue;
            return Problem.Invalid(ProblemCodes.UnknownParameter, Names.IsName(name) ? name : "?", "The parameter is not one of this operation's.");
        }
        return null;
    }
}
