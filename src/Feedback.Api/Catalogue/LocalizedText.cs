using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Catalogue;

/// <summary>A text, or one text a language (<c>en</c>, <c>de</c>, ...).</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed record LocalizedText(string? Text, IReadOnlyDictionary<string, string>? ByLanguage)
{
    /// <summary>Every text it holds.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts => ByLanguage?.Values ?? (Text is null ? [] : [Text]);

    /// <summary>
    /// The text in a language by the lookup of RFC 4647, section 3.4: <c>de-CH</c>, then <c>de</c>; then <c>en</c>, then the first by its
    /// language. Null only where there is no text at all.
    /// </summary>
    public string? In(string? language)
    {
        if (ByLanguage is null) return Text;
        for (var tag = language; !string.IsNullOrEmpty(tag); tag = Shorter(tag))
        {
            if (Exactly(tag) is { } found) return found;
        }
        return Exactly("en") ?? ByLanguage.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault();
    }

    private string? Exactly(string tag) => ByLanguage!.FirstOrDefault(t => t.Key.Equals(tag, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Without its last subtag, and without a single letter that would then be the last.</summary>
    private static string Shorter(string tag)
    {
        var end = tag.LastIndexOf('-');
        if (end > 1 && tag[end - 2] == '-') end -= 2;
        return end <= 0 ? "" : tag[..end];
    }
}

internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new LocalizedText(reader.GetString(), null)
            : new LocalizedText(null, JsonSerializer.Deserialize<SortedDictionary<string, string>>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        if (value.ByLanguage is null) writer.WriteStringValue(value.Text);
        else JsonSerializer.Serialize(writer, value.ByLanguage, options);
    }
}
