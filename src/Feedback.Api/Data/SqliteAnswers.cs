using SQLitePCL;

namespace Feedback.Api.Data;

/// <summary>Reads answers where SQLite has them: the driver would copy each text twice, and there may be millions.</summary>
internal static class SqliteAnswers
{
    private const int BetweenLooks = 4096;

    public static void Read(sqlite3 connection, string sql, AnswersQuery query, AnswersHandler each, CancellationToken cancellation)
    {
        Check(connection, raw.sqlite3_prepare_v2(connection, sql, out var statement));
        using (statement)
        {
            foreach (var (name, value) in query.Parameters)
            {
                var position = raw.sqlite3_bind_parameter_index(statement, name);
                Check(connection, value is string text ? raw.sqlite3_bind_text(statement, position, text) : raw.sqlite3_bind_int(statement, position, (int)value));
            }
            for (var i = 1; ; i++)
            {
                if (!Step(connection, statement)) return;
                each(Number(0), Number(1), Number(2), raw.sqlite3_column_blob(statement, 3));
                if (i % BetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            }
        }

        int Number(int column) => raw.sqlite3_column_int(statement, column);
    }

    /// <summary>Steps to the next row, if there is one.</summary>
    internal static bool Step(sqlite3 connection, sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(connection, code);
        return code == raw.SQLITE_ROW;
    }

    internal static void Check(sqlite3 connection, int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteFailure(code & 0xff, $"SQLite error {code}: {raw.sqlite3_errmsg(connection).utf8_to_string()}");
    }
}
