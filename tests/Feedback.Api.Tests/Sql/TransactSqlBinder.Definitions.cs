using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <content>Tables, indexes and views as migrations make them.</content>
internal sealed partial class TransactSqlBinder
{
    private void CreateTable(CreateTableStatement create)
    {
        _schema.Add(create);
        var scope = new TransactSqlScope(null);
        scope.Add("", Known(create.SchemaObjectName));
        foreach (var constraint in create.Definition.TableConstraints.Concat(create.Definition.ColumnDefinitions.SelectMany(c => c.Constraints)))
        {
            switch (constraint)
            {
                case ForeignKeyConstraintDefinition key: Reference(key, scope); break;
                case UniqueConstraintDefinition unique: Each(unique.Columns, c => Column(c.Column, scope)); break;
                case CheckConstraintDefinition check: Expressions(check.CheckCondition, scope); break;
                case NullableConstraintDefinition: break;
                default: Complain(constraint, $"the binder does not know a {constraint.GetType().Name}"); break;
            }
        }
    }

    private void AddColumns(AlterTableAddTableElementStatement alter)
    {
        Known(alter.SchemaObjectName);
        _schema.Add(alter);
        foreach (var constraint in alter.Definition.TableConstraints.Concat(alter.Definition.ColumnDefinitions.SelectMany(c => c.Constraints)))
        {
            if (constraint is not NullableConstraintDefinition) Complain(constraint, $"the binder does not know a {constraint.GetType().Name} of a column that is added");
        }
    }

    private void Reference(ForeignKeyConstraintDefinition key, TransactSqlScope own)
    {
        Each(key.Columns, c => Column(c, own));
        var other = new TransactSqlScope(null);
        other.Add("", Known(key.ReferenceTableName));
        Each(key.ReferencedTableColumns, c => Column(c, other));
    }

    private void CreateIndex(CreateIndexStatement create)
    {
        var scope = new TransactSqlScope(null);
        scope.Add("", Known(create.OnName));
        Each(create.Columns, c => Column(c.Column, scope));
        Each(create.IncludeColumns, c => Column(c, scope));
        Expressions(create.FilterPredicate, scope);
    }

    private void CreateView(CreateViewStatement create)
    {
        var columns = Query(create.SelectStatement.QueryExpression, null);
        if (columns.Any(c => c.Length == 0)) Complain(create, $"a column of {create.SchemaObjectName.BaseIdentifier.Value} has no name");
        _schema.Add(create, columns);
    }

    private void Drop(DropTableStatement drop)
    {
        foreach (var table in drop.Objects)
        {
            if (!_temporary.Remove(table.BaseIdentifier.Value)) Complain(table, $"unknown table {table.BaseIdentifier.Value}");
        }
    }

    private void Column(Identifier name, TransactSqlScope scope)
    {
        var reference = new ColumnReferenceExpression { MultiPartIdentifier = new MultiPartIdentifier() };
        reference.MultiPartIdentifier.Identifiers.Add(name);
        if (scope.Complaint(reference) is { } complaint) Complain(name, complaint);
    }
}
