using System.Diagnostics;
using System.Diagnostics.Metrics;
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
    private static readonly Meter Meter = new("Feedback.Texts");
    private static readonly Counter<long> ReadAgain = Meter.CreateCounter<long>("feedback.texts.reread", "{response}", "Responses whose texts were read again because lists of words had changed");

    /// <summary>How often it looks whether there is anything to do: another process may have changed a list.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Responses of one look. It ends before, where their texts take longer than <see cref="Longest"/>.</summary>
    internal int AtOnce { get; init; } = 1_000;

    /// <summary>How long it reads texts before it stores what came out, and how long it stores: others wait for that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>The setting that holds the last analysis by which all texts were read.</summary>
    private const string Done = "analysis";

    private readonly SemaphoreSlim _changed = new(0, 1), _turn = new(1, 1);

    /// <summary>Told after each transaction how many responses' texts were read so far.</summary>
    internal Func<int, Task> Stored { get; init; } = _ => Task.CompletedTask;

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

    /// <summary>Reads every text that an earlier analysis read. A list that is changed meanwhile makes it begin again.</summary>
    /// <returns>How many responses' texts were read again.</returns>
    internal async Task<int> Run(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var known = await catalogue.Refresh(cancellation);
            return await LastDone(cancellation) >= known.Words.Analysis ? 0 : await ReadAll(known, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<int> ReadAll(CatalogueSnapshot known, CancellationToken cancellation)
    {
        var (after, count, before) = (0L, 0, -1);
        while (true)
        {
            var responses = await Stale(after, known.Words.Analysis, cancellation);
            if (responses.Count == 0)
            {
                // Only where nothing is left from the first response on, all is done; where a whole round read nothing, another time.
                if (after == 0) await NoteDone(known.Words.Analysis);
                if (after == 0 || count == before) break;
                (after, before) = (0, count);
            }
            else if (await Reread(responses, known, cancellation) is var (last, read))
            {
                (after, count) = (last, count + read);
                ReadAgain.Add(read);
                await Stored(count);
            }
            else
            {
                // Something of the catalogue was changed: what was read under lists that are no longer in force is read again.
                var analysis = known.Words.Analysis;
                known = await catalogue.Refresh(cancellation);
                if (known.Words.Analysis > analysis) after = 0;
            }
        }
        if (count > 0) TextsRead(logger, count);
        return count;
    }

    private async Task<List<long>> Stale(long after, int analysis, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await session.Rows<long>(Queries.ReadStale, new { After = after, Analysis = analysis, Count = AtOnce });
    }

    /// <summary>Null when the catalogue is another one by now; else the last response that was looked at, and how many were read.</summary>
    private async Task<(long Last, int Read)?> Reread(List<long> responses, CatalogueSnapshot known, CancellationToken cancellation)
    {
        // What takes long is done while nobody waits for it.
        var texts = await RereadTexts.Of(database, responses, readers.For(known.Words), known.Words.Analysis, Longest, cancellation);
        await using var session = await database.Write(cancellation);
        if (await session.Row<long?>(Queries.HoldStamp) != known.Stamp) return null;
        var (read, last, counts, start) = (0, 0L, new RereadCounts(), Stopwatch.GetTimestamp());
        foreach (var text in texts)
        {
            if (last != 0 && Stopwatch.GetElapsedTime(start) > Longest) break;
            last = text.Seq;
            if (await session.Run(Queries.HoldResponse, new { text.Seq }) > 0 && await Change(session, text, known, counts)) read++;
        }
        await database.AppendTallies(session, counts.Rows);
        session.Erases = read > 0;
        await session.Commit();
        return (last, read);
    }

    /// <summary>False where its texts are no longer those that were read: another process has been here.</summary>
    private async Task<bool> Change(Session session, RereadTexts texts, CatalogueSnapshot known, RereadCounts counts)
    {
        if (!texts.AreOf(await session.Rows<NewComment>(Queries.ReadStoredComments, new { texts.Seq }))) return false;
        var version = known.Survey(texts.Response.Survey)!.Version(texts.Response.Version)!;
        var reader = readers.For(known.Words);
        foreach (var comment in texts.After)
        {
            await session.Run(Queries.ChangeComment, new
            {
                Response = texts.Seq,
                comment.Variable,
                comment.Text,
                comment.Language,
                comment.Sentiment,
                comment.Topics,
                comment.Analysis,
                comment.Place,
            });
        }
        if (texts.Before.Any(c => c.Analysis > 0)) counts.Add(texts.Response, reader.Count(version, texts.Before), -1);
        counts.Add(texts.Response, reader.Count(version, texts.After), 1);
        return true;
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
