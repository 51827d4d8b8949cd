using Feedback.Api.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Feedback.Api.Tests.Sql;

/// <summary>SQLite's texts as SQLite itself prepares them, against the migrated schema.</summary>
internal static class SqliteTexts
{
    /// <summary>An empty store in memory, migrated.</summary>
    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, Queries.Text(SqlFiles.Sqlite, Queries.CreateHistory));
        foreach (var migration in SqlFiles.Migrations(SqlFiles.Sqlite)) Run(connection, migration.Text);
        return connection;
    }

    /// <summary>The statements of a text, parted as the store parts them.</summary>
    public static IEnumerable<string> Statements(string text) =>
        text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The names of a text's parameters.</summary>
    public static IReadOnlyList<string> Parameters(SqlFile file) =>
        [.. Prepared(file, s => Enumerable.Range(1, raw.sqlite3_bind_parameter_count(s)).Select(i => raw.sqlite3_bind_parameter_name(s, i).utf8_to_string()[1..])).Distinct()];

    /// <summary>The names of the columns a text gives, in order.</summary>
    public static IReadOnlyList<string> ResultColumns(SqlFile file) =>
        Prepared(file, s => Enumerable.Range(0, raw.sqlite3_column_count(s)).Select(i => raw.sqlite3_column_name(s, i).utf8_to_string()));

    /// <summary>How SQLite goes about a statement: the lines of its plan.</summary>
    public static IReadOnlyList<string> Plan(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + statement;
        foreach (var name in Prepared(connection, statement, s => Enumerable.Range(1, raw.sqlite3_bind_parameter_count(s)).Select(i => raw.sqlite3_bind_parameter_name(s, i).utf8_to_string())))
            command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }

    /// <exception cref="SqliteException">SQLite does not prepare it.</exception>
    public static IReadOnlyList<T> Prepared<T>(SqliteConnection connection, string statement, Func<sqlite3_stmt, IEnumerable<T>> read)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle!, statement, out var prepared), connection.Handle);
        using (prepared) return [.. read(prepared)];
    }

    private static List<string> Prepared(SqlFile file, Func<sqlite3_stmt, IEnumerable<string>> read)
    {
        using var connection = Open();
        return [.. Statements(file.Text).SelectMany(s => Prepared(connection, s, read))];
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
