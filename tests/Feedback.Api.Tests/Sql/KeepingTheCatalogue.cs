using Feedback.Api.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>The constants of <see cref="Queries"/>, the files below <c>db</c> and the conventions for SQL agree.</summary>
public sealed class KeepingTheCatalogue
{
    private static readonly string[] NotPortable =
        ["avg", "like", "limit", "top", "offset", "merge", "conflict", "date", "time", "datetime", "strftime", "julianday", "unixepoch", "getdate", "getutcdate",
         "sysdatetime", "sysutcdatetime", "dateadd", "datediff", "datepart", "datename", "eomonth", "current_timestamp", "glob", "ifnull", "isnull", "iif"];

    private static IEnumerable<SqlFile> Files => SqlFiles.Queries;
    private static IEnumerable<SqlFile> PortableFiles => SqlFiles.Queries.Where(q => q.Folder == SqlFiles.Portable);
    private static IEnumerable<SqlFile> SqlServerFiles => SqlFiles.QueriesOf(SqlFiles.SqlServer);
    private static IEnumerable<string> Twins => SqlFiles.Twins;

    [Test]
    public void Every_constant_has_a_file_and_every_file_a_constant() =>
        Assert.That(Files.Select(f => f.Name).Distinct(), Is.EquivalentTo(Queries.Names));

    [Test]
    public void No_two_constants_name_one_file() => Assert.That(Queries.Names, Is.Unique);

    [Test]
    public void Files_lie_in_the_folders_that_the_engines_read() =>
        Assert.That(Files.Select(f => f.Folder).Distinct(), Is.EquivalentTo(SqlFiles.Folders));

    [TestCaseSource(nameof(Names))]
    public void A_query_is_portable_or_has_a_twin_for_each_engine(string name)
    {
        var folders = Files.Where(f => f.Name == name).Select(f => f.Folder);
        string[] expected = Twins.Contains(name) ? [SqlFiles.Sqlite, SqlFiles.SqlServer] : [SqlFiles.Portable];
        // What one engine alone needs is called so.
        if (name.StartsWith("Engine.", StringComparison.Ordinal)) Assert.That(folders.Single(), Is.AnyOf(SqlFiles.Sqlite, SqlFiles.SqlServer));
        else Assert.That(folders, Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Twins))]
    public void Twins_take_the_same_parameters(string name)
    {
        var text = SqlFiles.Query(SqlFiles.SqlServer, name).Text;
        var parameters = TransactSql.Parameters(text);
        // Rows go to SQL Server as one JSON text; then the columns that are read from it stand for SQLite's parameters.
        if (parameters is ["Rows"]) parameters = TransactSql.RowsColumns(text);
        Assert.That(parameters, Is.EquivalentTo(SqliteTexts.Parameters(SqlFiles.Query(SqlFiles.Sqlite, name))));
    }

    [TestCaseSource(nameof(Twins))]
    public void Twins_give_the_same_columns(string name)
    {
        var columns = TransactSql.ResultColumns(SqlFiles.Query(SqlFiles.SqlServer, name).Text).Select(NameOf);
        Assert.That(columns, Is.EqualTo(SqliteTexts.ResultColumns(SqlFiles.Query(SqlFiles.Sqlite, name))));
    }

    [Test]
    public void Both_engines_have_migrations_of_the_same_names() =>
        Assert.That(SqlFiles.Migrations(SqlFiles.Sqlite).Select(m => m.Name), Is.EqualTo(SqlFiles.Migrations(SqlFiles.SqlServer).Select(m => m.Name)).And.Not.Empty);

    [TestCaseSource(nameof(Files))]
    public void The_first_line_says_what_a_row_is(SqlFile file) =>
        Assert.That(file.FirstLine, Does.Match(@"^-- [A-Z].*\brows?\b.*"));

    [TestCaseSource(nameof(Files))]
    public void Keywords_are_lower_case(SqlFile file) =>
        Assert.That(TransactSql.Tokens(file.Text).Where(t => t.IsKeyword() && t.Text != t.Text.ToLowerInvariant()).Select(Where), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void No_query_selects_all_columns(SqlFile file)
    {
        var tokens = TransactSql.Tokens(file.Text).ToList();
        var stars = tokens.Where((t, i) => t.TokenType == TSqlTokenType.Star && i > 0 && tokens[i - 1].TokenType is TSqlTokenType.Select or TSqlTokenType.Comma or TSqlTokenType.Dot);
        Assert.That(stars.Select(Where), Is.Empty);
    }

    [TestCaseSource(nameof(PortableFiles))]
    public void A_portable_text_has_nothing_that_the_engines_read_differently(SqlFile file) =>
        Assert.That(TransactSql.Tokens(file.Text)
            .Where(t => t.Text is "/" or "|" or "||" or "/=" || NotPortable.Contains(t.Text.ToLowerInvariant()))
            .Select(Where), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void A_line_of_the_ledger_is_never_changed_or_removed(SqlFile file) =>
        Assert.That(file.Text, Does.Not.Match(@"(?i)(update|delete\s+from|delete|truncate\s+table)\s+ledger\b"));

    [TestCaseSource(nameof(SqlServerFiles))]
    public void Result_columns_are_named_in_PascalCase(SqlFile file)
    {
        foreach (var element in TransactSql.ResultColumns(file.Text))
            Assert.That(NameOf(element), Does.Match(TransactSql.PascalCase().ToString()), $"{file}, line {element.StartLine}");
    }

    private static IEnumerable<string> Names => Queries.Names;

    private static string NameOf(SelectElement element) => (element as SelectScalarExpression)?.ColumnName?.Value ?? "";

    private static string Where(TSqlParserToken token) => $"line {token.Line}: {token.Text}";
}
