using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <content>Selects, what they read from, and the expressions in them.</content>
internal sealed partial class TransactSqlBinder
{
    private static readonly string[] OpenJsonColumns = ["key", "value", "type"];

    /// <summary>Binds a select and gives the names of its columns; an unnamed one is empty.</summary>
    private IReadOnlyList<string> Query(QueryExpression query, TransactSqlScope? outer)
    {
        switch (query)
        {
            case QueryParenthesisExpression inner: return Query(inner.QueryExpression, outer);
            case BinaryQueryExpression both:
                var first = Query(both.FirstQueryExpression, outer);
                Count(both.SecondQueryExpression, first.Count, Query(both.SecondQueryExpression, outer).Count);
                Order(both.OrderByClause, first, new TransactSqlScope(null));
                return first;
            case QuerySpecification simple: return Simple(simple, outer);
            default:
                Complain(query, $"the binder does not know a {query.GetType().Name}");
                return [];
        }
    }

    private IReadOnlyList<string> Simple(QuerySpecification query, TransactSqlScope? outer)
    {
        var scope = new TransactSqlScope(outer);
        Each(query.FromClause?.TableReferences ?? [], t => Source(t, scope));
        Each(query.SelectElements, e => Expressions(e, scope));
        Expressions(query.WhereClause, scope);
        Expressions(query.GroupByClause, scope);
        Expressions(query.HavingClause, scope);
        Expressions(query.TopRowFilter, scope);
        var names = query.SelectElements.Select(Name).ToList();
        Order(query.OrderByClause, names, scope);
        return names;
    }

    private string Name(SelectElement element)
    {
        if (element is SelectScalarExpression scalar)
            return scalar.ColumnName?.Value ?? (scalar.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
        Complain(element, "the binder does not know such a column");
        return "";
    }

    /// <summary>ORDER BY may name a column of the result as well as one of the tables.</summary>
    private void Order(OrderByClause? order, IReadOnlyList<string> results, TransactSqlScope scope)
    {
        foreach (var element in order?.OrderByElements ?? [])
        {
            var isResult = element.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var only] } && results.Contains(only.Value);
            if (!isResult) Expressions(element.Expression, scope);
        }
    }

    private void Source(TableReference reference, TransactSqlScope scope)
    {
        switch (reference)
        {
            case NamedTableReference named:
                Add(scope, named.Alias ?? named.SchemaObject.BaseIdentifier, Known(named.SchemaObject));
                break;
            case QueryDerivedTable derived:
                Add(scope, derived.Alias, derived.Columns.Count == 0 ? Query(derived.QueryExpression, scope) : [.. derived.Columns.Select(c => c.Value)]);
                break;
            case OpenJsonTableReference json:
                Expressions(json.Variable, scope);
                Add(scope, json.Alias, json.SchemaDeclarationItems.Count == 0 ? OpenJsonColumns : [.. json.SchemaDeclarationItems.Select(i => i.ColumnDefinition.ColumnIdentifier.Value)]);
                break;
            case UnqualifiedJoin join:
                Source(join.FirstTableReference, scope);
                Source(join.SecondTableReference, scope);
                break;
            case QualifiedJoin join:
                Source(join.FirstTableReference, scope);
                Source(join.SecondTableReference, scope);
                Expressions(join.SearchCondition, scope);
                break;
            default: Complain(reference, $"the binder does not know a {reference.GetType().Name}"); break;
        }
    }

    private void Add(TransactSqlScope scope, Identifier alias, IReadOnlyList<string>? columns)
    {
        if (!scope.Add(alias.Value, columns)) Complain(alias, $"the alias {alias.Value} is taken");
    }

    private static IEnumerable<NamedTableReference> Named(FromClause from)
    {
        var found = new NamedTables();
        from.Accept(found);
        return found.Tables;
    }

    private void Column(ColumnReferenceExpression reference, TransactSqlScope scope)
    {
        if (scope.Complaint(reference) is { } complaint) Complain(reference, complaint);
    }

    private void Expressions(TSqlFragment? fragment, TransactSqlScope scope) => fragment?.Accept(new References(this, scope));

    private sealed class References(TransactSqlBinder binder, TransactSqlScope scope) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(ColumnReferenceExpression node) => binder.Column(node, scope);

        public override void ExplicitVisit(ScalarSubquery node) => binder.Query(node.QueryExpression, scope);
    }

    private sealed class NamedTables : TSqlFragmentVisitor
    {
        public List<NamedTableReference> Tables { get; } = [];

        public override void Visit(NamedTableReference node) => Tables.Add(node);

        public override void ExplicitVisit(QueryDerivedTable node) { }
    }
}
