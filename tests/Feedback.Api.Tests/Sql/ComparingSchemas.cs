using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Sql;

/// <summary>Both engines' migrations make the same tables and views, but for one: counts that wait are rows of a table in SQL Server, and a view over two in SQLite.</summary>
public sealed class ComparingSchemas
{
    private const string Waiting = "tally_fresh";
    private static readonly string[] WaitingInSqlite = ["tally_appended", "tally_group"];

    private static IEnumerable<string> Tables => TransactSqlSchema.Migrated().Schema.Tables.Select(t => t.Name).Where(t => t != Waiting);
    private static IEnumerable<string> Views => TransactSqlSchema.Migrated().Schema.Views.Select(t => t.Name);

    [Test]
    public void Both_engines_have_the_same_tables_and_views()
    {
        Assert.That(Tables, Is.EquivalentTo(SqliteNames("table").Except(WaitingInSqlite)));
        Assert.That(Views, Is.EquivalentTo(SqliteNames("view").Except([Waiting])));
    }

    [Test]
    public void Counts_that_wait_have_the_same_columns_in_a_table_and_in_a_view() =>
        Assert.That(SqliteColumns(Waiting).Select(c => c.Name), Is.EqualTo(Table(Waiting).Columns.Select(c => c.Name)).And.EqualTo(SqliteColumns(WaitingInSqlite[0]).Select(c => c.Name)));

    [TestCaseSource(nameof(Tables))]
    public void A_table_has_the_same_columns_in_the_same_order(string table) =>
        Assert.That(Table(table).Columns.Select(c => c.Name), Is.EqualTo(SqliteColumns(table).Select(c => c.Name)));

    [TestCaseSource(nameof(Views))]
    public void A_view_has_the_same_columns_in_the_same_order(string view) =>
        Assert.That(Table(view).Columns.Select(c => c.Name), Is.EqualTo(SqliteColumns(view).Select(c => c.Name)));

    [TestCaseSource(nameof(Tables))]
    public void A_table_takes_nulls_in_the_same_columns(string table) =>
        Assert.That(Table(table).Columns.Where(c => c.IsNullable).Select(c => c.Name), Is.EqualTo(SqliteColumns(table).Where(c => c.IsNullable).Select(c => c.Name)));

    [TestCaseSource(nameof(Tables))]
    public void A_table_has_the_same_primary_key(string table) =>
        Assert.That(Table(table).Key, Is.EqualTo(SqliteColumns(table).Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name)).And.Not.Empty);

    [TestCaseSource(nameof(Tables))]
    public void A_column_holds_the_same_kind_of_value(string table) =>
        Assert.That(Table(table).Columns.Select(c => $"{c.Name} {Family(c.Type)}"), Is.EqualTo(SqliteColumns(table).Select(c => $"{c.Name} {Family(c.Type)}")));

    private static TransactSqlTable Table(string name)
    {
        var schema = TransactSqlSchema.Migrated().Schema;
        return schema.Tables.Concat(schema.Views).Single(t => t.Name == name);
    }

    private static string Family(string type) => type.Split('(')[0].ToLowerInvariant() switch
    {
        "integer" or "int" or "bigint" => "integer",
        "text" or "char" or "varchar" or "nvarchar" => "text",
        "real" or "float" => "number",
        "blob" or "uniqueidentifier" => "id",
        var other => throw new AssertionException($"The type {other} belongs to no family."),
    };

    private static List<string> SqliteNames(string kind) =>
        // An index of words is a table of its own kind, with tables behind it; SQL Server looks through the texts instead.
        Rows("select name from pragma_table_list where type = @Argument and name not like 'sqlite_%'", kind, r => r.GetString(0));

    private static List<SqliteColumn> SqliteColumns(string table) => Rows(
        "select name, type, \"notnull\", pk from pragma_table_info(@Argument) order by cid", table,
        r => new SqliteColumn(r.GetString(0), r.GetString(1), r.GetInt32(2) == 0, r.GetInt32(3)));

    private static List<T> Rows<T>(string sql, string argument, Func<SqliteDataReader, T> read)
    {
        using var connection = SqliteTexts.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@Argument", argument);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private sealed record SqliteColumn(string Name, string Type, bool IsNullable, int KeyPosition);
}
