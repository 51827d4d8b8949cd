using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.OData;

/// <summary>Writes rows line by line, part by part.</summary>
internal abstract class LineWriter<TRow>
{
    /// <summary>Writes one part, and hands it on.</summary>
    public abstract Task Write(PipeWriter output, IReadOnlyList<TRow> rows, CancellationToken cancellation);
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
}

/// <summary>A table as all lists write it, with a line of names.</summary>
internal sealed class CsvLines<TRow>(FeedSet<TRow> set, FeedQuery query) : LineWriter<TRow>
{
    private readonly CellWriter<TRow> _cells = new(set, query.Columns);

    /// <summary>Cells are many and small, and the pipe is locked for each that it is given.</summary>
    private readonly ArrayBufferWriter<byte> _part = new(1 << 16);
    private bool _hasNames;

    public override async Task Write(PipeWriter output, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var csv = new CsvTable(_part);
        if (!_hasNames) csv.Header(_cells.Header);
        _hasNames = true;
        foreach (var row in rows) _cells.Write(csv, row);
        output.Write(_part.WrittenSpan);
        _part.ResetWrittenCount();
        await output.FlushAsync(cancellation);
    }
}
