using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;

namespace Feedback.Api.Data;

/// <summary>An error of the engine in the writer's hot loop, which goes past the ADO.NET driver.</summary>
public sealed class SqliteFailure(int code, string message) : DbException(message)
{
    /// <summary>SQLite's primary result code.</summary>
    public int Code => code;
}

/// <summary>A connection for one thread, without the driver.</summary>
internal sealed class SqliteHandle : IDisposable
{
    private nint _handle;

    /// <param name="path">A store that exists.</param>
    public SqliteHandle(string path)
    {
        var code = SqliteNative.Open(path, out _handle, SqliteNative.OpenReadWrite | SqliteNative.OpenNoMutex, 0);
        if (code == SqliteNative.Ok) return;
        var failure = Failure(code);
        Dispose();
        throw failure;
    }

    internal nint Handle => _handle;

    /// <summary>Whether no transaction is open; after some errors the engine has rolled back by itself.</summary>
    public bool IsAutocommit => SqliteNative.IsAutocommit(_handle) != 0;

    /// <summary>Runs a statement and passes over its rows.</summary>
    public void Run(string sql)
    {
        using var statement = new SqliteStatement(this, sql);
        while (statement.Step()) { }
    }

    public unsafe SqliteFailure Failure(int code) =>
        new(code & 0xff, $"SQLite error {code}: {Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(_handle))}");

    public void Dispose()
    {
        if (_handle != 0) SqliteNative.Close(_handle);
        _handle = 0;
    }
}

/// <summary>One prepared statement. Parameters are bound by position; their names are checked once, when it is made.</summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private readonly SqliteHandle _connection;
    private nint _statement;

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">The names of its parameters in the order in which the caller binds them: 1, 2, ...</param>
    public SqliteStatement(SqliteHandle connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _connection = connection;
        Check(SqliteNative.Prepare(connection.Handle, sql, -1, out _statement, out _));
        if (SqliteNative.ParameterCount(_statement) != parameters.Length) throw new InvalidOperationException("Parameters differ: " + sql);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (Marshal.PtrToStringUTF8((nint)SqliteNative.ParameterName(_statement, i + 1)) != "@" + parameters[i])
                throw new InvalidOperationException($"Parameter {i + 1} is not @{parameters[i]}: {sql}");
        }
    }

    public void Bind(int position, long value) => Check(SqliteNative.BindNumber(_statement, position, value));

    public void Bind(int position, long? value) =>
        Check(value is { } number ? SqliteNative.BindNumber(_statement, position, number) : SqliteNative.BindNull(_statement, position));

    public void Bind(int position, string? value)
    {
        if (value is null) Check(SqliteNative.BindNull(_statement, position));
        else BindText(position, Encoding.UTF8.GetBytes(value));
    }

    public void BindBlob(int position, ReadOnlySpan<byte> value)
    {
        fixed (byte* start = value) Check(SqliteNative.BindBlob(_statement, position, start, value.Length, SqliteNative.Transient));
    }

    /// <summary>Binds a text that is UTF-8 already; an empty one stays a text.</summary>
    public void BindText(int position, ReadOnlySpan<byte> utf8)
    {
        byte nothing = 0;
        fixed (byte* start = utf8) Check(SqliteNative.BindText(_statement, position, start is null ? &nothing : start, utf8.Length, SqliteNative.Transient));
    }

    /// <summary>Runs a statement that gives no rows; tells how many it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return SqliteNative.Changes(_connection.Handle);
    }

    /// <summary>Steps once; true when a row can be read. <see cref="Reset"/> afterwards.</summary>
    public bool Step()
    {
        var code = SqliteNative.Step(_statement);
        if (code == SqliteNative.Row) return true;
        if (code == SqliteNative.Done) return false;
        var failure = _connection.Failure(code);
        Reset();
        throw failure;
    }

    public void Reset() => SqliteNative.Reset(_statement);

    public long Number(int column) => SqliteNative.Number(_statement, column);

    /// <summary>The bytes of a text or blob; gone with the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var start = SqliteNative.Blob(_statement, column);
        return new ReadOnlySpan<byte>(start, SqliteNative.Length(_statement, column));
    }

    public bool IsNull(int column) => SqliteNative.Type(_statement, column) == SqliteNative.Null;

    public void Dispose()
    {
        if (_statement != 0) SqliteNative.Finalize(_statement);
        _statement = 0;
    }

    private void Check(int code)
    {
        if (code != SqliteNative.Ok) throw _connection.Failure(code);
    }
}
