using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>What docs/scaling.md gives to be run on a server is T-SQL, and names tables and columns that are there.</summary>
public sealed partial class ScalingTexts
{
    private static IEnumerable<string> Texts => FencePattern().Matches(File.ReadAllText(Repository.Path("docs", "scaling.md"))).Select(m => m.Groups[1].Value);

    [Test]
    public void There_are_some() => Assert.That(Texts.Count(), Is.GreaterThanOrEqualTo(4));

    [TestCaseSource(nameof(Texts))]
    public void A_text_is_read_by_a_server(string text) => Assert.That(TransactSql.Statements(text), Is.Not.Empty);

    [Test]
    public void A_table_that_is_altered_is_one_of_the_stores()
    {
        var tables = TransactSqlSchema.Migrated().Schema.Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var altered = Texts.SelectMany(TransactSql.Statements).OfType<AlterTableStatement>().Select(s => s.SchemaObjectName.BaseIdentifier.Value).Distinct().ToList();
        Assert.That(altered, Is.Not.Empty.And.SubsetOf(tables));
    }

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex FencePattern();
}
