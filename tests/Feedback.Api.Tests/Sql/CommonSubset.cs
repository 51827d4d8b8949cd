using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>Finds what servers other than SQL Server that speak T-SQL lack, so that the texts stay portable among them where that costs nothing.</summary>
internal sealed class CommonSubset : TSqlFragmentVisitor
{
    private readonly List<string> _found = [];
    private readonly HashSet<string> _expressions = new(StringComparer.Ordinal);

    /// <summary>What a text uses beyond the common subset, each with its line.</summary>
    public static IReadOnlyList<string> Beyond(string text)
    {
        var visitor = new CommonSubset();
        foreach (var statement in TransactSql.Statements(text)) statement.Accept(visitor);
        return visitor._found;
    }

    public override void Visit(MergeStatement node) => Found(node, "merge");

    public override void Visit(WaitForStatement node) => Found(node, "waitfor");

    public override void Visit(CreateOrAlterViewStatement node) => Found(node, "create or alter");

    public override void Visit(CreateOrAlterProcedureStatement node) => Found(node, "create or alter");

    public override void Visit(CreateOrAlterFunctionStatement node) => Found(node, "create or alter");

    public override void Visit(CreateOrAlterTriggerStatement node) => Found(node, "create or alter");

    public override void Visit(ViewOption node)
    {
        if (node.OptionKind == ViewOptionKind.SchemaBinding) Found(node, "a view that is bound to its schema (and could be indexed)");
    }

    public override void Visit(IndexDefinition node) => Found(node, "an index within create table");

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.Definition.ColumnDefinitions.Count + node.Definition.TableConstraints.Count > 1) Found(node, "several additions in one alter table");
    }

    public override void Visit(AlterTableDropTableElementStatement node)
    {
        if (node.AlterTableDropTableElements.Count > 1) Found(node, "several removals in one alter table");
    }

    public override void Visit(FunctionCall node)
    {
        if (node.FunctionName.Value.ToLowerInvariant() is "percentile_cont" or "percentile_disc") Found(node, node.FunctionName.Value);
    }

    public override void Visit(GlobalFunctionTableReference node) => SplitString(node, node.Name.Value, node.Parameters.Count);

    public override void Visit(SchemaObjectFunctionTableReference node) => SplitString(node, node.SchemaObject.BaseIdentifier.Value, node.Parameters.Count);

    public override void Visit(CommonTableExpression node) => _expressions.Add(node.ExpressionName.Value);

    public override void Visit(UpdateSpecification node)
    {
        if (node.Target is NamedTableReference target && _expressions.Contains(target.SchemaObject.BaseIdentifier.Value)) Found(node, "an update through a common table expression");
    }

    public override void Visit(ColumnDefinition node)
    {
        var collation = node.Collation?.Value ?? "";
        if (collation.Contains("_SC", StringComparison.OrdinalIgnoreCase) || collation.Contains("UTF8", StringComparison.OrdinalIgnoreCase)) Found(node, collation);
    }

    public override void Visit(FullTextPredicate node) => Found(node, "full text");

    public override void Visit(FullTextTableReference node) => Found(node, "full text");

    public override void Visit(CreateFullTextIndexStatement node) => Found(node, "full text");

    private void SplitString(TSqlFragment node, string name, int arguments)
    {
        if (arguments > 2 && name.Equals("string_split", StringComparison.OrdinalIgnoreCase)) Found(node, "string_split with an ordinal");
    }

    private void Found(TSqlFragment node, string what) => _found.Add($"line {node.StartLine}: {what}");
}
