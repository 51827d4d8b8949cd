using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Makes requests to an operation from its description: right ones, and ones with something wrong in any part. The same seed makes the same from the same words.</summary>
internal sealed class RequestMaker(SchemaCheck schemas, Words words, IReadOnlyDictionary<string, List<byte[]>> examples, IReadOnlyList<string> scopes, int seed)
{
    /// <summary>A request to an operation; its number and the seed make it up.</summary>
    public FuzzedRequest Make(DescribedOperation operation, int number)
    {
        var random = new Random(HashCode(seed, number));
        var canary = $"xq{number}zj";
        var valid = new ValidValues(schemas, words, random, canary);
        // Half are right as far as the document says; the others have one part or two wrong.
        var wrong = random.Next(4) switch { 0 or 1 => 0, 2 => 1, _ => 2 };
        var parts = Enumerable.Range(0, wrong).Select(_ => random.Next(8)).ToHashSet();
        var scope = operation.IsOpen || random.Next(4) != 0 ? operation.Scopes.Count == 0 ? null : operation.Scopes[random.Next(operation.Scopes.Count)] : scopes[random.Next(scopes.Count)];
        if (random.Next(25) == 0) scope = null;
        var request = new FuzzedRequest
        {
            Method = operation.Method,
            Path = PathOf(operation, valid, random, out var isThere),
            Operation = isThere ? operation : null,
            Query = QueryOf(operation, valid, random),
            Scope = scope,
            Canary = canary,
        };
        request = WithBody(request, operation, valid, random, canary, isSpoiled: parts.Overlaps([0, 1, 2]));
        if (parts.Contains(3) || parts.Contains(4)) request = request with { Query = Odd(request.Query, operation, random, canary) };
        if (parts.Contains(5)) request = request with { Headers = [.. request.Headers, .. SomeHeaders(random, canary)] };
        if (parts.Contains(6)) request = Astray(request, random, canary);
        if (parts.Contains(7) && request.Body is { Length: > 0 }) request = Packed(request, random, canary);
        return request;
    }

    /// <summary>The address; there is nothing at one whose ids and numbers are none.</summary>
    private string PathOf(DescribedOperation operation, ValidValues valid, Random random, out bool isThere)
    {
        var path = operation.Path;
        isThere = true;
        foreach (var parameter in operation.Parameters.Where(p => p.IsInPath))
        {
            var place = "{" + parameter.Name + "}";
            var until = operation.Path[..(operation.Path.IndexOf(place, StringComparison.Ordinal) + place.Length)];
            var value = random.Next(10) < 7 ? words.Of(until, random) : null;
            value ??= valid.Of(parameter.Schema, parameter.Name)?.ToString() ?? "x";
            isThere &= (string?)parameter.Schema["format"] switch { "uuid" => Guid.TryParse(value, out _), "int32" => int.TryParse(value, out _), _ => true };
            var escaped = Uri.EscapeDataString(value);
            // A segment of dots alone is another address.
            path = path.Replace(place, escaped.Trim('.').Length == 0 ? "x" : escaped, StringComparison.Ordinal);
        }
        return path;
    }

    private List<string> QueryOf(DescribedOperation operation, ValidValues valid, Random random)
    {
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(p => !p.IsInPath))
        {
            // Most questions name a survey or an audience; the rest is asked now and then, and more seldom the more there is to ask.
            var often = parameter.Name == "survey" && operation.Bodies.Count > 0 ? 90 : parameter.Name is "survey" or "audience" ? 50 : Math.Max(12, 60 / operation.Parameters.Count);
            if (random.Next(100) >= often) continue;
            // A body that is shown fits the survey that is shown with it.
            var value = often == 90 && random.Next(2) == 0 ? words.First(parameter.Name) : valid.Of(parameter.Schema, parameter.Name);
            foreach (var one in value is JsonArray many ? many.Select(v => v) : [value]) query.Add($"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(one?.ToString() ?? "")}");
        }
        return query;
    }

    private FuzzedRequest WithBody(FuzzedRequest request, DescribedOperation operation, ValidValues valid, Random random, string canary, bool isSpoiled)
    {
        if (operation.Bodies.Count == 0)
        {
            if (!isSpoiled || random.Next(3) != 0) return operation.Method is "POST" or "PUT" ? request with { Body = [] } : request;
            return request with { Body = Encoding.UTF8.GetBytes($"{{\"{canary}\":1}}"), Headers = [("Content-Type", "application/json")] };
        }
        var (mediaType, schema) = operation.Bodies.ElementAt(random.Next(operation.Bodies.Count));
        var spoiled = new SpoiledValues(random, canary);
        var times = isSpoiled ? random.Next(1, 4) : 0;
        var body = Written(operation, mediaType, schema, valid, random, spoiled, times);
        if (isSpoiled && random.Next(4) == 0) body = spoiled.SpoilBytes(body);
        if (isSpoiled && random.Next(12) == 0) mediaType = OddParts.MediaTypes[random.Next(OddParts.MediaTypes.Length)].Replace("~", canary, StringComparison.Ordinal);
        return request with { Body = body, Headers = mediaType.Length == 0 ? [] : [("Content-Type", mediaType)], IsCutShort = isSpoiled && random.Next(80) == 0 };
    }

    private byte[] Written(DescribedOperation operation, string mediaType, JsonObject schema, ValidValues valid, Random random, SpoiledValues spoiled, int times)
    {
        var shown = examples.TryGetValue(operation.Id, out var known) && random.Next(5) < 3 ? known[random.Next(known.Count)] : null;
        if (shown is not null && (!mediaType.EndsWith("json", StringComparison.Ordinal) || Parse(shown) is null)) return times == 0 ? shown : spoiled.SpoilBytes(shown);
        if (mediaType == "application/x-www-form-urlencoded") return Form(valid.Of(schema, operation.Id) as JsonObject ?? [], random);
        if (mediaType == "application/x-ndjson" && valid.Of(schema, operation.Id) is JsonArray lines)
            return [.. lines.SelectMany(l => (byte[])[.. spoiled.Spoil(l?.DeepClone(), random.Next(3) == 0 ? times : 0), (byte)'\n'])];
        return spoiled.Spoil(shown is not null ? Parse(shown) : valid.Of(schema, operation.Id), times);
    }

    private byte[] Form(JsonObject fields, Random random)
    {
        for (var i = random.Next(3); i > 0; i--) fields[(random.Next(2) == 0 ? "answers." : "about.") + (words.Of("code", random) ?? "x")] = words.Any(random);
        return Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value?.ToString() ?? "")}")));
    }

    private List<string> Odd(IReadOnlyList<string> query, DescribedOperation operation, Random random, string canary)
    {
        var odd = query.ToList();
        var names = operation.Parameters.Where(p => !p.IsInPath).Select(p => p.Name).ToList();
        var name = names.Count > 0 && random.Next(4) != 0 ? Uri.EscapeDataString(names[random.Next(names.Count)]) : random.Next(4) switch { 0 => "surplus", 1 => $"%00{canary}%20", 2 => "", _ => "key" };
        var value = OddParts.QueryValues[random.Next(OddParts.QueryValues.Length)].Replace("~", canary, StringComparison.Ordinal);
        switch (random.Next(6))
        {
            case 0 when odd.Count > 0: odd.Add(odd[random.Next(odd.Count)]); break;
            case 1: odd.Add(name); break;
            case 2: odd.AddRange(Enumerable.Repeat($"{name}={value}", random.Next(2, 60))); break;
            case 3: odd.Add($"{name}={canary}{new string('a', random.Next(3_000))}"); break;
            case 4: odd.Add($"cursor={Convert.ToBase64String(Encoding.Latin1.GetBytes(random.Next(2) == 0 ? canary + "\0" : "\xff\xfe" + canary)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}"); break;
            default: odd.Add($"{name}={value}"); break;
        }
        return odd;
    }

    private static IEnumerable<(string, string)> SomeHeaders(Random random, string canary)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (name, values) = OddParts.Headers[random.Next(OddParts.Headers.Length)];
            var value = random.Next(12) == 0 ? canary + new string('a', 2_000) : values[random.Next(values.Length)];
            yield return (name.Replace("~", canary, StringComparison.Ordinal), value.Replace("~", canary, StringComparison.Ordinal));
        }
    }

    /// <summary>To another address or by another method: whatever is there, it is refused in the usual way.</summary>
    private static FuzzedRequest Astray(FuzzedRequest request, Random random, string canary)
    {
        if (random.Next(3) == 0) return request with { Operation = null, Method = OddParts.Methods[random.Next(OddParts.Methods.Length)] };
        var segments = request.Path.Split('/').ToList();
        segments[random.Next(1, segments.Count)] = OddParts.Segments[random.Next(OddParts.Segments.Length)].Replace("~", canary, StringComparison.Ordinal);
        return request with { Operation = null, Path = string.Join('/', segments) };
    }

    /// <summary>Encoded, or said to be.</summary>
    private static FuzzedRequest Packed(FuzzedRequest request, Random random, string canary)
    {
        var encoding = new[] { "gzip", "br", "deflate", "zstd", "gzip, gzip", "identity", "x-" + canary }[random.Next(7)];
        var body = request.Body!;
        if (random.Next(3) != 0 && encoding is "gzip" or "br" or "deflate")
        {
            using var packed = new MemoryStream();
            using (Stream stream = encoding switch { "gzip" => new GZipStream(packed, CompressionLevel.Fastest), "br" => new BrotliStream(packed, CompressionLevel.Fastest), _ => new ZLibStream(packed, CompressionLevel.Fastest) }) stream.Write(body);
            body = packed.ToArray();
            if (random.Next(4) == 0) body = body[..(body.Length / 2)];
        }
        return request with { Body = body, Headers = [.. request.Headers, ("Content-Encoding", encoding)] };
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The same in every process, unlike that of the base library.</summary>
    private static int HashCode(int one, int other) => unchecked((one * 486_187_739 + other) * 16_777_619);
}
