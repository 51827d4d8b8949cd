using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>
/// Binds every table and column of T-SQL texts to a schema, as a server would before it runs them: aliases, derived tables,
/// common table expressions, temporary tables, <c>openjson</c> and subqueries. What it does not know it complains about.
/// </summary>
internal sealed partial class TransactSqlBinder
{
    private readonly TransactSqlSchema _schema;
    private readonly List<(int Line, string Text)> _complaints = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _temporary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _expressions = new(StringComparer.Ordinal);

    private TransactSqlBinder(TransactSqlSchema schema) => _schema = schema;

    /// <summary>What is wrong with a file, each with the file's path, line and name. Tables and views it creates are added to the schema.</summary>
    public static IReadOnlyList<string> Complaints(TransactSqlSchema schema, SqlFile file)
    {
        var binder = new TransactSqlBinder(schema);
        try
        {
            foreach (var statement in TransactSql.Statements(file.Text)) binder.Bind(statement);
        }
        catch (FormatException e)
        {
            return [$"{file.Path}: {e.Message}"];
        }
        return [.. binder._complaints.Select(c => $"{file.Path}, line {c.Line}: {c.Text}")];
    }

    private void Bind(TSqlStatement? statement)
    {
        switch (statement)
        {
            case null or DeclareVariableStatement or ThrowStatement: break;
            case SelectStatement select: Select(select); break;
            case InsertStatement insert: Insert(insert.InsertSpecification); break;
            case UpdateStatement update: Update(update.UpdateSpecification); break;
            case DeleteStatement delete: Delete(delete.DeleteSpecification); break;
            case CreateTableStatement create: CreateTable(create); break;
            case AlterTableAddTableElementStatement alter: AddColumns(alter); break;
            case CreateIndexStatement create: CreateIndex(create); break;
            case CreateViewStatement create: CreateView(create); break;
            case DropTableStatement drop: Drop(drop); break;
            case BeginEndBlockStatement block: Each(block.StatementList.Statements, Bind); break;
            case IfStatement choice:
                Expressions(choice.Predicate, new TransactSqlScope(null));
                Bind(choice.ThenStatement);
                Bind(choice.ElseStatement);
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference { ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value: "sp_getapplock" } }: break;
            default: Complain(statement, $"the binder does not know a {statement.GetType().Name}"); break;
        }
    }

    private void Select(SelectStatement select)
    {
        Each(select.WithCtesAndXmlNamespaces?.CommonTableExpressions ?? [], Expression);
        var columns = Query(select.QueryExpression, null);
        _expressions.Clear();
        if (select.Into is not { } into) return;
        if (columns.Any(c => c.Length == 0)) Complain(into, $"a column of {into.BaseIdentifier.Value} has no name");
        if (!_temporary.TryAdd(into.BaseIdentifier.Value, columns)) Complain(into, $"{into.BaseIdentifier.Value} exists already");
    }

    private void Expression(CommonTableExpression expression)
    {
        var columns = Query(expression.QueryExpression, null);
        _expressions[expression.ExpressionName.Value] = expression.Columns.Count == 0 ? columns : [.. expression.Columns.Select(c => c.Value)];
    }

    private void Insert(InsertSpecification insert)
    {
        var columns = insert.Target is NamedTableReference target ? Known(target.SchemaObject) : null;
        var scope = new TransactSqlScope(null);
        scope.Add("", columns);
        Each(insert.Columns, c => Column(c, scope));
        if (insert.Columns.Count == 0)
        {
            Complain(insert, "an insert names its columns");
            return;
        }
        switch (insert.InsertSource)
        {
            case ValuesInsertSource values:
                foreach (var row in values.RowValues)
                {
                    Count(row, insert.Columns.Count, row.ColumnValues.Count);
                    Expressions(row, new TransactSqlScope(null));
                }
                break;
            case SelectInsertSource source: Count(source, insert.Columns.Count, Query(source.Select, null).Count); break;
            default: Complain(insert, "an insert takes values or a select"); break;
        }
    }

    private void Update(UpdateSpecification update)
    {
        var (scope, target) = Target(update.Target, update.FromClause);
        foreach (var clause in update.SetClauses)
        {
            if (clause is not AssignmentSetClause { Column: { } column } assignment)
            {
                Complain(clause, "an update sets columns");
                continue;
            }
            Column(column, target);
            Expressions(assignment.NewValue, scope);
        }
        Expressions(update.WhereClause, scope);
    }

    private void Delete(DeleteSpecification delete) => Expressions(delete.WhereClause, Target(delete.Target, delete.FromClause).Scope);

    /// <summary>What the conditions of an update or delete see, and the one table whose columns it may set: an alias of FROM, else the table itself.</summary>
    private (TransactSqlScope Scope, TransactSqlScope Target) Target(TableReference reference, FromClause? from)
    {
        var scope = new TransactSqlScope(null);
        var target = new TransactSqlScope(null);
        if (reference is not NamedTableReference named)
        {
            Complain(reference, "the binder does not know such a target");
            return (scope, target);
        }
        var name = named.SchemaObject.BaseIdentifier.Value;
        if (from is null)
        {
            scope.Add(name, Known(named.SchemaObject));
            return (scope, scope);
        }
        Each(from.TableReferences, t => Source(t, scope));
        var meant = Named(from).SingleOrDefault(t => (t.Alias?.Value ?? t.SchemaObject.BaseIdentifier.Value) == name);
        if (meant is null) Complain(reference, $"unknown alias {name}");
        target.Add(name, meant is null ? null : _schema.Columns(meant.SchemaObject));
        return (scope, target);
    }

    private IReadOnlyList<string>? Known(SchemaObjectName name)
    {
        var text = string.Join('.', name.Identifiers.Select(i => i.Value));
        var columns = _expressions.GetValueOrDefault(text) ?? _temporary.GetValueOrDefault(text) ?? _schema.Columns(name);
        if (columns is null) Complain(name, $"unknown table {text}");
        return columns;
    }

    private void Count(TSqlFragment at, int columns, int values)
    {
        if (columns != values) Complain(at, $"{columns} columns take {values} values");
    }

    private void Complain(TSqlFragment at, string text) => _complaints.Add((at.StartLine, text));

    private static void Each<T>(IEnumerable<T> items, Action<T> act)
    {
        foreach (var item in items) act(item);
    }
}
