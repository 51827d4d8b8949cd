using System.Diagnostics;
using Feedback.Api.Data;

namespace Feedback.Api.Ingest;

/// <summary>
/// What keeps the writer from storing, as long as it does: for whoever asks for health, and for a log that must not be filled with it.
/// </summary>
internal sealed partial class StoreTrouble(ILogger logger)
{
    /// <summary>So often the log says it again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private volatile Exception? _error;
    private long _told, _turnedAway;

    /// <summary>What the store said to the last group; null while it takes them.</summary>
    public Exception? Error => _error;

    /// <summary>A group was not stored.</summary>
    public void Begin(Exception error, int responses)
    {
        var isNew = _error is null;
        _error = error;
        _turnedAway += responses;
        if (!isNew && Stopwatch.GetElapsedTime(_told) < Pause) return;
        _told = Stopwatch.GetTimestamp();
        NotStored(logger, error, _turnedAway, Database.Reason(error) ?? "The store does not take work.");
    }

    /// <summary>A group was stored.</summary>
    public void End()
    {
        if (_error is null) return;
        _error = null;
        StoredAgain(logger, _turnedAway);
        _turnedAway = 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Responses are not stored ({Count} were turned away so far): {Why}")]
    private static partial void NotStored(ILogger logger, Exception exception, long count, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Responses are stored again; {Count} were turned away meanwhile")]
    private static partial void StoredAgain(ILogger logger, long count);
}
