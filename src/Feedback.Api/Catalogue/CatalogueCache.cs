using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>The catalogue as this process knows it. A change made here is seen at once; one made by another process, at the next <see cref="Refresh"/>.</summary>
public sealed class CatalogueCache(Database database)
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile CatalogueSnapshot? _current;

    /// <summary>The last state that was read. The writer checks its stamp again before it stores anything.</summary>
    public CatalogueSnapshot Current => _current ?? throw new InvalidOperationException("The catalogue is read at start.");

    /// <summary>The state in force now: one small read, and all the rest if another service, or an import beside this one, has changed it.</summary>
    public async Task<CatalogueSnapshot> Refresh(CancellationToken cancellation = default) =>
        database.Reading is { } retry ? await retry.Run(async token => await Load(token), cancellation) : await Load(cancellation);

    private async ValueTask<CatalogueSnapshot> Load(CancellationToken cancellation)
    {
        await using (var session = await database.Read(cancellation))
        {
            var stamp = await session.Row<long>(Queries.ReadStamp);
            if (_current is { } current && current.Stamp >= stamp) return current;
        }
        await _loading.WaitAsync(cancellation);
        try
        {
            await using var session = await database.Read(cancellation);
            var stamp = await session.Row<long>(Queries.ReadStamp);
            return _current is { } current && current.Stamp >= stamp ? current : _current = await CatalogueReader.Read(session);
        }
        finally
        {
            _loading.Release();
        }
    }
}
