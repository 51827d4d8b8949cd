using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CsvHelper;
using Feedback.Api.Http;

namespace Feedback.Api.OData;

/// <summary>Writes rows line by line, part by part.</summary>
internal abstract class LineWriter<TRow> : IDisposable
{
    /// <summary>Writes one part, and hands it on.</summary>
    public abstract Task Write(PipeWriter output, IReadOnlyList<TRow> rows, CancellationToken cancellation);

    public abstract void Dispose();
}

/// <summary>One object a line.</summary>
internal sealed class JsonLines<TRow>(FeedSet<TRow> set, FeedQuery query) : LineWriter<TRow>
{
    private readonly RowWriter<TRow> _rows = new(set, query.Columns, wholesAreTexts: false, namesRows: false);

    public override async Task Write(PipeWriter output, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, PageWriter<TRow>.Options);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            _rows.Write(json, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
        await output.FlushAsync(cancellation);
    }

    public override void Dispose()
    {
    }
}

/// <summary>A table as RFC 4180 has it, with a line of names; a text that a spreadsheet would run is neutralised.</summary>
internal sealed class CsvLines<TRow> : LineWriter<TRow>
{
    private readonly CellWriter<TRow> _cells;
    private readonly MemoryStream _part = new();
    private readonly CsvWriter _csv;

    public CsvLines(FeedSet<TRow> set, FeedQuery query)
    {
        _cells = new(set, query.Columns);
        _csv = CsvWriter.Create(_part, Csv.Options, leaveOpen: true);
        _csv.WriteHeader(_cells.Header);
    }

    public override async Task Write(PipeWriter output, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) _cells.Write(_csv, row);
        _csv.Flush();
        await output.WriteAsync(_part.GetBuffer().AsMemory(0, (int)_part.Length), cancellation);
        _part.SetLength(0);
    }

    public override void Dispose()
    {
        _csv.Dispose();
        _part.Dispose();
    }
}
