using System.Globalization;
using CsvHelper;

namespace Feedback.Api.OData;

/// <summary>Writes the columns of a row that are asked for, as cells of CSV; no value is boxed.</summary>
internal sealed class CellWriter<TRow>
{
    private readonly Action<CsvWriter, TRow>[] _columns;

    public CellWriter(FeedSet<TRow> set, IReadOnlyList<int> columns)
    {
        Header = [.. columns.Select(place => set.Columns[place].Name)];
        _columns = [.. columns.Select(place => Of(set.Columns[place]))];
    }

    public string[] Header { get; }

    public void Write(CsvWriter csv, TRow row)
    {
        foreach (var column in _columns) column(csv, row);
        csv.EndRecord();
    }

    private static Action<CsvWriter, TRow> Of(FeedColumn<TRow> column)
    {
        switch (column.Type)
        {
            case FeedType.Text: { var of = column.AsText; return (csv, row) => csv.WriteField(of(row)); }
            case FeedType.Number: return Cells(column.AsNumber, "");
            case FeedType.Whole: return Cells(column.AsWhole, "");
            case FeedType.Day: return Cells(column.AsDay, "yyyy-MM-dd");
            case FeedType.Instant: { var of = column.AsInstant; return Cells(row => of(row)?.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'"); }
            default: { var of = column.AsFlag; return (csv, row) => csv.WriteField(of(row) switch { true => "true", false => "false", _ => "" }); }
        }
    }

    private static Action<CsvWriter, TRow> Cells<T>(Func<TRow, T?> of, string form) where T : struct, ISpanFormattable, IUtf8SpanFormattable => (csv, row) =>
    {
        if (of(row) is { } value) csv.WriteField(value, form, CultureInfo.InvariantCulture);
        else csv.WriteField("");
    };
}
