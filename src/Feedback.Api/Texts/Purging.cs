using Feedback.Api.Data;

namespace Feedback.Api.Texts;

/// <summary>Sees to it that some seconds after something was erased or masked no copy of it lies in logs beside the store.</summary>
public sealed partial class Purging(Database database, TimeProvider time, ILogger<Purging> logger) : Chore(Pause, time)
{
    /// <summary>How often it looks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override Task Work(CancellationToken cancellation) => Run(cancellation);

    protected override void Failed(Exception error) => NotPurged(logger, error);

    /// <summary>Purges where something was erased since the last time. What is in somebody's way is tried again.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    internal async Task<bool> Run(CancellationToken cancellation)
    {
        if (!database.HasErased) return true;
        // Before it begins: what is erased meanwhile is for the next time.
        database.HasErased = false;
        var isDone = false;
        try
        {
            return isDone = await database.TryEmptyLog(cancellation);
        }
        finally
        {
            if (!isDone) database.HasErased = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was erased may still lie in the store's log; it is tried again")]
    private static partial void NotPurged(ILogger logger, Exception exception);
}
