using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>A parameter as the OpenAPI document has it.</summary>
internal sealed record DescribedParameter(string Name, bool IsInPath, JsonObject Schema);

/// <summary>What a status may answer: a schema for each media type; none where it has no body.</summary>
internal sealed record DescribedAnswer(IReadOnlyDictionary<string, JsonObject> Schemas);

/// <summary>An operation as the OpenAPI document has it: whatever is added to the service is tried because it is described.</summary>
internal sealed record DescribedOperation
{
    public required string Id { get; init; }
    public required string Method { get; init; }

    /// <summary>With <c>{name}</c> where its parameters stand.</summary>
    public required string Path { get; init; }

    public required IReadOnlyList<DescribedParameter> Parameters { get; init; }

    /// <summary>Schemas of what it takes, by media type; none where it takes no body.</summary>
    public required IReadOnlyDictionary<string, JsonObject> Bodies { get; init; }

    /// <summary>What it shows as a body, if it does.</summary>
    public JsonNode? Example { get; init; }

    public required IReadOnlyDictionary<int, DescribedAnswer> Answers { get; init; }

    /// <summary>The scopes whose keys it lets in; none where it asks for no key.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public bool IsOpen => Scopes.Count == 0;

    public override string ToString() => $"{Id} ({Method} {Path})";

    /// <summary>Every operation of a document.</summary>
    public static IReadOnlyList<DescribedOperation> Of(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select Read(path.Key, operation.Key, operation.Value!.AsObject()),
    ];

    private static DescribedOperation Read(string path, string method, JsonObject operation)
    {
        var bodies = operation["requestBody"]?["content"]?.AsObject();
        return new DescribedOperation
        {
            Id = (string)operation["operationId"]!,
            Method = method.ToUpperInvariant(),
            Path = path,
            Parameters = [.. (operation["parameters"]?.AsArray() ?? []).Select(p => new DescribedParameter((string)p!["name"]!, (string)p["in"]! == "path", p["schema"]?.AsObject() ?? []))],
            Bodies = Schemas(bodies),
            Example = bodies?.Select(b => b.Value!["example"]).FirstOrDefault(e => e is not null),
            Answers = operation["responses"]!.AsObject().ToDictionary(r => int.Parse(r.Key), r => new DescribedAnswer(Schemas(r.Value!["content"]?.AsObject()))),
            Scopes = operation["security"] is null ? [] : ScopesOf((string?)operation["description"] ?? ""),
        };
    }

    private static Dictionary<string, JsonObject> Schemas(JsonObject? content) => content?.ToDictionary(c => c.Key, c => c.Value!["schema"]?.AsObject() ?? []) ?? [];

    /// <summary>From the words of the description, such as <c>Scope: read or admin.</c></summary>
    private static string[] ScopesOf(string description)
    {
        var scopes = description.Split("Scope: ")[^1].Split('.')[0].Split(" or ");
        Assert.That(scopes, Has.All.Match("^[a-z]+$"), description);
        return scopes;
    }
}
