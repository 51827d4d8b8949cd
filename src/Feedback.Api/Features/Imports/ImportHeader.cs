namespace Feedback.Api.Features.Imports;

/// <summary>A column under every name that its file has for it: the one of the header first, then a label, or an id of the product's own.</summary>
public sealed record ImportColumn(IReadOnlyList<string> Names)
{
    public ImportColumn(params string[] names) : this((IReadOnlyList<string>)names) { }

    public string Name => Names[0];
}

/// <summary>The columns of a file, or of a message that another product sent.</summary>
public sealed class ImportHeader(IReadOnlyList<ImportColumn> columns)
{
    /// <summary>So many columns a file has at the most: more than any product exports, and few enough to be matched at once.</summary>
    public const int MaximumColumns = 10_000;

    private readonly Dictionary<string, int> _first = Places(columns, c => c.Names.Take(1)), _others = Places(columns, c => c.Names.Skip(1));

    public ImportHeader(IEnumerable<string> names) : this([.. names.Select(n => new ImportColumn(n))]) { }

    public IReadOnlyList<ImportColumn> Columns => columns;

    /// <summary>Whether every column there may be is here; a message holds what was answered alone.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether cells hold lists: options apart by <see cref="ImportCells.BetweenOptions"/>, names of one option by <see cref="ImportCells.BetweenNames"/>.</summary>
    public bool HoldsLists { get; init; }

    /// <summary>The place of a column by its first name, else by another; -1 without one, -2 where several go by it.</summary>
    public int At(string name) => _first.TryGetValue(name, out var place) || _others.TryGetValue(name, out place) ? place : -1;

    /// <exception cref="BrokenFileException">There are too many.</exception>
    private static Dictionary<string, int> Places(IReadOnlyList<ImportColumn> columns, Func<ImportColumn, IEnumerable<string>> names)
    {
        if (columns.Count > MaximumColumns) throw new BrokenFileException(1, "a file has at most 10,000 columns.");
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var name in names(columns[i]).Distinct(StringComparer.Ordinal)) places[name] = places.ContainsKey(name) ? -2 : i;
        }
        return places;
    }
}

/// <summary>How a cell of a message holds more than one text.</summary>
public static class ImportCells
{
    public const char BetweenOptions = '\u001f', BetweenNames = '\u001e';

    /// <summary>The names of each option of a cell, the best to read last.</summary>
    public static IEnumerable<string[]> Options(string cell) =>
        cell.Split(BetweenOptions, StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries)).Where(o => o.Length > 0);

    /// <summary>The cell as a text for people.</summary>
    public static string Plain(string cell) => cell.AsSpan().ContainsAny(BetweenOptions, BetweenNames) ? string.Join(", ", Options(cell).Select(o => o[^1])) : cell;
}
