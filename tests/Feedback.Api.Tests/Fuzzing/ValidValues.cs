using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Makes values that a schema of the document allows, of words that mean something where there are such.</summary>
internal sealed class ValidValues(SchemaCheck schemas, Words words, Random random, string canary)
{
    private const int Deepest = 7;

    /// <summary>A value of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The member or parameter it is for.</param>
    /// <param name="depth">How deep it lies.</param>
    public JsonNode? Of(JsonObject schema, string name, int depth = 0)
    {
        if (schema["$ref"] is { } reference) return Of(schemas.Resolve((string)reference!), name, depth);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) return Of(choices[random.Next(choices.Count)]!.AsObject(), name, depth);
        if (schema["enum"] is JsonArray names) return names[random.Next(names.Count)]?.DeepClone();
        return TypeOf(schema) switch
        {
            "object" => Object(schema, name, depth),
            "array" => Array(schema, name, depth),
            "integer" => Integer(schema, name),
            "number" => Number(schema, name),
            "boolean" => random.Next(2) == 0,
            "string" => Text(schema, name),
            "null" => null,
            _ => words.Any(random),
        };
    }

    private string? TypeOf(JsonObject schema)
    {
        if (schema["type"] is not JsonArray types) return (string?)schema["type"];
        var some = types.Select(t => (string)t!).Where(t => t != "null" || random.Next(6) == 0).ToList();
        return some[random.Next(some.Count)];
    }

    private JsonObject Object(JsonObject schema, string name, int depth)
    {
        var made = new JsonObject();
        var required = schema["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];
        foreach (var (member, of) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(member) || depth < Deepest && random.Next(5) < 2) made[member] = Of(of!.AsObject(), member, depth + 1);
        }
        if (schema["additionalProperties"] is JsonObject others)
        {
            for (var i = random.Next(4); i >= 0; i--) made[words.Of(name is "answers" ? "code" : "name", random) ?? Word()] = Of(others, name, depth + 1);
        }
        return made;
    }

    private JsonArray Array(JsonObject schema, string name, int depth)
    {
        var count = Math.Max((int?)schema["minItems"] ?? 0, depth > Deepest ? 0 : random.Next(20) == 0 ? random.Next(120) : random.Next(4));
        return [.. Enumerable.Range(0, count).Select(_ => schema["items"] is JsonObject of ? Of(of, name, depth + 1) : null)];
    }

    private JsonNode Integer(JsonObject schema, string name)
    {
        if (random.Next(3) == 0 && long.TryParse(words.Of(name, random), CultureInfo.InvariantCulture, out var known)) return known;
        var (low, high) = ((long?)(double?)schema["minimum"] ?? -2, (long?)(double?)schema["maximum"] ?? 12);
        return random.NextInt64(low, Math.Max(low, high) + 1);
    }

    private JsonNode Number(JsonObject schema, string name)
    {
        if (random.Next(3) == 0 && double.TryParse(words.Of(name, random), CultureInfo.InvariantCulture, out var known) && double.IsFinite(known)) return known;
        var (low, high) = ((double?)schema["minimum"] ?? -1, (double?)schema["maximum"] ?? 100);
        return Math.Round(low + random.NextDouble() * (high - low), 3);
    }

    private string Text(JsonObject schema, string name)
    {
        if (random.Next(10) < 6 && words.Of(name, random) is { } known) return known;
        var text = (string?)schema["format"] switch
        {
            "uuid" => Uuid(),
            "date" => Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => Day().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            _ => random.Next(3) == 0 ? words.Any(random) : Word(),
        };
        return (int?)schema["maxLength"] is { } most && text.Length > most ? text[..most] : text;
    }

    private string Word() => canary + "abcdefgh"[random.Next(8)];

    private string Uuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private DateTimeOffset Day() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(525_600));
}
