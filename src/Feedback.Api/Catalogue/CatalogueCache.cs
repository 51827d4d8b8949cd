using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>The catalogue as this process knows it. A change made here is seen at once; one made by another process, at the next <see cref="Fresh"/>.</summary>
public sealed class CatalogueCache(Database database)
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile CatalogueSnapshot? _current;

    /// <summary>The last state that was read. The writer checks its stamp again before it stores anything.</summary>
    public CatalogueSnapshot Current => _current ?? throw new InvalidOperationException("The catalogue is read at start.");

    /// <summary>The state in force now. Another service may have changed it, or an import beside an embedded store: one small read tells.</summary>
    public Task<CatalogueSnapshot> Fresh(CancellationToken cancellation = default) => Refresh(cancellation);

    /// <summary>Reads the stamp, and all the rest if it has moved.</summary>
    public async Task<CatalogueSnapshot> Refresh(CancellationToken cancellation = default)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            await using var session = await database.Read(cancellation);
            var stamp = await session.Row<long>(Queries.ReadStamp);
            if (_current is { } current && current.Stamp == stamp) return current;
            return _current = await CatalogueReader.Read(session);
        }
        finally
        {
            _loading.Release();
        }
    }
}
