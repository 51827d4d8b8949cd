using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>A column of the T-SQL schema with its type as written, lower case. A view's columns have neither type nor nullability.</summary>
internal sealed record TransactSqlColumn(string Name, string Type, bool IsNullable);

/// <summary>A table or view of the T-SQL schema, and the columns of its primary key in order.</summary>
internal sealed record TransactSqlTable(string Name, IReadOnlyList<TransactSqlColumn> Columns, IReadOnlyList<string> Key, bool IsView = false);

/// <summary>What the migrations make on SQL Server, and what of the server's own catalogue queries may use.</summary>
internal sealed class TransactSqlSchema
{
    // Names are compared exactly: a database with a case-sensitive (or Turkish) collation does the same.
    private readonly Dictionary<string, TransactSqlTable> _tables = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> SystemViews = new(StringComparer.Ordinal)
    {
        ["sys.databases"] = ["name", "snapshot_isolation_state", "is_read_committed_snapshot_on"],
        ["sys.tables"] = ["name"],
    };

    public IEnumerable<TransactSqlTable> Tables => _tables.Values.Where(t => !t.IsView);

    public IEnumerable<TransactSqlTable> Views => _tables.Values.Where(t => t.IsView);

    /// <summary>The schema after every migration, with the complaints of the binder about the migrations themselves.</summary>
    public static (TransactSqlSchema Schema, IReadOnlyList<string> Complaints) Migrated()
    {
        var schema = new TransactSqlSchema();
        var complaints = new List<string>();
        var history = SqlFiles.Query(SqlFiles.Portable, Data.Queries.CreateHistory);
        foreach (var file in SqlFiles.Migrations(SqlFiles.SqlServer).Prepend(history)) complaints.AddRange(TransactSqlBinder.Complaints(schema, file));
        return (schema, complaints);
    }

    /// <summary>The columns of a table, view or allowed catalogue view, or null.</summary>
    public IReadOnlyList<string>? Columns(SchemaObjectName name)
    {
        var text = string.Join('.', name.Identifiers.Select(i => i.Value));
        return _tables.TryGetValue(text, out var table) ? [.. table.Columns.Select(c => c.Name)] : SystemViews.GetValueOrDefault(text);
    }

    public void Add(CreateTableStatement create)
    {
        var key = create.Definition.TableConstraints.OfType<UniqueConstraintDefinition>().SingleOrDefault(c => c.IsPrimaryKey)?.Columns
            .Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value).ToList()
            ?? [.. create.Definition.ColumnDefinitions.Where(c => c.Constraints.OfType<UniqueConstraintDefinition>().Any(u => u.IsPrimaryKey)).Select(c => c.ColumnIdentifier.Value)];
        var name = create.SchemaObjectName.BaseIdentifier.Value;
        _tables.Add(name, new TransactSqlTable(name, Columns(create.Definition, key), key));
    }

    /// <summary>Columns that a table of an earlier migration gets.</summary>
    public void Add(AlterTableAddTableElementStatement alter)
    {
        var table = _tables[alter.SchemaObjectName.BaseIdentifier.Value];
        _tables[table.Name] = table with { Columns = [.. table.Columns, .. Columns(alter.Definition, table.Key)] };
    }

    public void Add(CreateViewStatement create, IReadOnlyList<string> columns)
    {
        var name = create.SchemaObjectName.BaseIdentifier.Value;
        _tables.Add(name, new TransactSqlTable(name, [.. columns.Select(c => new TransactSqlColumn(c, "", true))], [], IsView: true));
    }

    private static List<TransactSqlColumn> Columns(TableDefinition definition, IReadOnlyList<string> key) => [.. definition.ColumnDefinitions.Select(c => new TransactSqlColumn(
        c.ColumnIdentifier.Value,
        TransactSql.Written(c.DataType),
        c.Constraints.OfType<NullableConstraintDefinition>().LastOrDefault()?.Nullable ?? !key.Contains(c.ColumnIdentifier.Value)))];
}
