using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Feedback.Api.Tests.Contract;

/// <summary>What may use what: the rules of the design, held against the sources.</summary>
public sealed partial class KeepingDependencies
{
    private static readonly string Api = Repository.Path("src", "Feedback.Api");

    /// <summary>Feature, the feature it uses, and why that is right.</summary>
    private static readonly (string User, string Used, string Reason)[] Exceptions = [];

    /// <summary>Beside Data: the setting itself, and the demo, which always runs on the embedded store.</summary>
    private static readonly string[] EngineNamers = ["Settings.cs", "Demo/DemoStore.cs"];

    [Test]
    public void A_feature_uses_no_other_feature()
    {
        var uses = Sources("Features").SelectMany(file => Names(file.Text)
            .Where(n => n.StartsWith("Feedback.Api.Features.", StringComparison.Ordinal))
            .Select(n => (User: file.Path.Split('/')[1], Used: n.Split('.')[3])))
            .Where(u => u.User != u.Used).Distinct().ToList();
        Assert.That(uses.Except(Exceptions.Select(e => (e.User, e.Used))), Is.Empty, "Move what both need to Catalogue, Data, Ingest or Http, or list the exception with its reason.");
        Assert.That(Exceptions.Select(e => (e.User, e.Used)).Except(uses), Is.Empty, "The exception is not needed any more.");
    }

    [Test]
    public void Only_data_knows_drivers_and_dapper()
    {
        var users = Sources("").Where(f => !f.Path.StartsWith("Data/", StringComparison.Ordinal) && DriverPattern().IsMatch(f.Text)).Select(f => f.Path);
        Assert.That(users, Is.Empty);
    }

    [Test]
    public void No_statement_is_put_together_from_values()
    {
        // What cannot be a parameter: names of databases, quoted, and numbers of the program's own.
        string[] parts = ["Quoted(name)", "Quoted(connection.Database)", "option", "cacheKiB"];
        var holes = Sources("").SelectMany(f => StatementPattern().Matches(f.Text).SelectMany(m => HolePattern().Matches(m.Value)).Select(h => (f.Path, Hole: h.Groups[1].Value)));
        Assert.That(holes.Where(h => !parts.Contains(h.Hole)), Is.Empty, "Values are parameters; statements stand in db/queries.");
    }

    [Test]
    public void Only_data_and_the_settings_name_an_engine()
    {
        var users = Sources("").Where(f => !f.Path.StartsWith("Data/", StringComparison.Ordinal) && !EngineNamers.Contains(f.Path) && EnginePattern().IsMatch(f.Text)).Select(f => f.Path);
        Assert.That(users, Is.Empty);
    }

    [TestCase("Http")]
    [TestCase("Ingest")]
    [TestCase("Data")]
    [TestCase("Catalogue")]
    [TestCase("Audit")]
    [TestCase("SurveyJs")]
    public void What_features_stand_on_knows_no_feature(string folder) => Assert.That(
        Sources(folder).Where(f => Names(f.Text).Any(n => n.StartsWith("Feedback.Api.Features", StringComparison.Ordinal))).Select(f => f.Path), Is.Empty);

    [TestCase("Data", "Feedback.Api.Http", "Feedback.Api.Ingest", "Feedback.Api.Catalogue")]
    [TestCase("Ingest", "Feedback.Api.Http")]
    [TestCase("Audit", "Feedback.Api.Http", "Feedback.Api.Figures")]
    [TestCase("Catalogue", "Feedback.Api.Http", "Feedback.Api.Ingest")]
    public void A_layer_does_not_look_up(string folder, params string[] above) => Assert.That(
        Sources(folder).Where(f => Names(f.Text).Any(n => above.Any(a => n == a || n.StartsWith(a + '.', StringComparison.Ordinal)))).Select(f => f.Path), Is.Empty);

    [Test]
    public void The_indicators_stand_on_the_base_library_alone()
    {
        var project = XDocument.Load(Repository.Path("src", "Feedback.Indicators", "Feedback.Indicators.csproj"));
        Assert.That(project.Descendants().Select(e => e.Name.LocalName), Has.None.AnyOf("PackageReference", "ProjectReference", "FrameworkReference", "Reference"));
    }

    [Test]
    public void A_namespace_is_its_folder()
    {
        foreach (var (path, text) in Sources(""))
        {
            var folder = Path.GetDirectoryName(path)!.Replace('/', '.');
            var expected = folder.Length == 0 ? "Feedback.Api" : "Feedback.Api." + folder;
            if (NamespacePattern().Match(text) is { Success: true } match) Assert.That(match.Groups[1].Value, Is.EqualTo(expected), path);
        }
    }

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Api, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Api, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(Path.Combine(Api, f))));

    /// <summary>Every dotted name of this solution: using directives and names written out.</summary>
    private static IEnumerable<string> Names(string text) => NamePattern().Matches(text).Where(m => !m.Groups[1].Success).Select(m => m.Value);

    [GeneratedRegex(@"(namespace )?Feedback\.Api(\.\w+)+")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"using (Dapper|Microsoft\.Data\.\w+|SQLitePCL)|Microsoft\.Data\.Sql|\bSqlConnection\b|\bSqliteConnection\b")]
    private static partial Regex DriverPattern();

    [GeneratedRegex("\"(sqlite|sqlserver)\"")]
    private static partial Regex EnginePattern();

    /// <summary>An interpolated text that begins as a statement does.</summary>
    [GeneratedRegex("""\$"+\s*(select|insert|update|delete|merge|create|alter|drop|truncate|exec|execute|pragma|attach|vacuum|backup|restore|with|grant|set|use|kill|if|declare)\s[^"]*""", RegexOptions.IgnoreCase)]
    private static partial Regex StatementPattern();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex HolePattern();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();
}
