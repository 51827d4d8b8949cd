using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;

namespace Feedback.Api.Texts;

/// <summary>
/// Reads stored texts again where the words they were read with have changed: a list of topics or of names, or the program's own part.
/// What the list of names masks is gone from the store then; topics are counted as if they had been known from the beginning.
/// Figures that were released before stay as they are. Each response is a transaction's part, so counts and texts agree at every moment.
/// </summary>
public sealed partial class Rereading(Database database, CatalogueCache catalogue, CommentReaders readers, ILogger<Rereading> logger) : BackgroundService
{
    /// <summary>How often it looks whether there is anything to do: another process may have changed a list.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Responses of one transaction: others wait for it.</summary>
    private const int AtOnce = 200;

    /// <summary>The setting that holds the last analysis by which all texts were read.</summary>
    private const string Done = "analysis";

    /// <summary>Whether the log of the store may hold texts as they were before.</summary>
    private volatile bool _logHoldsTexts;

    private readonly SemaphoreSlim _changed = new(0, 1);

    /// <summary>Wakes it: a list was changed here.</summary>
    public void Wake()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Run(stoppingToken);
                if (_logHoldsTexts) _logHoldsTexts = !await database.TryEmptyLog(stoppingToken);
                await _changed.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                NotRead(logger, e);
                await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Reads every text that an earlier analysis read.</summary>
    /// <returns>How many responses' texts were read again.</returns>
    internal async Task<int> Run(CancellationToken cancellation)
    {
        var known = await catalogue.Refresh(cancellation);
        if (await LastDone(cancellation) >= known.Words.Analysis) return 0;
        var (after, count) = (0L, 0);
        while (await Stale(after, known.Words.Analysis, cancellation) is { Count: > 0 } responses)
        {
            if (await Read(responses, known, cancellation) is not { } read)
            {
                // Something of the catalogue was changed: from here on under what is in force.
                known = await catalogue.Refresh(cancellation);
                continue;
            }
            (after, count) = (responses[^1], count + read);
        }
        await NoteDone(known.Words.Analysis);
        if (count > 0)
        {
            _logHoldsTexts = true;
            TextsRead(logger, count);
        }
        return count;
    }

    private async Task<List<long>> Stale(long after, int analysis, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await session.Rows<long>(Queries.ReadStale, new { After = after, Analysis = analysis, Count = AtOnce });
    }

    /// <summary>Null when the catalogue is another one by now.</summary>
    private async Task<int?> Read(List<long> responses, CatalogueSnapshot known, CancellationToken cancellation)
    {
        await using var session = await database.Write(cancellation);
        if (await session.Row<long?>(Queries.HoldStamp) != known.Stamp) return null;
        var (count, counts) = (0, new RereadCounts());
        foreach (var seq in responses)
        {
            if (await session.Run(Queries.HoldResponse, new { Seq = seq }) == 0) continue;
            await Read(session, seq, known, counts);
            count++;
        }
        await database.AppendTallies(session, counts.Rows);
        await session.Commit();
        return count;
    }

    private async Task Read(Session session, long seq, CatalogueSnapshot known, RereadCounts counts)
    {
        var response = (await session.Row<RereadResponse>(Queries.ReadWriter, new { Seq = seq }))!;
        var before = await session.Rows<NewComment>(Queries.ReadStoredComments, new { Seq = seq });
        // Another process may have been here between the look and the lock.
        if (before.All(c => c.Analysis >= known.Words.Analysis)) return;
        var version = known.Survey(response.Survey)!.Version(response.Version)!;
        var reader = readers.For(known.Words);
        NewComment[] after = [.. before.Select(c => reader.Read(c.Variable, c.Text, response.Language) is var read && c.Analysis > 0 ? read with { Place = c.Place } : read)];
        foreach (var comment in after)
        {
            await session.Run(Queries.ChangeComment, new
            {
                Response = seq,
                comment.Variable,
                comment.Text,
                comment.Language,
                comment.Sentiment,
                comment.Topics,
                comment.Analysis,
                comment.Place,
            });
        }
        if (before.Any(c => c.Analysis > 0)) counts.Add(response, reader.Count(version, before), -1);
        counts.Add(response, reader.Count(version, after), 1);
    }

    private async Task<int> LastDone(CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await LastDone(session);
    }

    /// <summary>The last analysis by which all texts were read; 0 before any.</summary>
    internal static async Task<int> LastDone(Session session) =>
        int.TryParse(await session.Row<string>(Queries.ReadSetting, new { Name = Done }), NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? done : 0;

    private async Task NoteDone(int analysis)
    {
        var row = new { Name = Done, Value = analysis.ToString(CultureInfo.InvariantCulture) };
        await using var session = await database.Write();
        await session.Run(Queries.InsertSetting, row);
        await session.Run(Queries.ChangeSetting, row);
        await session.Commit();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Texts of {Count} responses were read again under the lists of words in force")]
    private static partial void TextsRead(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored texts were not read again; it is tried later")]
    private static partial void NotRead(ILogger logger, Exception exception);
}
