using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http.Intake;

namespace Feedback.Api.Backup;

/// <summary>
/// The ids of responses that were taken back, as a list of its own: an old backup still has the answers, and with the newest list they are taken back
/// again when it is restored. Of employees the ids are keyed hashes, as the store has them.
/// </summary>
internal static class ErasedIds
{
    private const string Header = "feedback erased ids 1", Sqlite = "SQLite format 3";

    /// <summary>Where the list of a backup lies.</summary>
    public static string PathOf(string backup) => backup + ".erased";

    /// <summary>Writes the list of a store.</summary>
    public static async Task<long> Write(Database database, string path)
    {
        var count = 0L;
        await using var session = await database.Read();
        await DurableFile.Write(path, async writer =>
        {
            await writer.WriteLineAsync(Header);
            await foreach (var row in session.Stream<Row>(Queries.ReadErasedIds))
            {
                await writer.WriteLineAsync(database.IdOf(row.Id).ToString("N"));
                count++;
            }
        });
        return count;
    }

    /// <summary>What is wrong with a list, or with a store in the place of one; null where it can be read.</summary>
    public static async Task<string?> Fault(string path)
    {
        if (!File.Exists(path)) return $"There is no {path}.";
        return await FirstLine(path) is { } line && (line == Header || line.StartsWith(Sqlite, StringComparison.Ordinal)) ? null : $"{path} is neither a store nor a list of erased ids.";
    }

    /// <summary>Takes back in a store with the present schema what a list, or another store, says was taken back; what is so already stays.</summary>
    /// <returns>How many responses were taken back now.</returns>
    public static async Task<long> Apply(Database database, string path, TimeProvider time, CancellationToken cancellation)
    {
        CatalogueSnapshot catalogue;
        await using (var reading = await database.Read(cancellation)) catalogue = await CatalogueReader.Read(reading);
        var erased = 0L;
        await foreach (var id in Read(database, path).WithCancellation(cancellation))
        {
            await using var session = await database.Write(cancellation);
            var row = await session.Row<StoredRow>(Queries.ReadResponse, new { Id = database.IdValue(id) });
            if (row is not { Erased: 0 } || !await Erasure.Erase(session, row, catalogue, time)) continue;
            await session.Commit();
            erased++;
        }
        return erased;
    }

    private static async IAsyncEnumerable<Guid> Read(Database database, string path)
    {
        if (await FirstLine(path) == Header)
        {
            await foreach (var line in File.ReadLinesAsync(path))
            {
                if (Guid.TryParseExact(line, "N", out var id)) yield return id;
            }
            yield break;
        }
        await using var other = database.OpenFile(path);
        await using var session = await other.Read();
        await foreach (var row in session.Stream<Row>(Queries.ReadErasedIds)) yield return database.IdOf(row.Id);
    }

    private static async Task<string?> FirstLine(string path)
    {
        var start = new byte[Header.Length];
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.Latin1.GetString(start, 0, length);
    }

    private sealed class Row
    {
        public object Id { get; init; } = "";
    }
}
