using SQLitePCL;

namespace Feedback.Api.Data;

/// <summary>An error of the engine in the writer's hot loop, which goes past the ADO.NET driver.</summary>
public sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>SQLite's primary result code.</summary>
    public int Code => code;
}

/// <summary>One prepared statement. Binding by position is three times as fast as through ADO.NET; the names are checked once, when it is made.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">The names of its parameters in the order in which the caller binds them: 1, 2, ...</param>
    public SqliteStatement(sqlite3 connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
        if (raw.sqlite3_bind_parameter_count(_statement) != parameters.Length) throw new InvalidOperationException("Parameters differ: " + sql);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (raw.sqlite3_bind_parameter_name(_statement, i + 1).utf8_to_string() != "@" + parameters[i])
                throw new InvalidOperationException($"Parameter {i + 1} is not @{parameters[i]}: {sql}");
        }
    }

    public void Bind(int position, long value) => Check(raw.sqlite3_bind_int64(_statement, position, value));

    public void Bind(int position, long? value) =>
        Check(value is { } v ? raw.sqlite3_bind_int64(_statement, position, v) : raw.sqlite3_bind_null(_statement, position));

    public void Bind(int position, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(_statement, position) : raw.sqlite3_bind_text(_statement, position, value));

    public void BindBlob(int position, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(_statement, position, value));

    public void BindText(int position, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, position, utf8));

    /// <summary>Runs a statement that gives no rows; tells how many it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(_connection);
    }

    /// <summary>Steps once; true when a row can be read. <see cref="Reset"/> afterwards.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        raw.sqlite3_reset(_statement);
        throw Failure(code);
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Failure(code);
    }

    private SqliteFailure Failure(int code) => new(code & 0xff, $"SQLite error {code}: {raw.sqlite3_errmsg(_connection).utf8_to_string()}");
}
