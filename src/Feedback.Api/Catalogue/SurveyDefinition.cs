using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Indicators;

namespace Feedback.Api.Catalogue;

/// <summary>A survey as it is published: what is asked, of whom, and under which dimensions answers are told apart.</summary>
public sealed record SurveyDefinition
{
    /// <summary>Whom it asks: <c>customer</c> or <c>employee</c>.</summary>
    public Audience? Audience { get; init; }

    public LocalizedText? Title { get; init; }

    /// <summary>Dimensions beside <c>unit</c>, which every survey has; at most 12.</summary>
    public IReadOnlyList<DimensionDefinition>? Dimensions { get; init; }

    public IReadOnlyList<ItemDefinition>? Items { get; init; }

    /// <summary>Employees: <c>month</c> (default), <c>quarter</c>, <c>year</c> or <c>wave</c>.</summary>
    public string? Period { get; init; }

    /// <summary>Employees: <c>open</c> (default) or <c>code</c>.</summary>
    public string? Access { get; init; }

    /// <summary>Employees: the fewest people behind any figure, 5 to 50.</summary>
    public int? K { get; init; }

    /// <summary>True opens the hosted page to everybody.</summary>
    public bool? Page { get; init; }

    /// <summary>Employees: the questions to <c>drivers</c> that are answered when a period is released; at most 20. Those of the version then in force count.</summary>
    public IReadOnlyList<DriverDefinition>? Drivers { get; init; }

    /// <summary>The definition as one text that is equal for equal content.</summary>
    public string ToCanonicalJson() => JsonSerializer.Serialize(this, CatalogueJson.Options);

    public static SurveyDefinition Parse(string json) => JsonSerializer.Deserialize<SurveyDefinition>(json, CatalogueJson.Options)!;
}

/// <summary>A dimension by its name, or with the only values it takes.</summary>
[JsonConverter(typeof(DimensionDefinitionConverter))]
public sealed record DimensionDefinition(string Name, IReadOnlyList<string>? Values);

/// <summary>One item: a rating, a choice or a text.</summary>
public sealed record ItemDefinition
{
    public string? Code { get; init; }

    /// <summary><c>rating</c>, <c>choice</c> or <c>text</c>.</summary>
    public ItemKind? Kind { get; init; }

    public LocalizedText? Text { get; init; }

    /// <summary>Rating: the lowest answer.</summary>
    public int? Low { get; init; }

    /// <summary>Rating: the highest answer.</summary>
    public int? High { get; init; }

    /// <summary>Rating: true when a high answer means less of what is measured.</summary>
    public bool? Reversed { get; init; }

    /// <summary>Rating: what it measures, by a name of the catalogue of measures.</summary>
    public string? Measures { get; init; }

    /// <summary>Rating that measures <c>experience</c>: which touchpoint.</summary>
    public string? Touchpoint { get; init; }

    public IReadOnlyList<OptionDefinition>? Options { get; init; }

    /// <summary>Choice: more than one option may be chosen.</summary>
    public bool? Multiple { get; init; }

    public bool? Required { get; init; }
}

/// <summary>A question to <c>drivers</c>, as a request asks it.</summary>
public sealed record DriverDefinition
{
    /// <summary>What is explained: a measure, a scale, or <c>item:CODE</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The codes of 2 to 10 rating items.</summary>
    public IReadOnlyList<string>? Drivers { get; init; }
}

public enum ItemKind { Rating, Choice, Text }

/// <summary>An option of a choice item.</summary>
public sealed record OptionDefinition
{
    public string? Code { get; init; }
    public LocalizedText? Text { get; init; }
}

/// <summary>A text, or one text a language (<c>en</c>, <c>de</c>, ...).</summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed record LocalizedText(string? Text, IReadOnlyDictionary<string, string>? ByLanguage)
{
    /// <summary>Every text it holds.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts => ByLanguage?.Values ?? (Text is null ? [] : [Text]);
}

internal static class CatalogueJson
{
    /// <summary>camelCase, nulls left out, unknown members refused.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}

internal sealed class DimensionDefinitionConverter : JsonConverter<DimensionDefinition>
{
    public override DimensionDefinition? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new DimensionDefinition(reader.GetString()!, null);
        var long_ = JsonSerializer.Deserialize<LongForm>(ref reader, options) ?? throw new JsonException();
        return new DimensionDefinition(long_.Name ?? "", long_.Values);
    }

    public override void Write(Utf8JsonWriter writer, DimensionDefinition value, JsonSerializerOptions options)
    {
        if (value.Values is null) writer.WriteStringValue(value.Name);
        else JsonSerializer.Serialize(writer, new LongForm { Name = value.Name, Values = value.Values }, options);
    }

    private sealed class LongForm
    {
        public string? Name { get; init; }
        public IReadOnlyList<string>? Values { get; init; }
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
