using System.Globalization;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Audit;

/// <summary>
/// Stores the lines of the ledger behind the readers' backs, a group in a transaction and a transaction a second. What the store does
/// not take now is tried again; a stop waits for what was taken. Only lines that cannot be stored at all are lost, and these are told.
/// </summary>
public sealed partial class LedgerWriter(Ledger ledger, Database database, OrganisationClock clock, DailyAlert alert, ILogger<LedgerWriter> logger) : BackgroundService
{
    private const int GroupSize = 1_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly List<LedgerLine> _lines = [];
    private readonly List<TaskCompletionSource> _flushing = [];

    /// <summary>Stores what waits, within reason, before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        ledger.Close();
        // Requests may have taken all the time that the token gives; no line is lost for that.
        if (ExecuteTask is { } work) await Task.WhenAny(work, Task.Delay(Stopping.ForLedger, CancellationToken.None));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the service.
        await Task.Yield();
        while (await ledger.Take(_lines, _flushing, GroupSize))
        {
            await StoreGroup(stoppingToken);
            foreach (var stored in _flushing) stored.TrySetResult();
            _lines.Clear();
            _flushing.Clear();
            await ledger.Gather(Rest, GroupSize);
        }
        if (ledger.TakeLost() is > 0 and var lost) LinesLost(logger, lost);
    }

    private async Task StoreGroup(CancellationToken giveUp)
    {
        for (var attempt = 1; !giveUp.IsCancellationRequested; attempt++)
        {
            TellLosses();
            if (_lines.Count == 0) return;
            try
            {
                await Store(_lines);
                await alert.Check(_lines);
                return;
            }
            catch (Exception e) when (database.IsTransient(e))
            {
                if (attempt == 1) NotYetStored(logger, e, _lines.Count);
            }
            catch (Exception e)
            {
                NotStored(logger, e);
                await StoreEach();
                return;
            }
            await Task.Delay(Rest, giveUp).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        ledger.Lose(_lines.Count);
    }

    private async Task Store(IReadOnlyCollection<LedgerLine> lines)
    {
        await using var session = await database.Write();
        await session.RunRows(Queries.InsertLine, lines);
        await session.Commit();
        foreach (var same in lines.CountBy(l => l.Status)) Ledger.Written.Add(same.Value, new KeyValuePair<string, object?>("status", same.Key));
    }

    /// <summary>One of them cannot be stored; the others shall not be lost for it.</summary>
    private async Task StoreEach()
    {
        foreach (var line in _lines)
        {
            try
            {
                await Store([line]);
            }
            catch (Exception)
            {
                ledger.Lose(1);
            }
        }
    }

    /// <summary>Says in the ledger itself what it lacks.</summary>
    private void TellLosses()
    {
        if (ledger.TakeLost() is not (> 0 and var lost)) return;
        LinesLost(logger, lost);
        _lines.Add(Ledger.LineOf(clock) with
        {
            Operation = LedgerLine.Loss,
            Status = LedgerLine.Lost,
            Detail = string.Create(CultureInfo.InvariantCulture, $$"""{"lines":{{lost}}}"""),
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} lines of the ledger are not stored yet; it is tried again until they are")]
    private static partial void NotYetStored(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A line of the ledger cannot be stored")]
    private static partial void NotStored(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} lines of the ledger were lost: who read employees' figures then is not recorded")]
    private static partial void LinesLost(ILogger logger, long count);
}
