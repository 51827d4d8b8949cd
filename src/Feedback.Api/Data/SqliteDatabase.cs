using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Feedback.Api.Data;

/// <summary>
/// The embedded store: one file, write-ahead log, every commit synced. SQLite has one writer at a time; the gate makes the
/// writers of this process take turns in order, so that none is starved.
/// </summary>
public sealed partial class SqliteDatabase : Database
{
    /// <summary>Texts of one transaction where all are touched: others wait for it.</summary>
    private const int TextsOfStep = 5_000;

    /// <summary>How long a session that writes waits for another process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a statement waits for another process, milliseconds, as <see cref="Guarantees"/> say.</summary>
    private const int BusyTimeout = 10_000;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConditionalWeakTable<sqlite3, object> _guaranteed = [];

    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30, Pooling = true };
        DataSource = builder.DataSource;
        _connectionString = builder.ToString();
    }

    /// <summary>The path of the file.</summary>
    public string DataSource { get; }

    public override string Engine => "sqlite";

    /// <summary>Held by whoever writes.</summary>
    internal SemaphoreSlim Gate => _gate;

    public override Task<Session> Read(CancellationToken cancellation = default) => Open(isWriting: false, null, cancellation);

    public override async Task<Session> Write(CancellationToken cancellation = default)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            await _gate.WaitAsync(cancellation);
            try
            {
                return await Open(isWriting: true, () => _gate.Release(), cancellation);
            }
            catch (SqliteException e) when (SqliteErrors.IsLocked(e) && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // Another process has the store. It is waited for, but not with the gate in hand: the writer has senders who wait.
                _gate.Release();
            }
            catch
            {
                _gate.Release();
                throw;
            }
        }
    }

    private async Task<Session> Open(bool isWriting, Action? closed, CancellationToken cancellation)
    {
        var connection = await Connect(cancellation);
        try
        {
            return new Session(this, connection, isWriting ? Begin(connection) : connection.BeginTransaction(deferred: true), closed);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins to write, or fails after a second where another process does.</summary>
    private static SqliteTransaction Begin(SqliteConnection connection)
    {
        var patience = connection.DefaultTimeout;
        raw.sqlite3_busy_timeout(connection.Handle!, 1_000);
        connection.DefaultTimeout = 1;
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        finally
        {
            connection.DefaultTimeout = patience;
            raw.sqlite3_busy_timeout(connection.Handle!, BusyTimeout);
        }
    }

    public override object IdValue(Guid id) => id.ToByteArray(bigEndian: true);

    public override Guid IdOf(object value) => new((byte[])value, bigEndian: true);

    public override Task AppendTallies(Session session, IReadOnlyCollection<TallyRow> rows) =>
        session.Connection.ExecuteAsync(
            Text(Queries.AppendTally),
            rows.Select(r => new { r.Key.Variable, r.Key.Cohort, r.Key.Day, r.Key.Period, r.Key.Value, r.Key.Complete, r.N, r.Weight, r.SquaredWeight }),
            session.Transaction);

    internal override Task RunRows<T>(Session session, string query, IReadOnlyCollection<T> rows) =>
        session.Connection.ExecuteAsync(Text(query), rows, session.Transaction);

    internal override async Task<List<FreshCount>> ReadFresh(Session session, FreshQuery query)
    {
        var counts = await base.ReadFresh(session, query);
        counts.AddRange(SqliteGroups.Read(((SqliteConnection)session.Connection).Handle!, Text(Queries.ReadGroups), query));
        return counts;
    }

    internal override Task ReadAnswers(Session session, AnswersQuery query, AnswersHandler each, CancellationToken cancellation)
    {
        SqliteAnswers.Read(((SqliteConnection)session.Connection).Handle!, Text(query.Statement), query, each, cancellation);
        return Task.CompletedTask;
    }

    /// <summary>A query of FTS5 in which quotes hold all that comes from outside, and inside them are letters and digits alone.</summary>
    internal override string Match(IReadOnlyList<SearchTerm> terms) =>
        string.Join(' ', terms.Select(t => $"\"{string.Join(' ', t.Words)}\"{(t.IsPrefix ? " *" : "")}"));

    public override async Task<int> ListComments(int count, CancellationToken cancellation)
    {
        List<long> found;
        await using (var reading = await Read(cancellation)) found = await reading.Rows<long>(Queries.FindUnlisted, new { Count = count });
        if (found.Count == 0) return 0;
        var last = new { Last = found[^1] };
        await using var session = await Write(cancellation);
        await session.Run(Queries.IndexComments, last);
        await session.Run(Queries.ListComments, last);
        await session.Commit();
        return found.Count;
    }

    internal override Task<long> CountUnindexed(Session session) => session.Row<long>(Queries.CountUnindexed);

    internal override async Task ListAnew(Func<Func<Session, Task>, Task> step)
    {
        // A text that is to be listed anew must not be so before the index is empty, or it would be in it twice. And while one counts as listed, to erase
        // or mask it takes it out of the index, where it has to be then. So: none is listed, then nothing is in the index, then all wait to be listed.
        await EachRange(step, Queries.UnlistComments);
        await step(async session =>
        {
            await session.Run(Queries.UnlistComments, new { After = 0L, Last = long.MaxValue });
            await session.Run(Queries.EmptyIndex);
        });
        await EachRange(step, Queries.RelistComments);
    }

    /// <summary>Runs a statement on all texts, some thousands in a step.</summary>
    private async Task EachRange(Func<Func<Session, Task>, Task> step, string statement)
    {
        long last;
        await using (var session = await Read()) last = await session.Row<long>(Queries.ReadLastComment);
        for (var after = 0L; after < last; after += TextsOfStep)
        {
            var range = new { After = after, Last = Math.Min(after + TextsOfStep, last) };
            await step(session => session.Run(statement, range));
        }
    }

    public override Task RunScript(Session session, string script) =>
        session.Connection.ExecuteAsync(script, transaction: session.Transaction);

    public override ResponseStore OpenResponseStore(Cohorts cohorts) => new SqliteResponseStore(this, cohorts);

    public override bool IsTransient(Exception error) => SqliteErrors.IsTransient(error);

    public override string FaultOf(Exception error) => SqliteErrors.FaultOf(error);

    /// <summary>An open connection with the store's guarantees: every commit is synced before it returns.</summary>
    private async Task<SqliteConnection> Connect(CancellationToken cancellation = default)
    {
        var connection = await Opened(new SqliteConnection(_connectionString), cancellation);
        // A handle that comes back from the pool has them already.
        if (!_guaranteed.TryAdd(connection.Handle!, this)) return connection;
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(';', Guarantees(8_000));
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The same for the writer's thread, past the driver.</summary>
    internal SqliteHandle OpenHandle(int cacheKiB)
    {
        var connection = new SqliteHandle(DataSource);
        foreach (var pragma in Guarantees(cacheKiB)) connection.Run(pragma);
        // 16 MB of log between checkpoints: pages that many commits touch are copied to the file once.
        connection.Run("pragma wal_autocheckpoint = 4000");
        return connection;
    }

    private static string[] Guarantees(int cacheKiB) =>
    [
        "pragma synchronous = full",
        "pragma foreign_keys = on",
        "pragma busy_timeout = 10000",
        "pragma temp_store = memory",
        // What is deleted or masked is overwritten: the file of the store is not to tell it either.
        "pragma secure_delete = on",
        string.Create(CultureInfo.InvariantCulture, $"pragma cache_size = -{cacheKiB}"),
    ];

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString)) SqliteConnection.ClearPool(connection);
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }
}
