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
    public string? In(string? language) => Found(language).Text;

    /// <summary>The text that <see cref="In"/> finds, and the language it is in; null for a text without one.</summary>
    public (string? Language, string? Text) Found(string? language)
    {
        if (ByLanguage is null) return (null, Text);
        for (var tag = language; !string.IsNullOrEmpty(tag); tag = Shorter(tag))
        {
            if (Exactly(tag) is { Key: not null } found) return (found.Key, found.Value);
        }
        var first = Exactly("en") is { Key: not null } english ? english : ByLanguage.OrderBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault();
        return (first.Key, first.Value);
    }

    private KeyValuePair<string, string> Exactly(string tag) => ByLanguage!.FirstOrDefault(t => t.Key.Equals(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>Without its last subtag, and without a single letter that would then be the last.</summary>
    internal static string Shorter(string tag)
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
