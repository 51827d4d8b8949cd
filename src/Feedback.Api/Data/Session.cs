using System.Data.Common;
using Dapper;

namespace Feedback.Api.Data;

/// <summary>One transaction on one connection. Queries are named; the text comes from the catalogue.</summary>
public sealed class Session(Database database, DbConnection connection, DbTransaction transaction, Action? closed = null) : IAsyncDisposable
{
    private bool _isDisposed;

    public Database Database => database;

    /// <summary>After how many seconds a statement is broken off; null for what the driver does by itself, which is 30 on a server.</summary>
    internal int? Limit { get; private set; }

    /// <summary>For work on a whole store, be it as large as it may: lets each statement take as long as <see cref="Database.LimitOfLongWork"/> says.</summary>
    public Session Patient()
    {
        Limit = database.LimitOfLongWork;
        return this;
    }

    internal DbConnection Connection => connection;

    internal DbTransaction Transaction => transaction;

    /// <summary>All rows of a query.</summary>
    public async Task<List<T>> Rows<T>(string query, object? parameters = null) =>
        (await connection.QueryAsync<T>(database.Text(query), parameters, transaction, Limit)).AsList();

    /// <summary>The rows of a query one by one as they come from the store, for those that are too many to hold.</summary>
    public IAsyncEnumerable<T> Stream<T>(string query, object? parameters = null) => connection.QueryUnbufferedAsync<T>(database.Text(query), parameters, transaction, Limit);

    /// <summary>Hands over the rows of a query one by one, for those that are many, until the work says that it is enough.</summary>
    internal async Task Each(string query, object parameters, Func<DbDataReader, bool> work)
    {
        await using var reader = await connection.ExecuteReaderAsync(database.Text(query), parameters, transaction, Limit);
        while (await reader.ReadAsync() && work(reader)) { }
    }

    /// <summary>The only row of a query, or null.</summary>
    public Task<T?> Row<T>(string query, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(database.Text(query), parameters, transaction, Limit);

    /// <summary>Runs a statement and gives the number of rows it touched.</summary>
    public Task<int> Run(string query, object? parameters = null) =>
        connection.ExecuteAsync(database.Text(query), parameters, transaction, Limit);

    /// <summary>
    /// Runs a statement for every row: one by one on the embedded store, where that costs nothing, and set by set on a server.
    /// The properties of a row are named like the statement's parameters.
    /// </summary>
    public Task RunRows<T>(string query, IReadOnlyCollection<T> rows) => rows.Count == 0 ? Task.CompletedTask : database.RunRows(this, query, rows);

    /// <summary>Hands over the packed answers of responses, one by one and in no order. None is kept, so that any number costs no memory.</summary>
    public Task ReadAnswers(AnswersQuery query, AnswersHandler each, CancellationToken cancellation = default) => database.ReadAnswers(this, query, each, cancellation);

    /// <summary>Whether it takes out or masks what leads to a person, so that no copy of it shall stay beside the store.</summary>
    public bool Erases { get; set; }

    /// <summary>Makes what the session wrote durable.</summary>
    public async Task Commit()
    {
        await Companion.Commit(this, () => transaction.CommitAsync());
        if (Erases) database.HasErased = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            closed?.Invoke();
        }
    }
}
