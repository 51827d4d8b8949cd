using Feedback.Api.Ingest;

namespace Feedback.Api.Http.Limits;

/// <summary>
/// Lets so many in at a time. The others wait, and senders take turns: nobody waits for all that another one asks for. No
/// sender has all places, and none the whole waiting room.
/// </summary>
/// <param name="most">At a time.</param>
/// <param name="room">Who may wait.</param>
/// <param name="patience">After so long somebody who waits is sent away.</param>
public sealed class Turnstile(int most, int room, TimeSpan patience)
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Queue<Line> _turns = new();
    private readonly Lock _gate = new();
    private int _inside, _waiting;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _waiting;
        }
    }

    /// <summary>Waits for a turn. Whoever got one leaves again.</summary>
    /// <returns>False where there is no room to wait in, or the turn did not come in time.</returns>
    public async ValueTask<bool> Enter(string sender, CancellationToken cancellation)
    {
        TaskCompletionSource<bool> turn;
        lock (_gate)
        {
            if (!_lines.TryGetValue(sender, out var line)) _lines[sender] = line = new Line(sender);
            if (line.Waiting.Count == 0 && SharedRoom.Allows(most, _inside, line.Inside, 1))
            {
                line.Inside++;
                _inside++;
                return true;
            }
            if (!SharedRoom.Allows(room, _waiting, line.Waiting.Count, 1))
            {
                Forget(line);
                return false;
            }
            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            line.Waiting.Enqueue(turn);
            if (line.Waiting.Count == 1) _turns.Enqueue(line);
            _waiting++;
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(patience);
        await using var _ = end.Token.UnsafeRegister(static turn => ((TaskCompletionSource<bool>)turn!).TrySetResult(false), turn);
        return await turn.Task;
    }

    /// <summary>Gives the place to whoever's turn it is.</summary>
    public void Leave(string sender)
    {
        lock (_gate)
        {
            var line = _lines[sender];
            line.Inside--;
            _inside--;
            Forget(line);
            for (var looked = _turns.Count; looked > 0 && _inside < most; looked--) Admit(_turns.Dequeue());
        }
    }

    /// <summary>Lets the first in that still waits in a line, if the line may have another place.</summary>
    private void Admit(Line line)
    {
        var isFree = SharedRoom.Allows(most, _inside, line.Inside, 1);
        while (isFree && line.Waiting.TryDequeue(out var turn))
        {
            _waiting--;
            // Who was sent away meanwhile takes no place.
            if (!turn.TrySetResult(true)) continue;
            line.Inside++;
            _inside++;
            isFree = false;
        }
        if (line.Waiting.Count > 0) _turns.Enqueue(line);
        else Forget(line);
    }

    private void Forget(Line line)
    {
        if (line.Inside == 0 && line.Waiting.Count == 0) _lines.Remove(line.Sender);
    }

    private sealed class Line(string sender)
    {
        public string Sender => sender;

        public Queue<TaskCompletionSource<bool>> Waiting { get; } = new();

        public int Inside { get; set; }
    }
}
