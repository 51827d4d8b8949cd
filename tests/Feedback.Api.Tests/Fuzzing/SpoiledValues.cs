using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Spoils bodies: as values, with what no JSON tree can hold among them, and as bytes.</summary>
internal sealed class SpoiledValues(Random random, string canary)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>Raw JSON that takes the place of a value, in Latin-1 so that any byte can be said; ~ is the canary.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.0", "1e0", "0.1", "1e-400", "1e400", "1E+999", "-1e999", "9007199254740993", "2147483648", "-2147483649", "9223372036854775808",
        "123456789012345678901234567890", "0.00000000000000000000000000000001", "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"Infinity\"", "\"1\"", "\"1e5\"", "0x10", "01", "1.", ".5", "+1",
        "\"\"", "\" \"", "\"~\"", "\"~\\u0000\"", "\"\\ud800\"", "\"\\udc00~\"", "\"\\ud83d\\ude00~\"", "\"\\u202e~\"", "\"\\u2066~\\u2069\"", "\"\\ufeff~\"", "\"\\u0085~\\u2028\"", "\"~\\r\\nSet-Cookie: a=b\"",
        "\"~\\u001b[31m\"", "\"=~()\"", "\"<script>~</script>\"", "\"'; drop table ~; --\"", "\"../../~\"", "\"{~}\"", "\"%00~\"", "\"\xff~\"", "\"\xc0\xaf~\"", "\"\xed\xa0\x80\"", "\"unterminated ~", "'~'", "[]", "{}", "[null]",
        "[[]]", "{\"~\":1}", "{\"~\":{\"~\":[]}}", "{\"__proto__\":{\"~\":1}}", "{\"constructor\":{\"prototype\":1}}", "{\"$type\":\"~\"}", "[1,\"~\",null,{}]", "\"0001-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"10000-01-01\"",
        "\"2026-02-30\"", "\"2026-11-21T25:00:00Z\"", "\"2026-11-21T10:00:00+99:00\"", "\"2026-11-21\\n\"", "\"00000000-0000-0000-0000-000000000000\"", "/* ~ */ 1", "1 2", "1,", ",1", "",
    ];

    /// <summary>A body's bytes, spoiled so many times.</summary>
    public byte[] Spoil(JsonNode? body, int times)
    {
        var raws = new List<string>();
        for (var i = 0; i < times; i++) body = Somewhere(body, raws);
        var text = new StringBuilder(body?.ToJsonString(Relaxed) ?? "null");
        for (var i = 0; i < raws.Count; i++) text.Replace($"\"@raw{i}@\"", "\0" + i + "\0");
        // Names and texts beyond ASCII are UTF-8 first; then come bytes that may be anything.
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.ToString()));
        for (var i = 0; i < raws.Count; i++) bytes = bytes.Replace("\0" + i + "\0", raws[i], StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(bytes);
    }

    /// <summary>Bytes with something wrong in them that has nothing to do with what they say.</summary>
    public byte[] SpoilBytes(byte[] body)
    {
        var bytes = body.ToList();
        switch (random.Next(9))
        {
            case 0: return body[..random.Next(body.Length + 1)];
            case 1: return [0xef, 0xbb, 0xbf, .. body];
            case 2: return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body));
            case 3: return [.. body, .. body];
            case 4: return [.. body, 0];
            case 5: return [];
            default:
                for (var i = random.Next(1, 5); i > 0 && bytes.Count > 0; i--)
                {
                    var at = random.Next(bytes.Count);
                    if (random.Next(2) == 0) bytes[at] = (byte)random.Next(256);
                    else bytes.InsertRange(at, Encoding.Latin1.GetBytes(Raw()));
                }
                return [.. bytes];
        }
    }

    private JsonNode? Somewhere(JsonNode? body, List<string> raws)
    {
        var places = Places(body).ToList();
        var at = places.Count == 0 || random.Next(20) == 0 ? null : places[random.Next(places.Count)];
        switch (at)
        {
            case JsonObject { Count: > 0 } members: SpoilObject(members, raws); break;
            case JsonArray elements: SpoilArray(elements, raws); break;
            default: return Put(Raw(), raws);
        }
        return body;
    }

    private void SpoilObject(JsonObject members, List<string> raws)
    {
        var (name, value) = members.ElementAt(random.Next(members.Count));
        switch (random.Next(7))
        {
            case 0: members.Remove(name); break;
            case 1: members[Extra()] = Put(Raw(), raws); break;
            // The member twice, the second time as another value.
            case 2: members[name] = Put($"{Latin(value)},\"{name}\":{Raw()}", raws); break;
            case 3:
                members.Remove(name);
                members[random.Next(2) == 0 ? name.ToUpperInvariant() : name + " "] = value;
                break;
            default: members[name] = Put(Raw(), raws); break;
        }
    }

    private void SpoilArray(JsonArray elements, List<string> raws)
    {
        if (elements.Count == 0 || random.Next(3) == 0) elements.Add((JsonNode?)Put(Raw(), raws));
        else if (random.Next(3) == 0) elements.Add(elements[random.Next(elements.Count)]?.DeepClone());
        else if (random.Next(3) == 0) elements.RemoveAt(random.Next(elements.Count));
        else elements[random.Next(elements.Count)] = Put(Raw(), raws);
    }

    private string Raw() => random.Next(14) switch
    {
        0 => new string('[', 2_000) + new string(']', random.Next(2) * 2_000),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70),
        2 => $"\"{canary}{new string('x', random.Next(2) == 0 ? 300 : 20_000)}\"",
        3 => "[" + string.Join(',', Enumerable.Range(0, 1_200)) + "]",
        4 => "{" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"k{i}\":{i}")) + "}",
        _ => Odd[random.Next(Odd.Length)].Replace("~", canary, StringComparison.Ordinal),
    };

    private string Extra() => random.Next(5) switch { 0 => "__proto__", 1 => "", 2 => canary + " \"\n", 3 => "$ref", _ => "surplus" };

    private static string Latin(JsonNode? value) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value?.ToJsonString(Relaxed) ?? "null"));

    private static JsonValue Put(string raw, List<string> raws)
    {
        raws.Add(raw);
        return JsonValue.Create($"@raw{raws.Count - 1}@");
    }

    /// <summary>Every object and array, those deep down as likely as those above.</summary>
    private static IEnumerable<JsonNode> Places(JsonNode? node)
    {
        if (node is not (JsonObject or JsonArray)) yield break;
        yield return node;
        var children = node is JsonObject members ? members.Select(m => m.Value) : node.AsArray();
        foreach (var place in children.SelectMany(Places)) yield return place;
    }
}
