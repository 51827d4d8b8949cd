using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Feedback.Api.Ingest;

namespace Feedback.Api.Audit;

/// <summary>
/// Where lines wait for the ledger's writer; bounded. A line that finds it full waits for a moment, and is counted as lost when there is
/// still no room: the ledger then says how many lines it lacks.
/// </summary>
public sealed class Ledger(int capacity = Ledger.DefaultCapacity)
{
    public const int DefaultCapacity = 8_192;

    /// <summary>How long a line waits for room, and a reader of the ledger for the lines before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal static readonly Meter Meter = new("Feedback.Audit");
    internal static readonly Counter<long> Written = Meter.CreateCounter<long>("feedback.ledger.lines", "{line}", "Lines of the ledger by status");
    private static readonly Counter<long> LinesLost = Meter.CreateCounter<long>("feedback.ledger.lost", "{line}", "Lines that could not be stored");

    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(capacity) { SingleReader = true });
    private readonly SemaphoreSlim _hurry = new(0, 1);
    private long _lost;
    private volatile bool _isClosed;

    /// <summary>A line of now.</summary>
    public static LedgerLine LineOf(OrganisationClock clock) => LineOf(clock, clock.Now);

    /// <summary>How many lines wait to be stored.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Hands a line over. Costs nothing while there is room.</summary>
    public ValueTask Write(LedgerLine line) => _waiting.Writer.TryWrite(new Entry(line, null)) ? default : Wait(line);

    /// <summary>Waits until every line that was handed over before is stored; not longer than a moment, where the store does not take them.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await _waiting.Writer.WriteAsync(new Entry(null, stored), patience.Token);
            Hurry();
            await stored.Task.WaitAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException && !cancellation.IsCancellationRequested)
        {
            // What is stored is read without the others.
        }
    }

    /// <summary>Fills a group with the lines that wait, and those who wait for them; blocks until there is something.</summary>
    /// <returns>False when the ledger is closed and nothing waits any more.</returns>
    internal async Task<bool> Take(List<LedgerLine> lines, List<TaskCompletionSource> flushing, int size)
    {
        if (!await _waiting.Reader.WaitToReadAsync()) return false;
        while (lines.Count < size && _waiting.Reader.TryRead(out var entry))
        {
            if (entry.Line is { } line) lines.Add(line);
            if (entry.Stored is { } stored) flushing.Add(stored);
        }
        return true;
    }

    /// <summary>Lets lines gather for so long, until there are many, or until somebody is in a hurry.</summary>
    internal Task Gather(TimeSpan time, int many) => _isClosed || _waiting.Reader.Count >= many ? Task.CompletedTask : _hurry.WaitAsync(time);

    /// <summary>Counts lines that nobody stores any more.</summary>
    internal void Lose(long lines)
    {
        Interlocked.Add(ref _lost, lines);
        LinesLost.Add(lines);
    }

    /// <summary>How many lines were lost since it was last asked.</summary>
    internal long TakeLost() => Interlocked.Exchange(ref _lost, 0);

    /// <summary>Takes nothing more; what waits is still stored.</summary>
    internal void Close()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
        Hurry();
    }

    private static LedgerLine LineOf(OrganisationClock clock, DateTimeOffset now) => new() { LoggedAt = now.ToUnixTimeMilliseconds(), Day = clock.DayOf(now) };

    private async ValueTask Wait(LedgerLine line)
    {
        using var patience = new CancellationTokenSource(Patience);
        Hurry();
        try
        {
            await _waiting.Writer.WriteAsync(new Entry(line, null), patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            Lose(1);
        }
    }

    private void Hurry()
    {
        try
        {
            _hurry.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody is in a hurry already.
        }
    }

    private readonly record struct Entry(LedgerLine? Line, TaskCompletionSource? Stored);
}
