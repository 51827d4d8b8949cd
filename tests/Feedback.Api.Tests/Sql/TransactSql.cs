using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>T-SQL as ScriptDom reads it.</summary>
internal static partial class TransactSql
{
    /// <summary>The statements of a text, in order; batches are parted by <c>go</c>.</summary>
    /// <exception cref="FormatException">The text is not T-SQL of SQL Server 2019 or later.</exception>
    public static IReadOnlyList<TSqlStatement> Statements(string text)
    {
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        if (errors.Count > 0) throw new FormatException(string.Join("; ", errors.Select(e => $"line {e.Line}: {e.Message}")));
        return [.. script.Batches.SelectMany(b => b.Statements)];
    }

    /// <summary>The tokens of any SQL text, without blanks and comments.</summary>
    public static IEnumerable<TSqlParserToken> Tokens(string text) =>
        new TSql150Parser(initialQuotedIdentifiers: true).GetTokenStream(new StringReader(text), out _)
            .Where(t => t.TokenType is not (TSqlTokenType.WhiteSpace or TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment or TSqlTokenType.EndOfFile));

    /// <summary>The parameters of a text: the variables it does not declare.</summary>
    public static IReadOnlyList<string> Parameters(string text)
    {
        var found = new Variables();
        foreach (var statement in Statements(text)) statement.Accept(found);
        return [.. found.Used.Except(found.Declared).Select(v => v[1..]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The select elements of the last result set, or nothing when there is none.</summary>
    public static IReadOnlyList<SelectElement> ResultColumns(string text) =>
        Statements(text).OfType<SelectStatement>().LastOrDefault(s => s.Into is null) is { } select ? Elements(select.QueryExpression) : [];

    private static IReadOnlyList<SelectElement> Elements(QueryExpression query) => query switch
    {
        QuerySpecification simple => [.. simple.SelectElements],
        BinaryQueryExpression both => Elements(both.FirstQueryExpression),
        QueryParenthesisExpression inner => Elements(inner.QueryExpression),
        _ => throw new FormatException("A select of an unknown kind."),
    };

    /// <summary>The columns that every <c>openjson(@Rows) with (...)</c> of a text declares.</summary>
    public static IReadOnlyList<string> RowsColumns(string text) => [.. Rows(text).Select(i => i.ColumnDefinition.ColumnIdentifier.Value)];

    /// <summary>The same, with type and path.</summary>
    public static IReadOnlyList<SchemaDeclarationItemOpenjson> Rows(string text)
    {
        var found = new RowsTables();
        foreach (var statement in Statements(text)) statement.Accept(found);
        return found.Items;
    }

    /// <summary>A part of a text as it was written, without blanks, lower case.</summary>
    public static string Written(TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
            .Where(t => t.TokenType != TSqlTokenType.WhiteSpace).Select(t => t.Text)).ToLowerInvariant();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    public static partial Regex PascalCase();

    private sealed class Variables : TSqlFragmentVisitor
    {
        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

        public override void Visit(VariableReference node) => Used.Add(node.Name);

        public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value);

        // @Resource = ... names a parameter of the procedure, not of the text.
        public override void ExplicitVisit(ExecuteParameter node) => node.ParameterValue.Accept(this);
    }

    private sealed class RowsTables : TSqlFragmentVisitor
    {
        public List<SchemaDeclarationItemOpenjson> Items { get; } = [];

        public override void Visit(OpenJsonTableReference node)
        {
            if (node.Variable is VariableReference { Name: "@Rows" }) Items.AddRange(node.SchemaDeclarationItems);
        }
    }
}
