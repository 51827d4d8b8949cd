using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feedback.Api.OData;

/// <summary>Where a page ended: what <c>$skiptoken</c> holds. It names a row by its place, so that rows that come and go shift nothing.</summary>
/// <param name="Taken">Rows that were given so far.</param>
/// <param name="Count">How many rows matched on the first page, where that was asked for.</param>
/// <param name="Position">The last row's place in the set's own order, or its key where another order is asked for.</param>
/// <param name="Values">The last row's values of the columns of the order.</param>
internal sealed record FeedMark(long Taken, long? Count, string Position, IReadOnlyList<object?> Values)
{
    private const int Longest = 8_000;

    /// <summary>A text in another script takes its bytes and not six characters a letter: a nextLink has to fit into a line of a request.</summary>
    private static readonly JsonWriterOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mark as a text that means nothing to anybody else.</summary>
    public string Text(FeedQuery query)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Short))
        {
            json.WriteStartArray();
            json.WriteStringValue(query.Fingerprint);
            json.WriteNumberValue(Taken);
            json.WriteNumberValue(Count ?? -1);
            json.WriteStringValue(Position);
            foreach (var value in Values) Write(json, value);
            json.WriteEndArray();
        }
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>The mark of a text; null where it is none of this query.</summary>
    public static FeedMark? Read(string text, FeedQuery query, FeedSet set)
    {
        if (text.Length is 0 or > Longest || !Base64Url.IsValid(text)) return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var parts = json.RootElement.EnumerateArray().ToList();
            if (parts.Count != 4 + query.Order.Count || parts[0].GetString() != query.Fingerprint) return null;
            var (taken, count) = (parts[1].GetInt64(), parts[2].GetInt64());
            if (taken < 0 || parts[3].GetString() is not { } position || query.Order.Count == 0 && !set.IsPosition(position)) return null;
            return new FeedMark(taken, count < 0 ? null : count, position, [.. query.Order.Select((order, i) => Value(parts[4 + i], set.Columns[order.Column].Type))]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: json.WriteNumberValue(number); break;
            case long whole: json.WriteNumberValue(whole); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case DateOnly day: json.WriteNumberValue(day.DayNumber); break;
            case DateTimeOffset instant: json.WriteNumberValue(instant.UtcTicks); break;
            default: throw new ArgumentException("There is no column of such values.", nameof(value));
        }
    }

    private static object? Value(JsonElement json, FeedType type) => json.ValueKind == JsonValueKind.Null ? null : type switch
    {
        FeedType.Text => json.GetString(),
        FeedType.Number => json.GetDouble(),
        FeedType.Whole => json.GetInt64(),
        FeedType.Day => DateOnly.FromDayNumber(json.GetInt32()),
        FeedType.Instant => new DateTimeOffset(json.GetInt64(), TimeSpan.Zero),
        _ => json.GetBoolean(),
    };
}
