using System.Buffers;
using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>Writes a list in one of its forms, in parts that are handed over when they are full: any number of entries needs the memory of one part.</summary>
internal static class ListBody
{
    private const int FullPart = 64 << 10;

    private static readonly JsonWriterOptions Options = new() { Encoder = Json.Options.Encoder, SkipValidation = true };

    public static async Task Write<T>(ListFormat format, ListShape<T> shape, IAsyncEnumerable<T> entries, Action<Utf8JsonWriter>? head, string? nextCursor,
        Func<ReadOnlyMemory<byte>, ValueTask> send, CancellationToken cancellation)
    {
        using var part = new LentBytes();
        await using var json = new Utf8JsonWriter(part, Options);
        var csv = new CsvTable(part);
        if (format == ListFormat.Csv) csv.Header(shape.Columns);
        if (format == ListFormat.Json) Begin(json, head);
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (format == ListFormat.Csv) shape.WriteLines(csv, entry);
            else shape.WriteJson(json, entry);
            if (format == ListFormat.Ndjson) EndLine(json, part);
            if (part.Count + json.BytesPending < FullPart) continue;
            json.Flush();
            await send(part.Written);
            part.Clear();
        }
        if (format == ListFormat.Json) End(json, nextCursor);
        if (part.Count > 0) await send(part.Written);
    }

    private static void Begin(Utf8JsonWriter json, Action<Utf8JsonWriter>? head)
    {
        json.WriteStartObject();
        head?.Invoke(json);
        json.WriteStartArray("value");
    }

    private static void EndLine(Utf8JsonWriter json, LentBytes part)
    {
        json.Flush();
        json.Reset();
        part.Write("\n"u8);
    }

    private static void End(Utf8JsonWriter json, string? nextCursor)
    {
        json.WriteEndArray();
        json.WriteString("nextCursor", nextCursor);
        json.WriteEndObject();
        json.Flush();
    }
}
