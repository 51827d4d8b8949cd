using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Contract;

/// <summary>The threat model names the tests that hold it; there are such.</summary>
public sealed partial class NamingTests
{
    private const string Letters = "STRIDE";

    [Test]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var classes = Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories).SelectMany(f => ClassPattern().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var rows = Rows().ToList();
        Assert.That(rows, Has.Count.GreaterThan(40));
        foreach (var row in rows)
        {
            Assert.That(row, Has.Length.EqualTo(5), string.Join('|', row));
            var named = NamePattern().Matches(row[4]).Select(m => m.Groups[1].Value).ToList();
            Assert.That(named.Count > 0 || row[4] is "-", row[1]);
            Assert.That(named.Where(n => !classes.Contains(n)), Is.Empty, row[1]);
        }
    }

    [Test]
    public void Every_kind_of_threat_is_thought_of() => Assert.That(Rows().Select(r => r[0]).Distinct(), Is.EquivalentTo(Letters.Select(l => l.ToString())));

    /// <summary>The cells of every line of the tables of threats.</summary>
    private static IEnumerable<string[]> Rows() => File.ReadLines(Repository.Path("SECURITY.md"))
        .Where(l => l.Length > 4 && l.StartsWith("| ", StringComparison.Ordinal) && Letters.Contains(l[2]) && l[3] == ' ')
        .Select(l => l[1..l.LastIndexOf('|')].Split('|').Select(c => c.Trim()).ToArray());

    [GeneratedRegex("class (\\w+)")]
    private static partial Regex ClassPattern();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex NamePattern();
}
