using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Http;

/// <summary>Instants as the contract has them: <c>2026-11-21T10:15:00Z</c>. A sent one without an offset would mean another instant on another server, and is refused.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var instant)) throw new JsonException();
        var text = reader.GetString()!;
        return text.Contains('T') && (text[^1] == 'Z' || text[^6] is '+' or '-') ? instant : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Form, System.Globalization.CultureInfo.InvariantCulture));
}
