using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Feedback.Api.Data;

namespace Feedback.Api.Tests;

/// <summary>The embedded store behind a driver that a test listens to and can break, with the limits of a server.</summary>
internal sealed class WatchedDatabase(SqliteDatabase inner) : Database
{
    public const int LongLimit = 3_600;

    /// <summary>Every command that a session made, in order; not those of the engine itself, which hands rows over in its own way.</summary>
    public ConcurrentQueue<DbCommand> Commands { get; } = [];

    /// <summary>Called in the middle of the read of a figure, before counts that are not folded are read; what it throws breaks the read off.</summary>
    public Action BeforeFresh { get; init; } = () => { };

    /// <summary>What has a read asked again.</summary>
    public Retry? Again { get; init; }

    internal override Retry? Reading => Again;

    internal override int? LimitOfLongWork => LongLimit;

    public override string Engine => inner.Engine;

    public override async Task<Session> Read(CancellationToken cancellation = default) => Watch(await inner.Read(cancellation));

    public override async Task<Session> Write(CancellationToken cancellation = default) => Watch(await inner.Write(cancellation));

    public override object IdValue(Guid id) => inner.IdValue(id);

    public override Guid IdOf(object value) => inner.IdOf(value);

    public override Task AppendTallies(Session session, IReadOnlyCollection<TallyRow> rows) => inner.AppendTallies(Bare(session), rows);

    internal override Task RunRows<T>(Session session, string query, IReadOnlyCollection<T> rows) => inner.RunRows(Bare(session), query, rows);

    internal override Task ReadAnswers(Session session, AnswersQuery query, AnswersHandler each, CancellationToken cancellation) => inner.ReadAnswers(Bare(session), query, each, cancellation);

    internal override Task<List<FreshCount>> ReadFresh(Session session, FreshQuery query)
    {
        BeforeFresh();
        return inner.ReadFresh(Bare(session), query);
    }

    internal override string Match(IReadOnlyList<SearchTerm> terms) => inner.Match(terms);

    public override Task<int> ListComments(int count, CancellationToken cancellation) => inner.ListComments(count, cancellation);

    public override Task Prepare(CancellationToken cancellation) => inner.Prepare(cancellation);

    internal override Task<IReadOnlyList<string>> FindFaults(CancellationToken cancellation) => inner.FindFaults(cancellation);

    internal override Task<long> CountUnindexed(Session session) => inner.CountUnindexed(session);

    internal override Task ListAnew(Func<Func<Session, Task>, Task> step) => inner.ListAnew(step);

    public override Task RunScript(Session session, string script) => inner.RunScript(session, script);

    public override ResponseStore OpenResponseStore(Cohorts cohorts) => inner.OpenResponseStore(cohorts);

    public override bool IsTransient(Exception error) => inner.IsTransient(error);

    public override string FaultOf(Exception error) => inner.FaultOf(error);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private Session Watch(Session session) => new(this, new Connection(this, session.Connection), session.Transaction, () => session.DisposeAsync().AsTask().GetAwaiter().GetResult());

    private Session Bare(Session session) => new(inner, ((Connection)session.Connection).Inner, session.Transaction);

    /// <summary>Makes the driver's own commands.</summary>
    private sealed class Connection(WatchedDatabase watched, DbConnection inner) : DbConnection
    {
        public DbConnection Inner => inner;

        [AllowNull]
        public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Close() => inner.Close();

        public override void Open() => inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

        protected override DbCommand CreateDbCommand()
        {
            var command = inner.CreateCommand();
            watched.Commands.Enqueue(command);
            return command;
        }
    }
}
