using Feedback.Api.Data;

namespace Feedback.Api.Replica;

/// <summary>
/// Writes the time into the store once a second, where there is a replica: commits arrive there in their order, so that a replica that has a beat has everything
/// that was committed before it. Of several processes one writes; each looks how the replica is.
/// </summary>
public sealed partial class Heartbeat(Database database, ReadReplica replica, TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Enough = TimeSpan.FromMilliseconds(800), SetBack = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!replica.IsSet) return;
        for (var fails = false; ; await Task.Delay(Pause, stoppingToken))
        {
            try
            {
                await Beat(stoppingToken);
                await replica.Look(stoppingToken);
                fails = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!fails) NotSent(logger, e);
                fails = true;
            }
        }
    }

    /// <summary>Writes the time, unless another process did less than a second ago.</summary>
    internal async Task Beat(CancellationToken cancellation = default)
    {
        // Taken before the transaction begins: what is committed until then comes before it.
        var now = time.GetUtcNow();
        await using var session = await database.Write(cancellation);
        await session.Run(Queries.SendBeat, new
        {
            Now = now.ToUnixTimeMilliseconds(),
            Before = (now - Enough).ToUnixTimeMilliseconds(),
            After = (now + SetBack).ToUnixTimeMilliseconds(),
        });
        await session.Commit();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The time was not written for the read replica; its age shows until it is")]
    private static partial void NotSent(ILogger logger, Exception exception);
}
