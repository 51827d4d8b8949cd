using System.Diagnostics;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Texts;

/// <summary>The texts of a response as they are stored, and what came of them when they were read again.</summary>
internal sealed record RereadTexts(long Seq, RereadResponse Response, IReadOnlyList<NewComment> Before, IReadOnlyList<NewComment> After)
{
    /// <summary>Reads the texts of responses one after the other, at least one's, until it has taken so long.</summary>
    public static async Task<List<RereadTexts>> Of(Database database, List<long> responses, CommentReader reader, int analysis, TimeSpan longest, CancellationToken cancellation)
    {
        var (read, start) = (new List<RereadTexts>(), Stopwatch.GetTimestamp());
        await using var session = await database.Read(cancellation);
        foreach (var seq in responses)
        {
            cancellation.ThrowIfCancellationRequested();
            if (read.Count > 0 && Stopwatch.GetElapsedTime(start) > longest) break;
            read.Add(await Of(session, seq, reader, analysis));
        }
        return read;
    }

    /// <summary>Whether these are the texts that were read: none of them was changed since, or erased, and none is up to date already.</summary>
    public bool AreOf(IReadOnlyList<NewComment> stored) => After.Count > 0
        && Before.Select(c => (c.Variable, c.Text, c.Analysis, c.Place)).SequenceEqual(stored.Select(c => (c.Variable, c.Text, c.Analysis, c.Place)));

    private static async Task<RereadTexts> Of(Session session, long seq, CommentReader reader, int analysis)
    {
        var response = (await session.Row<RereadResponse>(Queries.ReadWriter, new { Seq = seq }))!;
        var before = await session.Rows<NewComment>(Queries.ReadStoredComments, new { Seq = seq });
        // Another process may have been here since the look.
        if (before.All(c => c.Analysis >= analysis)) return new(seq, response, before, []);
        return new(seq, response, before,
            [.. before.Select(c => reader.Read(c.Variable, c.Text, response.Language) is var read && c.Analysis > 0 ? read with { Place = c.Place } : read)]);
    }
}
