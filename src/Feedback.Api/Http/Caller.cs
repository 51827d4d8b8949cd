using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Http;

/// <summary>Who calls: the key a request was let in with, and the catalogue as it stood then.</summary>
public sealed record Caller(ApiKey Key, CatalogueSnapshot Catalogue)
{
    /// <summary>Whether the key may touch what belongs to an audience.</summary>
    public bool MayTouch(Audience audience) => Key.Audience is null || Key.Audience == audience;

    /// <summary>The service's own pages, which take answers for whoever opens them. No key of the store has this id.</summary>
    public static Caller OfPage(CatalogueSnapshot catalogue) => new(PageKey, catalogue);

    /// <summary>Whether somebody answers on one of the service's own pages.</summary>
    public bool IsOfPage => Key.Id == PageKey.Id;

    /// <summary>Whether the key is in no catalogue, and lives as long as the service.</summary>
    public bool IsOfService => IsOfPage || Key.Id == AdminKey.SettingId;

    private static ApiKey PageKey { get; } = new() { Id = "page", Name = "survey pages", Scope = KeyScope.Ingest, Hash = [], CreatedAt = DateTimeOffset.UnixEpoch };

    /// <summary>The same caller under another state of the catalogue, or null when the key has died.</summary>
    public Caller? Under(CatalogueSnapshot catalogue, DateTimeOffset now)
    {
        var key = IsOfService ? Key : catalogue.Key(Convert.ToHexString(Key.Hash));
        return key is not null && key.IsLive(now) ? new Caller(key, catalogue) : null;
    }

    /// <summary>403 about an audience the key is not for.</summary>
    public static Problem WrongAudience { get; } = new(StatusCodes.Status403Forbidden, ProblemCodes.ForbiddenAudience, "The key is bound to the other audience.");
}

public static class CallerExtensions
{
    /// <summary>Who calls. Set for every operation that needs a key.</summary>
    public static Caller Caller(this HttpContext context) => context.Features.Get<Caller>() ?? throw new InvalidOperationException("The operation asks for no key.");
}
