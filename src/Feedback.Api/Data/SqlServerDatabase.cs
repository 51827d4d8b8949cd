using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Feedback.Api.Data;

/// <summary>The production store: SQL Server 2022 or Azure SQL. Several processes may share one database.</summary>
public sealed partial class SqlServerDatabase(string connectionString) : Database
{
    public override string Engine => "sqlserver";

    public override bool IsShared => true;

    public override async Task<Session> Read(CancellationToken cancellation = default) => await Open(IsolationLevel.Snapshot, cancellation);

    public override async Task<Session> Write(CancellationToken cancellation = default) => await Open(IsolationLevel.ReadCommitted, cancellation);

    public override object IdValue(Guid id) => id;

    public override Task AppendTallies(Session session, IReadOnlyCollection<TallyRow> rows) =>
        session.Run(Queries.AppendTally, new { Rows = SqlServerRows.Of(rows) });

    /// <summary>Creates the database where it does not exist, and lets reads see one snapshot without waiting for writers.</summary>
    public override async Task Prepare(CancellationToken cancellation)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        var name = builder.InitialCatalog;
        if (name.Length > 0)
        {
            await using var master = await Opened(new SqlConnection(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master" }.ToString()), cancellation);
            if (await master.ExecuteScalarAsync<int>(Text(Queries.CountDatabases), new { Name = name }) == 0)
                await master.ExecuteAsync($"create database {Quoted(name)}");
        }
        await using var connection = await Opened(new SqlConnection(connectionString), cancellation);
        var state = await connection.QuerySingleAsync<SnapshotState>(Text(Queries.ReadSnapshotState));
        if (state.AllowsSnapshots == 0) await connection.ExecuteAsync($"alter database {Quoted(connection.Database)} set allow_snapshot_isolation on");
        if (state.ReadsCommittedSnapshots == 0)
            await connection.ExecuteAsync($"alter database {Quoted(connection.Database)} set read_committed_snapshot on with rollback immediate");
    }

    public override async Task RunScript(Session session, string script)
    {
        foreach (var batch in BatchSeparator().Split(script))
        {
            if (!string.IsNullOrWhiteSpace(batch)) await session.Connection.ExecuteAsync(batch, transaction: session.Transaction);
        }
    }

    public override ResponseStore OpenResponseStore(Cohorts cohorts) => new SqlServerResponseStore(this, cohorts);

    /// <summary>Deadlock, timeouts, a server that went away or is starting, resources that ran out.</summary>
    public override bool IsTransient(Exception error) =>
        error is SqlException { Number: -2 or 53 or 121 or 233 or 1105 or 1204 or 1205 or 1222 or 4060 or 9002 or 10053 or 10054 or 10060 or 10928 or 10929 or 18456 or 40197 or 40501 or 40613 or 3906 or 64 or 20 or 2 or 258 or -1 }
        || error is InvalidOperationException { Source: "Microsoft.Data.SqlClient" } or TimeoutException;

    private async Task<Session> Open(IsolationLevel isolation, CancellationToken cancellation)
    {
        var connection = await Opened(new SqlConnection(connectionString), cancellation);
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

    private static string Quoted(string name) => "[" + name.Replace("]", "]]", StringComparison.Ordinal) + "]";

    [GeneratedRegex(@"^\s*go\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchSeparator();

    private sealed class SnapshotState
    {
        public int AllowsSnapshots { get; init; }
        public int ReadsCommittedSnapshots { get; init; }
    }
}
