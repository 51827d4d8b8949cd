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
                var code = raw.sqlite3_step(statement);
                if (code == raw.SQLITE_DONE) return;
                if (code != raw.SQLITE_ROW) Check(connection, code);
                each(Number(0), Number(1), Number(2), raw.sqlite3_column_blob(statement, 3));
                if (i % BetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            }
        }

        int Number(int column) => raw.sqlite3_column_int(statement, column);
    }

    private static void Check(sqlite3 connection, int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteFailure(code & 0xff, $"SQLite error {code}: {raw.sqlite3_errmsg(connection).utf8_to_string()}");
    }
}
