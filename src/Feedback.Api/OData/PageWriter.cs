using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feedback.Api.OData;

/// <summary>Writes one page, or one row, as OData JSON (OData 4.0, JSON format).</summary>
internal sealed class PageWriter<TRow>(FeedSet<TRow> set, FeedQuery query, FeedFormat format, string root)
{
    /// <summary>Bytes after which what is written is handed on.</summary>
    private const int Chunk = 32_768;

    internal static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RowWriter<TRow> _rows = new(set, query.Columns, format.WholesAreTexts, namesRows: !format.IsBare);

    public async Task Write(PipeWriter output, FeedPage<TRow> page, string? next, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (!format.IsBare) json.WriteString("@odata.context"u8, Context(""));
        if (page.Count is { } count) json.WriteNumber("@odata.count"u8, count);
        json.WriteStartArray("value"u8);
        var handedOn = 0L;
        foreach (var row in page.Rows)
        {
            json.WriteStartObject();
            _rows.Write(json, row);
            json.WriteEndObject();
            if (json.BytesCommitted + json.BytesPending - handedOn < Chunk) continue;
            json.Flush();
            handedOn = json.BytesCommitted;
            await output.FlushAsync(cancellation);
        }
        json.WriteEndArray();
        if (next is not null) json.WriteString("@odata.nextLink"u8, next);
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(cancellation);
    }

    /// <summary>One row by itself.</summary>
    public async Task Write(PipeWriter output, TRow row, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (!format.IsBare) json.WriteString("@odata.context"u8, Context("/$entity"));
        _rows.Write(json, row);
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(cancellation);
    }

    private string Context(string suffix) =>
        $"{root}$metadata#{set.Name}{(query.NamesColumns ? $"({string.Join(',', query.Columns.Select(c => set.Columns[c].Name))})" : "")}{suffix}";
}
