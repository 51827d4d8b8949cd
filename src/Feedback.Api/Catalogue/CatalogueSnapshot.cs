using System.Collections.Frozen;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>Keys, units, surveys and what the organisation adds, as they stood at one stamp. Immutable, so that a request sees one state throughout.</summary>
public sealed class CatalogueSnapshot(long stamp, IReadOnlyList<ApiKey> keys, UnitTree units, IEnumerable<Survey> surveys)
{
    private readonly FrozenDictionary<string, ApiKey> _keysByHash = keys.Concat(keys.Select(k => k.AsEarlier).OfType<ApiKey>()).ToFrozenDictionary(k => Convert.ToHexString(k.Hash), StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Survey> _surveys = surveys.ToFrozenDictionary(s => s.Key, StringComparer.Ordinal);
    private readonly FrozenDictionary<int, Survey> _surveysById = surveys.ToFrozenDictionary(s => s.Id);

    public long Stamp => stamp;
    public UnitTree Units => units;

    /// <summary>Every key that was ever made, once each.</summary>
    public IReadOnlyList<ApiKey> Keys => keys;

    /// <summary>Every survey that was published; the service's own are not among them.</summary>
    public IEnumerable<Survey> Surveys => _surveys.Values.Where(s => !s.IsBuiltIn).OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>Every survey of an audience, the service's own among them.</summary>
    public IEnumerable<Survey> Of(Audience audience) => _surveys.Values.Where(s => s.Audience == audience);

    public Survey? Survey(string key) => _surveys.GetValueOrDefault(key);

    public Survey? Survey(int id) => _surveysById.GetValueOrDefault(id);

    /// <summary>Ordered by audience, indicator, measure and unit.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<Initiative> Initiatives { get; init; } = [];

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<OutcomeSeries> Outcomes { get; init; } = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Webhook> Webhooks { get; init; } = [];

    /// <summary>What texts are read with.</summary>
    public WordLists Words { get; init; } = WordLists.None;

    public Webhook? Webhook(string id) => Webhooks.FirstOrDefault(w => w.Id == id);

    public Initiative? Initiative(string key) => Initiatives.FirstOrDefault(i => i.Key == key);

    public OutcomeSeries? Outcome(string name) => Outcomes.FirstOrDefault(o => o.Name == name);

    /// <summary>The key whose SHA-256, or that of its earlier secret, this is (upper-case hexadecimal), living or not.</summary>
    public ApiKey? Key(string hash) => _keysByHash.GetValueOrDefault(hash);
}
