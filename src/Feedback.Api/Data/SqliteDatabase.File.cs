using Dapper;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Data;

/// <content>The file itself and its log: made, held, measured, copied, looked through, deleted.</content>
public sealed partial class SqliteDatabase
{
    public override IDisposable? Hold()
    {
        // A store in memory is nobody else's.
        if (DataSource.Length == 0 || DataSource.Contains(":memory:", StringComparison.Ordinal)) return null;
        CreateFolder();
        return new SqliteHold(DataSource);
    }

    public override async Task Prepare(CancellationToken cancellation)
    {
        CreateFolder();
        await using var connection = await Connect(cancellation);
        await connection.ExecuteAsync("pragma journal_mode = wal");
    }

    internal override string FilePath => Path.GetFullPath(DataSource);

    internal override Database OpenFile(string path) => new SqliteDatabase(new SqliteConnectionStringBuilder { DataSource = path }.ToString());

    internal override async Task CopyTo(string path, CancellationToken cancellation)
    {
        await using var connection = await Opened(new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString()), cancellation);
        // It takes as long as it takes; nobody waits for it.
        await connection.ExecuteAsync(new CommandDefinition(Text(Queries.CopyStore), new { Path = path }, commandTimeout: 0, cancellationToken: cancellation));
    }

    internal override bool MayExist => File.Exists(DataSource);

    internal override async Task<IReadOnlyList<string>> FindFaults(CancellationToken cancellation)
    {
        // A connection of its own: one that has read the index of words before takes its memory of it for the store's, and finds faults that are none.
        await using var connection = await Opened(new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString()), cancellation);
        List<string> pages = [];
        try
        {
            await foreach (var found in connection.QueryUnbufferedAsync<string>("pragma integrity_check")) pages.AddRange(Lines(found).Select(line => $"the store's file is damaged: {line}"));
        }
        catch (SqliteException) when (pages.Count > 0)
        {
            // Where a tree has no root any more the engine breaks off; what it has told by then is enough.
        }
        // References that are read from a damaged file may be anything, and reading them may end with nothing said.
        if (pages.Count > 0) return pages;
        var references = await connection.QueryAsync<(string Table, long? Row, string Parent)>("pragma foreign_key_check");
        return [.. references.CountBy(r => (r.Table, r.Parent)).Select(r => $"{r.Value} rows of {r.Key.Table} refer to rows of {r.Key.Parent} that are missing")];
    }

    /// <summary>What the engine found in one part of the file, a line each, without the heading; none where all is well.</summary>
    private static IEnumerable<string> Lines(string found) => found.Split('\n').Where(line => line != "ok" && !line.StartsWith("***", StringComparison.Ordinal));

    public override (long Store, long Log)? FileSizes() =>
        new FileInfo(DataSource) is { Exists: true } store ? (store.Length, new FileInfo(DataSource + "-wal") is { Exists: true } log ? log.Length : 0) : null;

    public override long? FreeSpace() => Path.GetDirectoryName(Path.GetFullPath(DataSource)) is { } folder && Directory.Exists(folder) ? new DriveInfo(folder).AvailableFreeSpace : null;

    /// <summary>Deletes the file and its logs for good.</summary>
    /// <returns>False when somebody else has the store open; then nothing was deleted.</returns>
    internal async Task<bool> TryDelete(CancellationToken cancellation)
    {
        using (var connection = new SqliteConnection(_connectionString)) SqliteConnection.ClearPool(connection);
        try
        {
            // Leaving write-ahead logging takes the whole file, which nobody gets while another connection is open.
            await using var connection = await Opened(new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false, DefaultTimeout = 1 }.ToString()), cancellation);
            await connection.ExecuteAsync("pragma busy_timeout = 200");
            if (await connection.ExecuteScalarAsync<string>("pragma journal_mode = delete") != "delete") return false;
        }
        catch (SqliteException e) when (SqliteErrors.IsLocked(e))
        {
            return false;
        }
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(DataSource + suffix);
        return true;
    }

    public override async Task<bool> TryEmptyLog(CancellationToken cancellation)
    {
        await using var connection = await Connect(cancellation);
        // Others wait meanwhile, so it is given up soon where somebody reads from the log.
        await connection.ExecuteAsync("pragma busy_timeout = 200");
        try
        {
            return await connection.ExecuteScalarAsync<long>("pragma wal_checkpoint(truncate)") == 0;
        }
        finally
        {
            await connection.ExecuteAsync("pragma busy_timeout = 10000");
        }
    }

    private void CreateFolder()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(DataSource)) is { } folder) Directory.CreateDirectory(folder);
    }
}
