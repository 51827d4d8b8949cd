using Feedback.Api.Data;

namespace Feedback.Api.Tests.Sql;

/// <summary>The SQL files as the build embedded them.</summary>
internal static class SqlFiles
{
    public const string Portable = "portable", Sqlite = "sqlite", SqlServer = "sqlserver";

    public static readonly string[] Folders = [Portable, Sqlite, SqlServer];

    /// <summary>Every query: its folder and name, and its text.</summary>
    public static IReadOnlyList<SqlFile> Queries { get; } =
        [.. Resources.Read("db/queries/").Select(f => new SqlFile("db/queries/" + f.Name, f.Text)).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>The migrations of an engine in the order they run.</summary>
    public static IReadOnlyList<SqlFile> Migrations(string engine) =>
        [.. Migrator.Files(engine).Select(f => new SqlFile($"db/migrations/{engine}/{f.Name}", f.Text))];

    /// <summary>Every query in the text that an engine runs.</summary>
    public static IEnumerable<SqlFile> QueriesOf(string engine) => Queries.Where(q => q.Folder == Portable || q.Folder == engine);

    /// <summary>The names that have a text of their own in both engines' folders.</summary>
    public static IEnumerable<string> Twins =>
        Queries.Where(q => q.Folder == Sqlite).Select(q => q.Name).Intersect(Queries.Where(q => q.Folder == SqlServer).Select(q => q.Name));

    public static SqlFile Query(string folder, string name) => Queries.Single(q => q.Folder == folder && q.Name == name);
}

/// <summary>A file below <c>db</c>.</summary>
public sealed record SqlFile(string Path, string Text)
{
    public string Folder => Path.Split('/')[^2];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string FirstLine => Text.Split('\n')[0];

    public override string ToString() => Path;
}
