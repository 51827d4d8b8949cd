using System.Collections.Concurrent;
using System.Diagnostics;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Webhooks;

/// <summary>
/// Sends what waits in the outbox, to each address by itself, so that a slow one holds up no other. An address that does not take a
/// message is left alone for a while with all of its messages. Messages that are old, told or not, are removed.
/// </summary>
public sealed partial class Courier(Database database, CatalogueCache catalogue, Rounds rounds, TimeProvider time, ILogger<Courier> logger) : Chore(Rest, time)
{
    /// <summary>So long messages are kept, for replaying and for looking at.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500), LongestPause = TimeSpan.FromMinutes(1), Housekeeping = TimeSpan.FromHours(1), Patience = TimeSpan.FromSeconds(10), Slice = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _pauses = new(StringComparer.Ordinal);
    private long _refreshed = Stopwatch.GetTimestamp();
    private DateTimeOffset _cleaned = DateTimeOffset.MinValue;

    /// <summary>Ends when the rounds under way have ended.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task Work(CancellationToken cancellation)
    {
        await Look(cancellation);
        await RemoveOld(cancellation);
    }

    protected override void Failed(Exception error) => NotLooked(logger, error);

    /// <summary>Begins a round for every address for which something is due, unless one is under way.</summary>
    private async Task Look(CancellationToken stopping)
    {
        var active = (await Known(stopping)).Webhooks.Where(w => w.Paused is null).ToDictionary(w => w.Id);
        if (active.Count == 0) return;
        var now = Time.GetUtcNow();
        List<string> due;
        await using (var session = await database.Read(stopping)) due = await session.Rows<string>(Queries.ReadDueWebhooks, RetrySchedule.DueAt(now));
        foreach (var id in due.Where(id => active.ContainsKey(id) && !_running.ContainsKey(id) && !(_pauses.TryGetValue(id, out var pause) && now < pause.Until && pause.Until - now <= LongestPause)))
        {
            var round = Run(active[id], stopping);
            _running[id] = round;
            _ = round.ContinueWith(_ => _running.TryRemove(id, out var _), TaskScheduler.Default);
        }
    }

    /// <summary>The catalogue; without a webhook it is read now and then alone, because another process may have made the first.</summary>
    private async ValueTask<CatalogueSnapshot> Known(CancellationToken stopping)
    {
        if (catalogue.Current.Webhooks.Count == 0 && Stopwatch.GetElapsedTime(_refreshed) < Patience) return catalogue.Current;
        _refreshed = Stopwatch.GetTimestamp();
        return await catalogue.Refresh(stopping);
    }

    private async Task Run(Webhook webhook, CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var began = Time.GetUtcNow();
                var round = await rounds.Run(webhook, stopping);
                if (round == Round.Empty) return;
                if (round == Round.Refused)
                {
                    var failures = _pauses.TryGetValue(webhook.Id, out var earlier) ? earlier.Failures + 1 : 1;
                    var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), LongestPause.TotalSeconds));
                    _pauses[webhook.Id] = (failures, began + pause);
                    return;
                }
                _pauses.TryRemove(webhook.Id, out _);
                // What was paused, removed or given another secret meanwhile goes on as it is now.
                if (catalogue.Current.Webhook(webhook.Id) is not { Paused: null } current) return;
                webhook = current;
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // What was claimed is tried again when its time has run out.
            NotSent(logger, e, webhook.Id);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task RemoveOld(CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        if ((now - _cleaned).Duration() < Housekeeping) return;
        var end = (now - Kept).ToUnixTimeMilliseconds();
        // Slice by slice: one statement that deletes very many rows would lock the table, and the writer with it.
        while (await Oldest(stopping) is { } oldest && oldest < end)
        {
            await using var session = await database.Write(stopping);
            await session.Run(Queries.RemoveOldMessages, new { Before = Math.Min(end, oldest + (long)Slice.TotalMilliseconds) });
            await session.Commit();
        }
        _cleaned = now;
    }

    private async Task<long?> Oldest(CancellationToken stopping)
    {
        await using var session = await database.Read(stopping);
        return await session.Row<long?>(Queries.ReadOldestMessage);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox was not looked at; it is tried again")]
    private static partial void NotLooked(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages to the webhook {Webhook} were not sent; they are tried again")]
    private static partial void NotSent(ILogger logger, Exception exception, string webhook);
}
