namespace Feedback.Api.Webhooks;

/// <summary>
/// When a message that was not taken is tried again: after 5 seconds, 1, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, each up to
/// a fifth longer by chance, so that many do not come at once. That is three days and more; then it is given up.
/// </summary>
public static class RetrySchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The longest that an address may ask to be left alone.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>What tells which messages are due: until now, and those that would be later than any pause lasts, because they were written under a clock that was ahead.</summary>
    internal static DueTimes DueAt(DateTimeOffset now) => new(now.ToUnixTimeMilliseconds(), (now + 2 * Longest).ToUnixTimeMilliseconds());

    /// <summary>The first attempt and one after each pause.</summary>
    public static int Attempts => Pauses.Length + 1;

    /// <summary>The pause after an attempt; null after the last.</summary>
    /// <param name="attempts">How many were made, from 1.</param>
    /// <param name="asked">How long the address asked to be left alone (Retry-After), if it did; never shorter than that.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan? After(int attempts, TimeSpan? asked, double chance)
    {
        if (attempts >= Attempts) return null;
        var pause = Pauses[attempts - 1] * (1 + chance / 5);
        return asked is { } wish && wish > pause ? wish < Longest ? wish : Longest : pause;
    }
}

/// <summary>The bounds of what is due, Unix milliseconds.</summary>
internal sealed record DueTimes(long Now, long Beyond);
