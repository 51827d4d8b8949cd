using System.Diagnostics;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>
/// The one writer of this process: takes all that waits, stores it in one transaction, and only then tells the senders. When
/// there is nothing to write it folds counts. Runs on a thread of its own.
/// </summary>
public sealed partial class Writer(Database database, Cohorts cohorts, Inbox inbox, TimeProvider time, ILogger<Writer> logger) : IHostedService, IDisposable
{
    private const int GroupSize = 4_000;
    private const long FoldAt = 400_000;
    private static readonly TimeSpan FoldAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    private readonly StoreTrouble _trouble = new(logger);
    private readonly List<Submission> _group = [];
    private readonly List<NewResponse> _responses = [];
    private Thread? _thread;
    private long _begun, _lastStored;
    private ResponseStore? _store;
    private long _leftToFold, _folded = Stopwatch.GetTimestamp();

    /// <summary>Whether it still takes responses.</summary>
    public bool IsAlive => _thread is { IsAlive: true };

    /// <summary>What the store said to the last group, where it did not take it; null while it takes them.</summary>
    public Exception? Fault => _trouble.Error;

    /// <summary>How long ago a group was last stored; null before the first.</summary>
    public TimeSpan? SinceStored => Volatile.Read(ref _lastStored) is not 0 and var at ? Stopwatch.GetElapsedTime(at) : null;

    /// <summary>How long it has been at one group, or at one round of folding.</summary>
    public TimeSpan AtOne => Volatile.Read(ref _begun) is not 0 and var at ? Stopwatch.GetElapsedTime(at) : TimeSpan.Zero;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _store = database.OpenResponseStore(cohorts);
        _thread = new Thread(Run) { Name = "Feedback writer", IsBackground = true };
        _thread.Start();
        return Task.CompletedTask;
    }

    /// <summary>Stops taking responses and waits until what was taken is written, within <see cref="Stopping.ForWriter"/>.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        inbox.Close();
        if (!await Task.Run(() => _thread?.Join(Stopping.ForWriter) ?? true, CancellationToken.None)) LeftBehind(logger, inbox.Waiting);
    }

    public void Dispose()
    {
        // A thread that still writes keeps its store; the process is about to end.
        if (_thread?.IsAlive != true) _store?.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _group.Clear();
            Volatile.Write(ref _begun, 0);
            if (inbox.Take(_group, GroupSize, Idle, out var isClosed)) Write();
            else if (isClosed) return;
            else Rest();
            // The more is folded at once, the more counts share a key; but a quiet stream must not wait for many.
            if (_leftToFold > FoldAt || _leftToFold > 0 && Stopwatch.GetElapsedTime(_folded) > FoldAfter) Fold(all: false);
        }
    }

    private void Write()
    {
        Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
        _responses.Clear();
        foreach (var submission in _group) _responses.AddRange(submission.Responses);
        IngestMeters.TakenUp(_group);
        using var span = IngestTracing.Commit(_group);
        var started = Stopwatch.GetTimestamp();
        try
        {
            _leftToFold += _store!.Store(_responses);
            Volatile.Write(ref _lastStored, Stopwatch.GetTimestamp());
            foreach (var submission in _group) submission.Complete();
            _trouble.End();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            _trouble.Begin(e, _responses.Count);
            foreach (var submission in _group) submission.Fail(e);
        }
        catch (Exception e)
        {
            // One of them cannot be stored; the others shall not pay for it.
            if (_group.Count > 1) Failed(logger, e, _responses.Count);
            foreach (var submission in _group) WriteAlone(submission);
        }
        IngestMeters.Written(_group, _responses.Count, started);
    }

    /// <summary>While there is nothing to write: folds counts, and sees whether a store that took nothing takes something again.</summary>
    private void Rest()
    {
        if (_trouble.Error is not null) Try();
        if (_trouble.Error is null) Fold(all: true);
    }

    private void Try()
    {
        try
        {
            _store!.Try(time);
            _trouble.End();
        }
        catch (Exception e)
        {
            _trouble.Begin(e, 0);
        }
    }

    /// <summary>Whether it is the store that fails, and not one of the responses: then each by itself would fail as well.</summary>
    private bool IsOfStore(Exception error) => database.IsTransient(error) || Database.Reason(error) is not null;

    private void WriteAlone(Submission submission)
    {
        Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
        try
        {
            _leftToFold += _store!.Store(submission.Responses);
            submission.Complete();
        }
        catch (Exception e)
        {
            Failed(logger, e, submission.Responses.Count);
            submission.Fail(e);
        }
    }

    private void Fold(bool all)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), _leftToFold);
        try
        {
            do
            {
                // Each step by itself: much that is folded at rest is no writer that is stuck.
                Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
                _leftToFold = _store!.Fold(_store.FoldSize, time);
            }
            while (all && _leftToFold > 0 && inbox.Waiting == 0);
        }
        catch (Exception e)
        {
            if (IsOfStore(e)) _trouble.Begin(e, 0);
            else FoldFailed(logger, e);
            _leftToFold = 0;
        }
        if (before > 0 || _leftToFold > 0) IngestMeters.Folded(started, _leftToFold);
        _folded = Stopwatch.GetTimestamp();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} responses was not stored")]
    private static partial void Failed(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not take everything in time: {Count} requests that were not acknowledged are left behind, and sent again")]
    private static partial void LeftBehind(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts were not folded; reads add them meanwhile, and it is tried again")]
    private static partial void FoldFailed(ILogger logger, Exception exception);
}
