using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Replica;

/// <summary>
/// Opens snapshots of the read replica. Where there is none, where it does not answer or has fallen too far behind, there is no snapshot, and the request is
/// answered from the store itself; a replica that is away is left alone for some seconds, so that few requests wait for it.
/// </summary>
public sealed partial class ReadReplica(ReplicaStore store, CatalogueCache catalogue, TimeProvider time, ILogger<ReadReplica> logger)
{
    /// <summary>A replica whose last beat is older is not read.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    /// <summary>How long one that was away is left alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private const string Current = "current", Behind = "behind", Away = "away";

    private volatile CatalogueSnapshot? _catalogue;
    private volatile ReplicaState _state = new(Away, null);
    private long _awayUntil;

    /// <summary>Whether there is a replica to read.</summary>
    public bool IsSet => store.Database is not null;

    /// <summary>A snapshot to answer from; null where the store itself has to. The caller disposes of its session.</summary>
    public async Task<ReplicaSnapshot?> Open(CancellationToken cancellation)
    {
        if (store.Database is not { } database || time.GetUtcNow().UtcTicks < Interlocked.Read(ref _awayUntil)) return null;
        try
        {
            var session = await database.Read(cancellation);
            try
            {
                if (await Snapshot(session) is { } snapshot) return snapshot;
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
            await session.DisposeAsync();
            return null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, a schema that has not arrived yet among it: the store itself can answer.
            Leave(e);
            return null;
        }
    }

    /// <summary>Leaves it alone for some seconds, because it did not answer, or broke off in the middle of an answer.</summary>
    public void Leave(Exception error)
    {
        Interlocked.Exchange(ref _awayUntil, (time.GetUtcNow() + Pause).UtcTicks);
        if (_state.State != Away) NotRead(logger, error);
        _state = new(Away, null);
    }

    /// <summary>How it was found when it was last asked, some seconds ago at the most; null where there is none.</summary>
    public ReplicaState? State => IsSet ? _state : null;

    /// <summary>Asks how it is, so that no request has to find out.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        if (await Open(cancellation) is { } snapshot) await snapshot.Session.DisposeAsync();
    }

    private async Task<ReplicaSnapshot?> Snapshot(Session session)
    {
        var beat = await session.Row<Beat>(Queries.ReadBeat) ?? throw new InvalidOperationException("The replica has no beat.");
        var sentAt = DateTimeOffset.FromUnixTimeMilliseconds(beat.SentAt);
        // A clock that is behind the one that sent the beat makes it no less fresh.
        var lag = Math.Max(0, (time.GetUtcNow() - sentAt).TotalSeconds);
        var state = new ReplicaState(lag > LongestLag.TotalSeconds ? Behind : Current, Math.Round(lag, 1));
        if (state.State == Behind && _state.State != Behind) TooFarBehind(logger, lag);
        _state = state;
        return state.State == Behind ? null : new ReplicaSnapshot(session, await CatalogueOf(session, beat.Stamp), sentAt);
    }

    /// <summary>The catalogue as the snapshot has it; what has the same stamp is the same.</summary>
    private async Task<CatalogueSnapshot> CatalogueOf(Session session, long stamp)
    {
        if (catalogue.Current is { } own && own.Stamp == stamp) return own;
        return _catalogue is { } known && known.Stamp == stamp ? known : _catalogue = await CatalogueReader.Read(session);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The read replica cannot be read; reads go to the store itself")]
    private static partial void NotRead(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The read replica is {Seconds:0} s behind; reads go to the store itself")]
    private static partial void TooFarBehind(ILogger logger, double seconds);

    private sealed class Beat
    {
        public long SentAt { get; init; }
        public long Stamp { get; init; }
    }
}
