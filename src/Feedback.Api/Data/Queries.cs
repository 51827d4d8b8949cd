using System.Collections.Frozen;
using System.Reflection;

namespace Feedback.Api.Data;

/// <summary>
/// The catalogue of every SQL text: a constant is a file <c>db/queries/portable/NAME.sql</c>, or a twin in both <c>sqlite</c> and <c>sqlserver</c>.
/// The constants stand in the files beside this one, by what they are about. A test holds the constants, the files and both schemas together.
/// </summary>
public static partial class Queries
{
    private const string Prefix = "db/queries/";

    private static readonly FrozenDictionary<string, string> Files = ReadFiles();

    /// <summary>The engine's own text of a query, else the portable one.</summary>
    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    public static string Text(string engine, string name) =>
        Files.TryGetValue($"{engine}/{name}", out var text) || Files.TryGetValue($"portable/{name}", out text)
            ? text
            : throw new InvalidOperationException($"There is no query '{name}' for {engine}.");

    /// <summary>Every name of the catalogue.</summary>
    public static IEnumerable<string> Names =>
        typeof(Queries).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    /// <summary>Every file that was built in, as <c>folder/name</c>.</summary>
    public static IEnumerable<string> FileNames => Files.Keys;

    private static FrozenDictionary<string, string> ReadFiles() =>
        Resources.Read(Prefix).ToFrozenDictionary(f => f.Name[..^".sql".Length], f => f.Text);
}
