using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>
/// Says so when the machine's clock is set back: days, ends of keys and times of the ledger are the clock's, and nobody would know why they
/// look odd. Nothing is lost by it; docs/faults.md tells what to expect.
/// </summary>
public sealed partial class ClockWatch(Database database, TimeProvider time, ILogger<ClockWatch> logger) : BackgroundService
{
    /// <summary>How far back it may be without a word: machines are set right by moments all the time.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await CompareWithStore(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            NotCompared(logger, e);
        }
        while (!stoppingToken.IsCancellationRequested)
        {
            Look();
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Looks at the clock; tells when it shows less than before.</summary>
    /// <returns>How far it was set back; zero where it was not.</returns>
    internal TimeSpan Look()
    {
        var (now, back) = (time.GetUtcNow(), TimeSpan.Zero);
        if (now + Tolerance < _latest) SetBack(logger, (long)(back = _latest - now).TotalSeconds);
        // From here on as it is now: what was told is not told again.
        if (back > TimeSpan.Zero || now > _latest) _latest = now;
        return back;
    }

    /// <summary>What the store was told last is the past, unless the clock was ahead then or is behind now.</summary>
    internal async Task<TimeSpan> CompareWithStore(CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        if (await session.Row<long?>(Queries.ReadLastUpdate) is not { } last) return TimeSpan.Zero;
        var ahead = DateTimeOffset.FromUnixTimeMilliseconds(last) - time.GetUtcNow();
        if (ahead <= Tolerance) return TimeSpan.Zero;
        Behind(logger, (long)ahead.TotalSeconds);
        return ahead;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was set back by {Seconds} s: days of answers, ends of keys and times in the ledger follow it")]
    private static partial void SetBack(ILogger logger, long seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock is {Seconds} s behind the last change of the store: it is wrong now, or was wrong then")]
    private static partial void Behind(ILogger logger, long seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was not compared with the store")]
    private static partial void NotCompared(ILogger logger, Exception exception);
}
