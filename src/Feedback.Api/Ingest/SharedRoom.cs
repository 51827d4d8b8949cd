namespace Feedback.Api.Ingest;

/// <summary>
/// Room that senders share: one of them may hold at the most three times as much as is left. A single one has three quarters of
/// it, two have three sevenths each, and whoever comes next always finds some (dynamic thresholds: Choudhury and Hahne, 1998).
/// </summary>
/// <param name="size">How much there is, in any unit.</param>
public sealed class SharedRoom(long size)
{
    private const int Share = 3;

    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);
    private long _taken;

    /// <summary>How much is taken.</summary>
    public long Taken
    {
        get
        {
            lock (_held) return _taken;
        }
    }

    /// <summary>Whether a sender may take more.</summary>
    /// <param name="size">How much room there is.</param>
    /// <param name="taken">How much of it is taken.</param>
    /// <param name="held">How much of that the sender holds.</param>
    /// <param name="amount">How much more it asks for.</param>
    public static bool Allows(long size, long taken, long held, long amount) => taken + amount <= size && held + amount <= Share * (size - taken);

    /// <summary>Takes room, or tells that there is none for this sender.</summary>
    public bool TryTake(string sender, long amount)
    {
        lock (_held)
        {
            var held = _held.GetValueOrDefault(sender);
            if (!Allows(size, _taken, held, amount)) return false;
            _held[sender] = held + amount;
            _taken += amount;
            return true;
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void GiveBack(string sender, long amount)
    {
        lock (_held)
        {
            _taken -= amount;
            if ((_held[sender] -= amount) == 0) _held.Remove(sender);
        }
    }
}
