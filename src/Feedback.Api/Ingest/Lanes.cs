namespace Feedback.Api.Ingest;

/// <summary>What waits of one sender, in the order in which it came.</summary>
internal sealed class Lane
{
    public Queue<Submission> Waiting { get; } = new();

    public long Bytes { get; set; }
}

/// <summary>Submissions that wait, by sender. They are taken round by round: one of each sender that has any. Not for two threads at a time.</summary>
internal sealed class Lanes
{
    /// <summary>Senders that are remembered though they have nothing waiting.</summary>
    private const int Remembered = 4_096;

    private readonly Dictionary<string, Lane> _all = new(StringComparer.Ordinal);
    private readonly Queue<Lane> _turns = new();

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Everything that waits, in no order.</summary>
    public IEnumerable<Submission> All => _turns.SelectMany(lane => lane.Waiting);

    public Lane Of(string sender)
    {
        if (_all.TryGetValue(sender, out var lane)) return lane;
        if (_all.Count >= Remembered)
        {
            foreach (var (idle, _) in _all.Where(l => l.Value.Waiting.Count == 0).ToList()) _all.Remove(idle);
        }
        return _all[sender] = new Lane();
    }

    public void Add(Lane lane, Submission submission)
    {
        if (lane.Waiting.Count == 0) _turns.Enqueue(lane);
        lane.Waiting.Enqueue(submission);
        lane.Bytes += submission.Bytes;
        Bytes += submission.Bytes;
        Count++;
    }

    /// <summary>The oldest of the sender whose turn it is; null where nothing waits.</summary>
    public Submission? Take()
    {
        if (!_turns.TryDequeue(out var lane)) return null;
        var submission = lane.Waiting.Dequeue();
        if (lane.Waiting.Count > 0) _turns.Enqueue(lane);
        lane.Bytes -= submission.Bytes;
        Bytes -= submission.Bytes;
        Count--;
        return submission;
    }
}
