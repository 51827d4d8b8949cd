namespace Feedback.Api.Features.Imports;

/// <summary>A dimension, the language or the respondent bound to its column, or to one value for all rows.</summary>
internal sealed class ValueCell(int column, ValueRule rule)
{
    /// <summary>The column as the file calls it; empty for a value that all rows share.</summary>
    public string Column => rule.Column ?? "";

    /// <summary>The value of a row; null where it has none.</summary>
    /// <returns>False when the map does not know the code.</returns>
    public bool TryRead(string[] cells, out string? value)
    {
        value = rule.Value;
        if (rule.Column is null) return true;
        var cell = cells[column];
        if (cell.Length == 0 || rule.Missing.Contains(cell)) return true;
        value = rule.Recode is null ? cell : rule.Recode.GetValueOrDefault(cell);
        return value is not null;
    }
}
