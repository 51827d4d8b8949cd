using System.Threading.RateLimiting;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Http.Limits;

/// <summary>
/// How fast requests may come from where no secret holds them back: with keys that stand in pages, to survey pages, with wrong
/// keys and wrong codes. Buckets of tokens, which fill by the second; a full one is forgotten after some seconds, and their
/// number is bounded by the origins that keys list and by <see cref="Places"/>. In the memory of this process alone.
/// </summary>
public sealed class RequestRates(LimitSettings settings) : IDisposable
{
    private const int SecondsOfOwnBurst = 30, SecondsOfWrongKeys = 50, SecondsOfWrongCodes = 100;

    private readonly PartitionedRateLimiter<Bucket> _buckets = PartitionedRateLimiter.Create<Bucket, Bucket>(static b => RateLimitPartition.Get(b, static b => b.Make()));

    /// <summary>Counts a request with a key, and refuses it where there are too many: those of a key with origins are counted by origin, of another one only where it has a rate of its own.</summary>
    public Problem? OfKey(HttpContext context, ApiKey key)
    {
        var perSecond = key.RateLimit ?? (key.Origins.Count > 0 ? settings.RequestsPerSecond : 0);
        if (perSecond == 0) return null;
        var burst = key.RateLimit is { } own ? own * SecondsOfOwnBurst : settings.Burst;
        return Take(new Bucket(key.Id, ListedOrigin(context, key), 0, perSecond, burst), "Requests with this key come too fast; try again.");
    }

    /// <summary>Counts a request for a page that anybody may open.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="survey">Whose page it is.</param>
    public Problem? OfPage(HttpContext context, string survey) => settings.PageRequestsPerSecond == 0 ? null
        : Take(new Bucket("page", "", Places.Of(context, survey), settings.PageRequestsPerSecond, settings.PageBurst), "Requests for this page come too fast from this address; try again.");

    /// <summary>Counts a wrong key, and refuses it without a look at the store where there were too many. A right one is never held up.</summary>
    public Problem? OfWrongKey(HttpContext context) => settings.WrongKeysPerSecond == 0 ? null
        : Take(new Bucket("key", "", Places.Of(context), settings.WrongKeysPerSecond, settings.WrongKeysPerSecond * SecondsOfWrongKeys), "Too many wrong keys come from this address; try again.");

    /// <summary>Counts an invitation code that there is not, and tells where there were too many. A right one is never held up: behind one address a whole office may sit.</summary>
    public Problem? WrongCode(Caller caller) => BucketOfCodes(caller) is { } bucket ? Take(bucket, "Too many wrong invitation codes came from this address; try again.") : null;

    public void Dispose() => _buckets.Dispose();

    private Bucket? BucketOfCodes(Caller caller) => caller.Place is not { } place || settings.WrongCodesPerSecond == 0 ? null
        : new Bucket("code", "", HashCode.Combine(caller.Sender, place) & (Places.Count - 1), settings.WrongCodesPerSecond, settings.WrongCodesPerSecond * SecondsOfWrongCodes);

    private Problem? Take(Bucket bucket, string detail)
    {
        using var lease = _buckets.AttemptAcquire(bucket);
        if (lease.IsAcquired) return null;
        return TooFast(detail, lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? (int)Math.Ceiling(pause.TotalSeconds) : 1);
    }

    private static Problem TooFast(string detail, int seconds) => new(StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyRequests, detail) { RetryAfter = Math.Max(1, seconds) };

    /// <summary>The origin as the key lists it; empty for none. Another one did not pass the gate.</summary>
    private static string ListedOrigin(HttpContext context, ApiKey key)
    {
        var origin = context.Request.Headers.Origin.ToString();
        for (var i = 0; i < key.Origins.Count && origin.Length > 0; i++)
        {
            if (key.Origins[i].Equals(origin, StringComparison.OrdinalIgnoreCase)) return key.Origins[i];
        }
        return "";
    }

    /// <summary>What is counted together.</summary>
    private readonly record struct Bucket(string Of, string Origin, int Place, int PerSecond, int Burst)
    {
        public RateLimiter Make() => new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = false,
        });
    }
}
