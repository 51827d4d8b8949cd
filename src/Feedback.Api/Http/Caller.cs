using Feedback.Api.Catalogue;
using Feedback.Api.Http.Limits;
using Feedback.Indicators;

namespace Feedback.Api.Http;

/// <summary>Who calls: the key a request was let in with, and the catalogue as it stood then.</summary>
public sealed record Caller(ApiKey Key, CatalogueSnapshot Catalogue)
{
    /// <summary>Whether the key may touch what belongs to an audience.</summary>
    public bool MayTouch(Audience audience) => Key.Audience is null || Key.Audience == audience;

    /// <summary>Under which name what it sends waits and counts: the key's id; of pages the survey's.</summary>
    public string Sender { get; init; } = Key.Id;

    /// <summary>Where a request comes from that takes no secret to send, as <see cref="Places"/> numbers it; null of a key that stands in no page.</summary>
    public int? Place { get; init; }

    /// <summary>The service's own pages, which take answers for whoever opens them. No key of the store has this id.</summary>
    public static Caller OfPage(CatalogueSnapshot catalogue, string survey) => new(PageKey, catalogue) { Sender = "page " + survey };

    /// <summary>Whether somebody answers on one of the service's own pages.</summary>
    public bool IsOfPage => Key.Id == PageKey.Id;

    /// <summary>Whether the key is in no catalogue, and lives as long as the service.</summary>
    public bool IsOfService => IsOfPage || Key.Id == AdminKey.SettingId;

    private static ApiKey PageKey { get; } = new() { Id = "page", Name = "survey pages", Scope = KeyScope.Ingest, Hash = [], CreatedAt = DateTimeOffset.UnixEpoch };

    /// <summary>The same caller under another state of the catalogue, or null when the key has died.</summary>
    public Caller? Under(CatalogueSnapshot catalogue, DateTimeOffset now)
    {
        var key = IsOfService ? Key : catalogue.Key(Convert.ToHexString(Key.Hash));
        return key is not null && key.IsLive(now) ? this with { Key = key, Catalogue = catalogue } : null;
    }

    /// <summary>The same caller, and where it is, if its key stands in pages that everybody can read.</summary>
    public Caller At(HttpContext context) => Key.Origins.Count == 0 ? this : this with { Place = Places.Of(context) };

    /// <summary>403 about an audience the key is not for.</summary>
    public static Problem WrongAudience { get; } = new(StatusCodes.Status403Forbidden, ProblemCodes.ForbiddenAudience, "The key is bound to the other audience.");
}

public static class CallerExtensions
{
    /// <summary>Who calls. Set for every operation that needs a key.</summary>
    public static Caller Caller(this HttpContext context) => context.Features.Get<Caller>() ?? throw new InvalidOperationException("The operation asks for no key.");
}
