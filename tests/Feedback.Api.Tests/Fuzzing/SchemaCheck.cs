using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>
/// Holds JSON against a schema of the OpenAPI document: the words of JSON Schema that the document uses, and no others. Stricter in one
/// thing: an object whose members are described has no others, whether or not the schema says so.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] Known =
    [
        "$ref", "additionalProperties", "anyOf", "default", "description", "enum", "example", "examples", "format", "items", "maximum", "maxItems", "maxLength", "minimum", "minItems", "minLength",
        "minProperties", "oneOf", "pattern", "properties", "required", "title", "type",
    ];

    /// <summary>What is wrong with a value, each with the place; empty when nothing is.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonObject schema, string at = "$")
    {
        if (schema.Select(w => w.Key).FirstOrDefault(w => !Known.Contains(w)) is { } word) return [$"{at}: the schema says {word}, which is not checked"];
        if (schema["$ref"] is { } reference) return Faults(value, Resolve((string)reference!), at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(c => !Faults(value, c!.AsObject(), at).Any()) ? [] : [$"{at}: is none of {choices.Count} choices: {Faults(value, choices[0]!.AsObject(), at).First()}"];
        if (schema["enum"] is JsonArray names && !names.Any(n => JsonNode.DeepEquals(n, value))) return [$"{at}: is none of the names allowed"];
        if (TypeFault(value, schema) is { } fault) return [$"{at}: {fault}"];
        return value switch
        {
            JsonObject members => OfObject(members, schema, at),
            JsonArray elements => OfArray(elements, schema, at),
            JsonValue scalar => OfScalar(scalar, schema).Select(f => $"{at}: {f}"),
            _ => [],
        };
    }

    /// <summary>The schema that a reference leads to.</summary>
    public JsonObject Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!).AsObject();

    private static string? TypeFault(JsonNode? value, JsonObject schema)
    {
        string[] types = schema["type"] switch { JsonArray many => [.. many.Select(t => (string)t!)], { } one => [(string)one!], _ => [] };
        return types.Length == 0 || types.Any(t => IsOf(value, t)) ? null : $"is {value?.GetValueKind().ToString() ?? "null"}, not {string.Join(" or ", types)}";
    }

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("null", null or JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue(out decimal number) && number == decimal.Truncate(number),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("array", JsonValueKind.Array) => true,
        ("object", JsonValueKind.Object) => true,
        _ => false,
    };

    private IEnumerable<string> OfObject(JsonObject members, JsonObject schema, string at)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey((string)name!)) yield return $"{at}: has no {name}";
        }
        if ((int?)schema["minProperties"] > members.Count) yield return $"{at}: has too few members";
        var described = schema["properties"]?.AsObject();
        foreach (var (name, value) in members)
        {
            var of = described?[name]?.AsObject() ?? schema["additionalProperties"] as JsonObject;
            if (of is not null)
            {
                foreach (var fault in Faults(value, of, $"{at}.{name}")) yield return fault;
            }
            else if (described is not null || schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                yield return $"{at}: has {name}, which is not described";
            }
        }
    }

    private IEnumerable<string> OfArray(JsonArray elements, JsonObject schema, string at)
    {
        if ((int?)schema["minItems"] > elements.Count || (int?)schema["maxItems"] < elements.Count) yield return $"{at}: has {elements.Count} elements";
        if (schema["items"] is not JsonObject of) yield break;
        for (var i = 0; i < elements.Count; i++)
        {
            foreach (var fault in Faults(elements[i], of, $"{at}[{i}]")) yield return fault;
        }
    }

    private static IEnumerable<string> OfScalar(JsonValue value, JsonObject schema)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = value.GetValue<double>();
            if (!double.IsFinite(number)) yield return "is not finite";
            if ((double?)schema["minimum"] > number || (double?)schema["maximum"] < number) yield return "is out of its range";
            yield break;
        }
        if (value.GetValueKind() != JsonValueKind.String) yield break;
        var text = value.GetValue<string>();
        if ((int?)schema["minLength"] > text.Length || (int?)schema["maxLength"] < text.Length) yield return $"has {text.Length} characters";
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!)) yield return "does not match its pattern";
        if (!HasFormat(text, (string?)schema["format"])) yield return $"is no {schema["format"]}";
    }

    private static bool HasFormat(string text, string? format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };
}
