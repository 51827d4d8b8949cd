using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>The tables that a column name may mean at one place of a query, by alias; the outer query's after its own.</summary>
internal sealed class TransactSqlScope(TransactSqlScope? outer)
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _sources = new(StringComparer.Ordinal);

    /// <summary>Adds a table under its alias. Null for columns says that the table itself is unknown, which was told already.</summary>
    /// <returns>False when the alias is taken.</returns>
    public bool Add(string alias, IReadOnlyList<string>? columns) => _sources.TryAdd(alias, columns);

    public bool Has(string alias) => _sources.ContainsKey(alias);

    /// <summary>What is wrong with a column reference, or null.</summary>
    public string? Complaint(ColumnReferenceExpression reference)
    {
        if (reference.ColumnType == ColumnType.Wildcard) return null;
        var names = reference.MultiPartIdentifier.Identifiers;
        return names.Count switch
        {
            1 => Unqualified(names[0].Value),
            2 => Qualified(names[0].Value, names[1].Value),
            _ => $"{string.Join('.', names.Select(n => n.Value))} has more parts than alias and column",
        };
    }

    private string? Qualified(string alias, string column)
    {
        if (!_sources.TryGetValue(alias, out var columns)) return outer is null ? $"unknown alias {alias}" : outer.Qualified(alias, column);
        return columns is null || columns.Contains(column) ? null : $"unknown column {alias}.{column}";
    }

    private string? Unqualified(string column)
    {
        if (_sources.Values.Any(c => c is null)) return null;
        return _sources.Count(s => s.Value!.Contains(column)) switch
        {
            1 => null,
            0 => outer is null ? $"unknown column {column}" : outer.Unqualified(column),
            _ => $"ambiguous column {column}",
        };
    }
}
