using System.Diagnostics;
using System.Threading.Channels;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>Responses that wait together for one commit.</summary>
public sealed class Submission(IReadOnlyList<NewResponse> responses)
{
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<NewResponse> Responses => responses;

    public WayIn Way { get; init; }

    /// <summary>When it was made, as <see cref="Stopwatch"/> counts.</summary>
    internal long MadeAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>The request it came with, where that is traced.</summary>
    internal ActivityContext Sender { get; } = IngestTracing.Sender;

    /// <summary>Ends when every response has its outcome and what is stored is durable; fails when the store did not take them.</summary>
    public Task Committed => _committed.Task;

    internal void Complete() => _committed.TrySetResult();

    internal void Fail(Exception error) => _committed.TrySetException(error);
}

/// <summary>
/// Where checked responses wait for the writer; bounded. A single one that finds it full is turned away (503), a batch waits,
/// so that its connection slows down instead. Each kind has a queue of its own, so that neither starves the other.
/// </summary>
public sealed class Inbox
{
    public const int DefaultCapacity = 8_192;
    private const int BatchCapacity = 4;

    private readonly Channel<Submission> _singles;
    private readonly Channel<Submission> _batches = Channel.CreateBounded<Submission>(new BoundedChannelOptions(BatchCapacity) { SingleReader = true });
    private readonly SemaphoreSlim _arrived = new(0);

    public Inbox(int capacity = DefaultCapacity) =>
        _singles = Channel.CreateBounded<Submission>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>How many submissions wait.</summary>
    public int Waiting => _singles.Reader.Count + _batches.Reader.Count;

    /// <summary>Hands a single response over, or tells that there is no room (or that the service stops).</summary>
    public bool TryPost(Submission submission)
    {
        if (!_singles.Writer.TryWrite(submission)) return false;
        _arrived.Release();
        return true;
    }

    /// <summary>Hands a part of a batch over as soon as there is room.</summary>
    public async ValueTask Post(Submission submission, CancellationToken cancellation)
    {
        await _batches.Writer.WriteAsync(submission, cancellation);
        _arrived.Release();
    }

    /// <summary>Takes nothing more; what waits is still written.</summary>
    public void Close()
    {
        _singles.Writer.TryComplete();
        _batches.Writer.TryComplete();
        _arrived.Release();
    }

    /// <summary>Fills a group with what waits: every single response there is room for, and parts of batches. Blocks until there is something.</summary>
    /// <returns>False when the inbox is closed and empty, or nothing came within the time.</returns>
    internal bool Take(List<Submission> group, int room, TimeSpan patience, out bool isClosed)
    {
        do
        {
            var hasArrived = _arrived.Wait(patience);
            // Half of the room is for either queue, and what one leaves over is the other's.
            Fill(_singles, room / 2);
            Fill(_batches, 0);
            Fill(_singles, 0);
            // One permit a submission was given; the first was taken above.
            for (var i = 1; i < group.Count; i++) _arrived.Wait(0);
            isClosed = group.Count == 0 && _singles.Reader.Completion.IsCompleted && _batches.Reader.Completion.IsCompleted;
            if (group.Count > 0 || isClosed || !hasArrived) return group.Count > 0;
        }
        while (true);

        void Fill(Channel<Submission> queue, int roomToLeave)
        {
            while (room > roomToLeave && queue.Reader.TryRead(out var submission))
            {
                group.Add(submission);
                room -= submission.Responses.Count;
            }
        }
    }
}
