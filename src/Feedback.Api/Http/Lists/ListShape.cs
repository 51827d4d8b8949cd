using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>How the entries of a list look: as JSON, and as lines of a table.</summary>
/// <typeparam name="T">An entry.</typeparam>
public abstract class ListShape<T>
{
    /// <summary>The columns of the table; they do not depend on the entries, so that an empty table has them too.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Writes the entry as one JSON value.</summary>
    public abstract void WriteJson(Utf8JsonWriter json, T entry);

    /// <summary>Writes the entry as whole lines, most often one, with a cell for every column.</summary>
    public abstract void WriteLines(CsvTable csv, T entry);
}

/// <summary>A list whose entries hold rows: in JSON an entry holds them, in a table each is a line.</summary>
/// <param name="rowsOf">The lines of an entry.</param>
public sealed class RowsShape<T, TRow>(Func<T, IEnumerable<TRow>> rowsOf) : ListShape<T>
{
    public override IReadOnlyList<string> Columns => RecordShape<TRow>.Instance.Columns;

    public override void WriteJson(Utf8JsonWriter json, T entry) => JsonSerializer.Serialize(json, entry, Json.Options);

    public override void WriteLines(CsvTable csv, T entry)
    {
        foreach (var row in rowsOf(entry)) RecordShape<TRow>.Instance.WriteLines(csv, row);
    }
}
