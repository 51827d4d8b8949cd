using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Feedback.Api.Releases;

/// <summary>What was released, as it is stored, and held in memory while it is asked for: it never changes, so nothing held is ever stale.</summary>
public sealed class FrozenReleases : IDisposable
{
    /// <summary>The most characters of stored text behind what is held, roughly its bytes.</summary>
    private const long MostHeld = 96L << 20;

    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = MostHeld });

    /// <summary>What a period was released under.</summary>
    public async Task<FrozenPeriod> Period(Session session, SurveyPeriod period)
    {
        if (_held.TryGetValue((period.Survey, period.Number, ""), out FrozenPeriod? held)) return held!;
        var text = await session.Row<string>(Queries.ReadFrozen, new { period.Survey, period.Number }) ?? throw new InvalidOperationException("A released period has no tree.");
        return _held.Set((period.Survey, period.Number, ""), FrozenPeriod.Parse(text), new MemoryCacheEntryOptions { Size = text.Length });
    }

    /// <summary>The frozen cube of one base of a released period; null where nobody was asked.</summary>
    public async Task<FrozenBase?> Base(Session session, SurveyPeriod period, string name)
    {
        if (_held.TryGetValue((period.Survey, period.Number, name), out FrozenBase? held)) return held;
        if (await session.Row<string>(Queries.ReadBase, new { period.Survey, period.Number, Base = name }) is not { } text) return null;
        return _held.Set((period.Survey, period.Number, name), FrozenBase.Parse(text), new MemoryCacheEntryOptions { Size = 2L * text.Length });
    }

    public void Dispose() => _held.Dispose();
}
