using System.Threading.Channels;

namespace Feedback.Api.Ingest;

/// <summary>
/// Where checked responses wait for the writer; bounded in number and in bytes. A single one that finds no room is turned away
/// (503), a batch waits, so that its connection slows down instead. Each kind has lanes of its own, so that neither starves the
/// other, and in each the senders take turns: one that floods waits for itself.
/// </summary>
/// <param name="capacity">Single responses that wait at the most.</param>
/// <param name="bytes">Memory that they take at the most.</param>
public sealed class Inbox(int capacity = Inbox.DefaultCapacity, long bytes = Inbox.DefaultBytes)
{
    public const int DefaultCapacity = 8_192;
    public const long DefaultBytes = 64L << 20;

    /// <summary>How many single responses may wait.</summary>
    public int Capacity => capacity;

    /// <summary>Bytes of JSON after which a part of a batch is handed over, however few responses it has.</summary>
    public const int PartBytes = 256 * 1024;

    /// <summary>Parts of batches that wait before their senders do, and memory of one group of the writer's.</summary>
    private const int PartsAhead = 4, GroupBytes = 16 << 20;

    private readonly object _gate = new();
    private readonly Lanes _singles = new(), _batches = new();
    private bool _isClosed, _isAwaited;

    /// <summary>How many submissions wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _singles.Count + _batches.Count;
        }
    }

    /// <summary>Hands a single response over, or tells that there is no room, or none for its sender (or that the service stops).</summary>
    public bool TryPost(Submission submission)
    {
        lock (_gate)
        {
            var lane = _singles.Of(submission.From);
            if (!IsRoom(lane, submission.Bytes)) return false;
            _singles.Add(lane, submission);
            Wake();
            return true;
        }
    }

    /// <summary>Whether a single response of about so many bytes would find room now. No promise; but who finds none need not be read first.</summary>
    public bool HasRoom(string sender, long size)
    {
        lock (_gate) return IsRoom(_singles.Of(sender), size);
    }

    /// <summary>Hands a part of a batch over. Ends when the next one may be made: at once, or when the writer has taken it.</summary>
    /// <exception cref="ChannelClosedException">The service stops.</exception>
    public ValueTask Post(Submission submission, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_isClosed) throw new ChannelClosedException();
            if (_batches.Count >= PartsAhead) submission.Turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _batches.Add(_batches.Of(submission.From), submission);
            Wake();
        }
        return submission.Turn is { } turn ? Await(turn, cancellation) : default;
    }

    /// <summary>Takes nothing more; what waits is still written, but for parts whose senders wait too: they are told.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var part in _batches.All) part.Turn?.TrySetException(new ChannelClosedException());
            Wake();
        }
    }

    /// <summary>Fills a group with what waits: every single response there is room for, and parts of batches. Blocks until there is something.</summary>
    /// <returns>False when the inbox is closed and empty, or nothing came within the time.</returns>
    internal bool Take(List<Submission> group, int room, TimeSpan patience, out bool isClosed)
    {
        lock (_gate)
        {
            _isAwaited = _singles.Count + _batches.Count == 0 && !_isClosed;
            if (_isAwaited) Monitor.Wait(_gate, patience);
            _isAwaited = false;
            var memory = (long)GroupBytes;
            // Half of the room is for either kind, and what one leaves over is the other's.
            Fill(_singles, room / 2, memory / 2);
            Fill(_batches, 0, 0);
            Fill(_singles, 0, 0);
            isClosed = group.Count == 0 && _isClosed;
            return group.Count > 0;

            void Fill(Lanes lanes, int roomToLeave, long memoryToLeave)
            {
                while (room > roomToLeave && memory > memoryToLeave && lanes.Take() is { } submission)
                {
                    // Nobody waits for it any more.
                    if (submission.Turn is { } turn && !turn.TrySetResult()) continue;
                    group.Add(submission);
                    room -= submission.Responses.Count;
                    memory -= submission.Bytes;
                }
            }
        }
    }

    private bool IsRoom(Lane lane, long size) =>
        !_isClosed && SharedRoom.Allows(capacity, _singles.Count, lane.Waiting.Count, 1) && SharedRoom.Allows(bytes, _singles.Bytes, lane.Bytes, size);

    private static async ValueTask Await(TaskCompletionSource turn, CancellationToken cancellation)
    {
        await using var _ = cancellation.UnsafeRegister(static (turn, cancellation) => ((TaskCompletionSource)turn!).TrySetCanceled(cancellation), turn);
        await turn.Task;
    }

    private void Wake()
    {
        if (!_isAwaited) return;
        _isAwaited = false;
        Monitor.Pulse(_gate);
    }
}
