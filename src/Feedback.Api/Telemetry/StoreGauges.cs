using System.Diagnostics.Metrics;
using Feedback.Api.Audit;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Telemetry;

/// <summary>What is read off when metrics are sent: how much waits, and how large the store is. What takes a query is read every half minute, and the last that was read is told.</summary>
internal sealed class StoreGauges(Database database, Inbox inbox, Ledger ledger, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Meter _meter = new("Feedback.Store");
    private readonly CancellationTokenSource _stopping = new();
    private long _messages, _oldest;

    public void Start()
    {
        _meter.CreateObservableGauge("feedback.inbox.waiting", () => inbox.Waiting, "{submission}", "Submissions that wait for the writer");
        _meter.CreateObservableGauge("feedback.ledger.waiting", () => ledger.Waiting, "{line}", "Lines of the ledger that wait to be stored");
        _meter.CreateObservableGauge("feedback.store.size", () => Sizes(0), "By", "Bytes of the embedded store's file");
        _meter.CreateObservableGauge("feedback.store.log.size", () => Sizes(1), "By", "Bytes of the embedded store's write-ahead log");
        _meter.CreateObservableGauge("feedback.webhooks.waiting", () => Volatile.Read(ref _messages), "{message}", "Messages to other systems that wait to be sent");
        _meter.CreateObservableGauge("feedback.webhooks.oldest", () => Age(), "s", "Age of the oldest message that waits to be sent");
        _ = Look();
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _meter.Dispose();
    }

    /// <summary>Reads what takes a query.</summary>
    internal async Task Read(CancellationToken cancellation = default)
    {
        await using var session = await database.Read(cancellation);
        var waiting = await session.Row<Waiting>(Queries.CountWaitingMessages);
        Volatile.Write(ref _oldest, waiting?.Oldest ?? 0);
        Volatile.Write(ref _messages, waiting?.Messages ?? 0);
    }

    private async Task Look()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await Read(_stopping.Token);
            }
            catch (Exception)
            {
                // The store does not answer now; readiness and others tell of it.
            }
            await Task.Delay(Pause, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private IEnumerable<Measurement<long>> Sizes(int which) => database.FileSizes() is { } sizes ? [new(which == 0 ? sizes.Store : sizes.Log)] : [];

    private double Age() => Volatile.Read(ref _oldest) is > 0 and var oldest ? Math.Max(0, (time.GetUtcNow().ToUnixTimeMilliseconds() - oldest) / 1000d) : 0;

    private sealed class Waiting
    {
        public long Messages { get; init; }
        public long? Oldest { get; init; }
    }
}
