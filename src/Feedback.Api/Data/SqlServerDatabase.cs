using System.Data;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Feedback.Api.Data;

/// <summary>The production store: SQL Server 2022 or Azure SQL. Several processes may share one database.</summary>
public sealed partial class SqlServerDatabase(string connectionString) : Database
{
    private const int DatabaseExists = 1801;

    /// <summary>Seconds to wait for a connection to a replica.</summary>
    private const int ReplicaPatience = 5;

    /// <summary>One character between words.</summary>
    private const string Gap = "[^a-z0-9]";

    private readonly string _connectionString = Encrypted(connectionString);

    /// <summary>An hour: a look at a thousand million rows takes minutes, and one that takes longer than this waits for somebody.</summary>
    internal override int? LimitOfLongWork => 3_600;

    public override string Engine => "sqlserver";

    public override async Task<Session> Read(CancellationToken cancellation = default) => await Open(IsolationLevel.Snapshot, cancellation);

    public override async Task<Session> Write(CancellationToken cancellation = default) => await Open(IsolationLevel.ReadCommitted, cancellation);

    public override object IdValue(Guid id) => id;

    public override Guid IdOf(object value) => (Guid)value;

    public override Task AppendTallies(Session session, IReadOnlyCollection<TallyRow> rows) =>
        session.Run(Queries.AppendTally, new { Rows = SqlServerRows.Of(rows) });

    internal override Task RunRows<T>(Session session, string query, IReadOnlyCollection<T> rows) =>
        session.Run(query, new { Rows = SqlServerRows.OfProperties(rows) });

    internal override Task ReadAnswers(Session session, AnswersQuery query, AnswersHandler each, CancellationToken cancellation) =>
        SqlServerAnswers.Read(session, query, each, cancellation);

    /// <summary>
    /// Patterns of LIKE, a JSON array: all have to fit. Words are letters and digits, so that nothing in them stands for anything else. What is neither a
    /// letter of Latin nor a digit ends a word, so that words of other scripts are found within others too.
    /// </summary>
    internal override string Match(IReadOnlyList<SearchTerm> terms) => JsonSerializer.Serialize(terms.Select(t =>
        $"%{Gap}{string.Join(Gap, t.Words)}{(t.IsPrefix ? "" : Gap)}%"));

    /// <summary>Creates the database where it does not exist, and lets reads see one snapshot without waiting for writers.</summary>
    public override async Task Prepare(CancellationToken cancellation)
    {
        await CreateWhereMissing(cancellation);
        await using var connection = await Opened(new SqlConnection(_connectionString), cancellation);
        await TurnOn(connection, s => s.AllowsSnapshots != 0, "allow_snapshot_isolation on");
        await TurnOn(connection, s => s.ReadsCommittedSnapshots != 0, "read_committed_snapshot on with rollback immediate");
    }

    private async Task CreateWhereMissing(CancellationToken cancellation)
    {
        var name = new SqlConnectionStringBuilder(_connectionString).InitialCatalog;
        if (name.Length == 0) return;
        var master = await OpenMaster(cancellation);
        if (master is null) return;
        await using (master)
        {
            if (await master.ExecuteScalarAsync<int>(Text(Queries.CountDatabases), new { Name = name }) != 0) return;
            try
            {
                await master.ExecuteAsync($"create database {Quoted(name)}");
            }
            catch (SqlException e) when (e.Number == DatabaseExists)
            {
                // Another process has just created it.
            }
        }
    }

    /// <summary>Null where the login may enter its own database only: then that one is there, or opening it says what is wrong.</summary>
    private async Task<SqlConnection?> OpenMaster(CancellationToken cancellation)
    {
        try
        {
            var master = new SqlConnectionStringBuilder(_connectionString) { InitialCatalog = "master", Pooling = false };
            return await Opened(new SqlConnection(master.ToString()), cancellation);
        }
        catch (SqlException)
        {
            return null;
        }
    }

    /// <summary>
    /// Sets an option of the database that is not set. Where the server refuses, the start fails: figures of one request must
    /// come from one snapshot. A server that keeps snapshots by nature reports the options as set, and nothing is asked of it.
    /// </summary>
    private async Task TurnOn(SqlConnection connection, Func<SnapshotState, bool> isOn, string option)
    {
        if (isOn(await ReadState(connection))) return;
        try
        {
            await connection.ExecuteAsync($"alter database {Quoted(connection.Database)} set {option}");
        }
        catch (SqlException) when (connection.State == ConnectionState.Open)
        {
            // Another process may have set it in the meantime.
            if (!isOn(await ReadState(connection))) throw;
        }
    }

    private Task<SnapshotState> ReadState(SqlConnection connection) => connection.QuerySingleAsync<SnapshotState>(Text(Queries.ReadSnapshotState));

    public override async Task RunScript(Session session, string script)
    {
        foreach (var batch in BatchSeparator().Split(script))
        {
            if (!string.IsNullOrWhiteSpace(batch)) await session.Connection.ExecuteAsync(batch, transaction: session.Transaction, commandTimeout: session.Limit);
        }
    }

    public override ResponseStore OpenResponseStore(Cohorts cohorts) => new SqlServerResponseStore(this, cohorts);

    public override string FaultOf(Exception error) => SqlServerErrors.FaultOf(error);

    public override bool IsTransient(Exception error) => SqlServerErrors.IsTransient(error);

    internal override Retry Reading => Retry.Reading;

    /// <summary>A connection of the pool may be dead without anybody's knowing; that comes out when the transaction begins, and nothing was asked by then.</summary>
    private async Task<Session> Open(IsolationLevel isolation, CancellationToken cancellation) => await Retry.Opening.Run(token => Begin(isolation, token), cancellation);

    private async ValueTask<Session> Begin(IsolationLevel isolation, CancellationToken cancellation)
    {
        var connection = await Opened(new SqlConnection(_connectionString), cancellation);
        try
        {
            return new Session(this, connection, connection.BeginTransaction(isolation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connections are encrypted unless the text states otherwise; the driver's versions differ in what they do when it does not.</summary>
    internal static string Encrypted(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("Encrypt")) builder.Encrypt = true;
        return builder.ToString();
    }

    /// <summary>
    /// A connection string to a readable secondary: said to be for reading, so that a listener leads there and nothing can be written by mistake, and given up
    /// sooner than usual, because the store itself can answer. What the text states stays.
    /// </summary>
    internal static string ForReading(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("ApplicationIntent")) builder.ApplicationIntent = ApplicationIntent.ReadOnly;
        if (!builder.ShouldSerialize("Connect Timeout")) builder.ConnectTimeout = ReplicaPatience;
        return builder.ToString();
    }

    private static string Quoted(string name) => "[" + name.Replace("]", "]]", StringComparison.Ordinal) + "]";

    [GeneratedRegex(@"^\s*go\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchSeparator();

    private sealed class SnapshotState
    {
        public int AllowsSnapshots { get; init; }
        public int ReadsCommittedSnapshots { get; init; }
    }
}
