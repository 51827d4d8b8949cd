using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Catalogue;

/// <summary>A dimension by its name, or with more about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The only values it takes; null where it learns them.</param>
/// <param name="Aliases">Names under which other products know it; at most 10.</param>
[JsonConverter(typeof(DimensionDefinitionConverter))]
public sealed record DimensionDefinition(string Name, IReadOnlyList<string>? Values, IReadOnlyList<string>? Aliases = null);

internal sealed class DimensionDefinitionConverter : JsonConverter<DimensionDefinition>
{
    public override DimensionDefinition? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new DimensionDefinition(reader.GetString()!, null);
        var long_ = JsonSerializer.Deserialize<LongForm>(ref reader, options) ?? throw new JsonException();
        return new DimensionDefinition(long_.Name ?? "", long_.Values, long_.Aliases);
    }

    public override void Write(Utf8JsonWriter writer, DimensionDefinition value, JsonSerializerOptions options)
    {
        if (value is { Values: null, Aliases: null }) writer.WriteStringValue(value.Name);
        else JsonSerializer.Serialize(writer, new LongForm { Name = value.Name, Values = value.Values, Aliases = value.Aliases }, options);
    }

    private sealed class LongForm
    {
        public string? Name { get; init; }
        public IReadOnlyList<string>? Values { get; init; }
        public IReadOnlyList<string>? Aliases { get; init; }
    }
}
