namespace Feedback.Api.Features.Imports;

/// <summary>A dimension, the language or the respondent bound to its column, or to one value for all rows.</summary>
/// <param name="column">The place of the column; -1 where a message does not have it.</param>
/// <param name="rule">What its codes mean.</param>
internal sealed class ValueCell(int column, ValueRule rule)
{
    /// <summary>The column as the file calls it; empty for a value that all rows share.</summary>
    public string Column => rule.Column ?? "";

    /// <summary>The value of a row; null where it has none.</summary>
    /// <returns>False when the map does not know the code.</returns>
    public bool TryRead(string?[] cells, out string? value)
    {
        value = rule.Value;
        if (rule.Column is null || column < 0) return true;
        if (cells[column] is not { Length: > 0 } cell || rule.Missing.Contains(cell)) return true;
        if (rule.Recode is null) value = ImportCells.Plain(cell);
        else if (!rule.Recode.TryGetValue(cell, out value)) value = ImportCells.Options(cell).SelectMany(o => o).Select(n => rule.Recode.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);
        return value is not null;
    }
}
