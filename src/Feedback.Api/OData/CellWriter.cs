using Feedback.Api.Http.Lists;

namespace Feedback.Api.OData;

/// <summary>Writes the columns of a row that are asked for, as cells of a table; no value is boxed.</summary>
internal sealed class CellWriter<TRow>
{
    private readonly Action<CsvTable, TRow>[] _columns;

    public CellWriter(FeedSet<TRow> set, IReadOnlyList<int> columns)
    {
        Header = [.. columns.Select(place => set.Columns[place].Name)];
        _columns = [.. columns.Select(place => Of(set.Columns[place]))];
    }

    public string[] Header { get; }

    public void Write(CsvTable csv, TRow row)
    {
        foreach (var column in _columns) column(csv, row);
        csv.End();
    }

    private static Action<CsvTable, TRow> Of(FeedColumn<TRow> column)
    {
        switch (column.Type)
        {
            case FeedType.Text: { var of = column.AsText; return (csv, row) => csv.Text(of(row)); }
            case FeedType.Number: { var of = column.AsNumber; return (csv, row) => csv.Number(of(row)); }
            case FeedType.Whole: { var of = column.AsWhole; return (csv, row) => csv.Whole(of(row)); }
            case FeedType.Day: { var of = column.AsDay; return (csv, row) => csv.Day(of(row)); }
            case FeedType.Instant: { var of = column.AsInstant; return (csv, row) => csv.Instant(of(row)); }
            default: { var of = column.AsFlag; return (csv, row) => csv.Flag(of(row)); }
        }
    }
}
