using System.Diagnostics;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Running;

/// <summary>
/// Looks at each part that requests need. Reading is tried every time it is asked; writing, with a row of the service's own, only where nothing
/// was stored for a while: a service that gets no requests because it is not ready has to find out by itself. Not with the writer's own trial
/// (<see cref="ResponseStore.Try"/>), which is for the writer's thread: a writer that hangs must not hold up who asks.
/// </summary>
public sealed partial class Readiness(Database database, Writer writer, Inbox inbox, TimeProvider time, ILogger<Readiness> logger)
{
    public const string Ok = "ok";

    private const string Probe = "probe";
    private const long Full = 4 << 20, Low = 512 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Seldom = TimeSpan.FromSeconds(30), Often = TimeSpan.FromSeconds(2), Long = TimeSpan.FromSeconds(30), ClockSkew = TimeSpan.FromMinutes(2);
    private static readonly (string Part, string Word)[] Bearable = [("disk", "low"), ("inbox", "full"), ("clock", "behind")];

    private readonly int _migrations = Migrator.Files(database.Engine).Count();
    private readonly SemaphoreSlim _probing = new(1, 1);
    private volatile string _writable = Ok;
    private long _probed;

    /// <summary>Each part and how it is, by a word.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Look()
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["writer"] = !writer.IsAlive ? "stopped" : writer.AtOne > Long ? "stuck" : Ok,
            ["inbox"] = inbox.Waiting >= inbox.Capacity / 2 ? "full" : Ok,
        };
        if (database.FreeSpace() is { } free) parts["disk"] = free < Full ? StoreFaults.Full : free < Low ? "low" : Ok;
        parts["store"] = await Read(parts);
        if (parts["store"] == Ok) parts["store"] = await Write();
        return parts;
    }

    /// <summary>Whether requests should go elsewhere while a part is so.</summary>
    public static bool Matters(string part, string word) => word != Ok && !Bearable.Contains((part, word));

    private async Task<string> Read(SortedDictionary<string, string> parts)
    {
        try
        {
            var state = await ReadState().WaitAsync(Patience);
            parts["schema"] = state is null || state.Migrations < _migrations ? "missing" : Ok;
            parts["clock"] = state?.LoggedAt > (time.GetUtcNow() + ClockSkew).ToUnixTimeMilliseconds() ? "behind" : Ok;
            return Ok;
        }
        catch (TimeoutException)
        {
            return "slow";
        }
        catch (Exception e)
        {
            // Whatever it is, the service is not ready; what the engine says may name hosts and is for the log alone.
            NotRead(logger, e);
            return "unreadable";
        }
    }

    private async Task<State?> ReadState()
    {
        await using var session = await database.Read();
        return await session.Row<State>(Queries.ReadState);
    }

    private async Task<string> Write()
    {
        // The writer itself tries a store that failed, as long as it does.
        if (writer.Fault is { } fault) return _writable = database.FaultOf(fault);
        if (writer.SinceStored < Seldom) return _writable = Ok;
        var pause = _writable == Ok ? Seldom : Often;
        if (_probed != 0 && Stopwatch.GetElapsedTime(_probed) < pause || !await _probing.WaitAsync(0)) return _writable;
        _probed = Stopwatch.GetTimestamp();
        try
        {
            // One that waits for the store goes on by itself, and the next begins after it.
            return await TryWrite().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return _writable = StoreFaults.Locked;
        }
    }

    private async Task<string> TryWrite()
    {
        try
        {
            await using var session = await database.Write();
            await session.Run(Queries.InsertSetting, new { Name = Probe, Value = "" });
            await session.Run(Queries.ChangeSetting, new { Name = Probe, Value = time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) });
            await session.Commit();
            return _writable = Ok;
        }
        catch (Exception e)
        {
            var word = database.FaultOf(e);
            if (_writable != word) NotWritten(logger, e);
            return _writable = word;
        }
        finally
        {
            _probing.Release();
        }
    }

    private sealed class State
    {
        public long Stamp { get; init; }
        public long Migrations { get; init; }
        public long? LoggedAt { get; init; }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be read")]
    private static partial void NotRead(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be written; it is tried again every two seconds")]
    private static partial void NotWritten(ILogger logger, Exception exception);
}
