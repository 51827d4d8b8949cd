using System.Data.Common;

namespace Feedback.Api.Data;

/// <summary>One store on one engine: opens sessions and knows the engine's own text of every query.</summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>The engine's name as the setting <c>Feedback:Database:Engine</c> and the folders below <c>db</c> have it.</summary>
    public abstract string Engine { get; }

    /// <summary>What of the folded counts is held in memory.</summary>
    public FoldedCounts Folded { get; } = new();

    /// <summary>The text of a query of the catalogue for this engine.</summary>
    public string Text(string name) => Queries.Text(Engine, name);

    /// <summary>Takes the store for a process that serves it, until it is given back or the process ends. Those that only work beside it do not ask.</summary>
    /// <exception cref="StoreInUseException">Another process serves it, and the engine allows one alone.</exception>
    public virtual IDisposable? Hold() => null;

    /// <summary>
    /// Seconds that one statement of work on a whole store may take (checking, mending, migrating, retention, backups), where the engine breaks off what takes
    /// longer; null where nothing is broken off.
    /// </summary>
    internal virtual int? LimitOfLongWork => null;

    /// <summary>Opens one consistent snapshot: every read of the session sees the same commits, and all that came before.</summary>
    public abstract Task<Session> Read(CancellationToken cancellation = default);

    /// <summary>Opens a transaction that may write; without <see cref="Session.Commit"/> nothing of it stays.</summary>
    public abstract Task<Session> Write(CancellationToken cancellation = default);

    /// <summary>The value of a response's id as the engine's column takes it.</summary>
    public abstract object IdValue(Guid id);

    /// <summary>The response's id that the engine's column has as this value.</summary>
    public abstract Guid IdOf(object value);

    /// <summary>Appends counts, one row each, in the session's transaction.</summary>
    public abstract Task AppendTallies(Session session, IReadOnlyCollection<TallyRow> rows);

    /// <summary>Runs a statement that takes rows in the session's transaction; the properties of a row are named like the parameters.</summary>
    internal abstract Task RunRows<T>(Session session, string query, IReadOnlyCollection<T> rows);

    /// <summary>Hands over the packed answers of the responses that the query finds, one by one, in no order, as they come from the store.</summary>
    internal abstract Task ReadAnswers(Session session, AnswersQuery query, AnswersHandler each, CancellationToken cancellation);

    /// <summary>The counts of some variables on some days that were appended and are not folded yet, as the session's snapshot has them.</summary>
    internal virtual Task<List<FreshCount>> ReadFresh(Session session, FreshQuery query) => session.Rows<FreshCount>(Queries.ReadFreshTallies, query.Parameters);

    /// <summary>What asks the engine for texts with all of these.</summary>
    internal abstract string Match(IReadOnlyList<SearchTerm> terms);

    /// <summary>Lists comments that were stored and are not listed yet, so that lists and searches find them.</summary>
    /// <param name="count">So many at most.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many were listed; 0 where the engine lists each as it is stored.</returns>
    public virtual Task<int> ListComments(int count, CancellationToken cancellation) => Task.FromResult(0);

    /// <summary>Whether something was erased or masked since <see cref="TryEmptyLog"/> last did its work; what was before a restart may lie there still.</summary>
    internal bool HasErased { get; set; } = true;

    /// <summary>Creates the store where there is none, and what every later open relies on. Called once, before migrating.</summary>
    public abstract Task Prepare(CancellationToken cancellation);

    /// <summary>Takes out of the store's log what it holds beside the store itself: what was masked or erased since.</summary>
    /// <returns>False when others are reading from the log; it is tried again later. An engine that keeps its own log always says true.</returns>
    public virtual Task<bool> TryEmptyLog(CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>Whether there is a store; only an embedded one can be told to be missing without opening it.</summary>
    internal virtual bool MayExist => true;

    /// <summary>The file of an embedded store; null on a server, which keeps its own files and makes its own backups.</summary>
    internal virtual string? FilePath => null;

    /// <summary>Copies an embedded store into a file that is empty or not there, as one snapshot has it, while others go on.</summary>
    internal virtual Task CopyTo(string path, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Another embedded store of the same engine.</summary>
    internal virtual Database OpenFile(string path) => throw new NotSupportedException();

    /// <summary>What the engine itself finds wrong with the store: pages, indexes, references. One text a fault. A server looks after its own.</summary>
    internal virtual Task<IReadOnlyList<string>> FindFaults(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>How many listed texts are not in the index of words, or are in it and not listed; none where the engine has no index.</summary>
    internal virtual Task<long> CountUnindexed(Session session) => Task.FromResult(0L);

    /// <summary>Empties the index of words and has every text listed anew, a step at a time, so that nobody waits long.</summary>
    /// <param name="step">Runs a step in a transaction of its own. What ends after any of them is found by <see cref="CountUnindexed"/> and can be begun again.</param>
    internal virtual Task ListAnew(Func<Func<Session, Task>, Task> step) => Task.CompletedTask;

    /// <summary>How large the store's file and its log are, in bytes; null for an engine whose files are elsewhere.</summary>
    public virtual (long Store, long Log)? FileSizes() => null;

    /// <summary>Runs a migration's text, batch by batch, in the session's transaction.</summary>
    public abstract Task RunScript(Session session, string script);

    /// <summary>The store that the writer hands its groups to.</summary>
    public abstract ResponseStore OpenResponseStore(Cohorts cohorts);

    /// <summary>True for errors that say the store cannot take work now and may later: locked, full, gone.</summary>
    public abstract bool IsTransient(Exception error);

    /// <summary>Which of <see cref="StoreFaults"/> an error of a write says.</summary>
    public abstract string FaultOf(Exception error);

    /// <summary>Bytes that are free where the store's file is; null for an engine whose files are elsewhere.</summary>
    public virtual long? FreeSpace() => null;

    /// <summary>How what only reads is tried again when the store broke it off; null where that cannot help.</summary>
    internal virtual Retry? Reading => null;

    /// <summary>Why a store takes no work, in a sentence for operators that names nothing of theirs; null where the error is none of a store, or says too little.</summary>
    public static string? Reason(Exception error) => SqliteErrors.Reason(error) ?? SqlServerErrors.Reason(error);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected static async Task<T> Opened<T>(T connection, CancellationToken cancellation) where T : DbConnection
    {
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
