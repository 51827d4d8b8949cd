using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Says what an answer breaks of what the document, and the service everywhere, promise.</summary>
internal sealed partial class AnswerCheck(JsonNode document)
{
    private static readonly JsonObject Problem = new() { ["$ref"] = "#/components/schemas/ProblemBody" }, FeedProblem = new() { ["$ref"] = "#/components/schemas/FeedProblemBody" };

    private readonly SchemaCheck _schemas = new(document);

    /// <summary>Whether the web server refused it before the service saw it: nothing but a status.</summary>
    public static bool IsOfServer(RawAnswer answer) => answer.Status is 400 or 408 or 411 or 413 or 414 or 417 or 431 or 501 or 505 && answer.Body.Length == 0 && answer.Header("X-Content-Type-Options") is null;

    /// <summary>The kind of the first fault and the fault; null where there is none.</summary>
    public (string Kind, string Fault)? Of(FuzzedRequest request, RawAnswer answer)
    {
        if (answer.Status is 500 or > 503 || answer.Status < 200) return ("status", $"answered {answer.Status}");
        if (Headers(answer) is { } header) return ("header", header);
        if (Repeats(request, answer) is { } repeated) return ("canary", repeated);
        return request.Operation is { } operation && request.Method != "HEAD" ? Described(operation, request, answer) : Astray(request, answer);
    }

    private (string Kind, string Fault)? Described(DescribedOperation operation, FuzzedRequest request, RawAnswer answer)
    {
        if (Gate(operation, request, answer) is { } gate) return ("scope", gate);
        if (!operation.Answers.TryGetValue(answer.Status, out var described)) return ("undocumented", $"{operation.Id} answered {answer.Status}, which is not described: {Short(answer)}");
        // A list in lines that has none is empty.
        if (answer.Body.Length == 0) return described.Schemas.Count == 0 || answer.MediaType == "application/x-ndjson" && described.Schemas.ContainsKey(answer.MediaType) ? null : ("body", $"{answer.Status} has no body");
        if (answer.MediaType is not { } type || !described.Schemas.TryGetValue(type, out var schema)) return ("media type", $"{answer.Status} is {answer.MediaType}, not {string.Join(" or ", described.Schemas.Keys)}");
        return Body(answer, type, schema);
    }

    private (string Kind, string Fault)? Body(RawAnswer answer, string type, JsonObject schema)
    {
        if (!System.Text.Unicode.Utf8.IsValid(answer.Body)) return ("body", "is not UTF-8");
        try
        {
            if (type.EndsWith("json", StringComparison.Ordinal) && type != "application/x-ndjson") return _schemas.Faults(JsonNode.Parse(answer.Body), schema).FirstOrDefault() is { } fault ? ("schema", $"{answer.Status} {fault}: {Short(answer)}") : null;
            foreach (var line in type == "application/x-ndjson" ? answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : []) _ = JsonNode.Parse(line);
        }
        catch (JsonException e)
        {
            return ("body", $"is not JSON: {e.Message} {Short(answer)}");
        }
        return null;
    }

    /// <summary>At no described address, or by another method: a problem or a page, or whatever a HEAD or a preflight is answered.</summary>
    private (string Kind, string Fault)? Astray(FuzzedRequest request, RawAnswer answer)
    {
        if (answer.Status == 405 && answer.Header("Allow") is not { Length: > 0 }) return ("header", "405 names no methods");
        if (request.Method == "TRACE" && answer.Status < 400) return ("status", "TRACE is taken");
        if (answer.Status < 400 || answer.Body.Length == 0) return null;
        if (answer.MediaType == "text/html") return null;
        return answer.MediaType == "application/problem+json" ? Body(answer, answer.MediaType, answer.Text.StartsWith("{\"error\":{", StringComparison.Ordinal) ? FeedProblem : Problem) : ("media type", $"{answer.Status} is {answer.MediaType}");
    }

    /// <summary>Without a key nothing but 401, with one of another scope nothing but 403.</summary>
    private static string? Gate(DescribedOperation operation, FuzzedRequest request, RawAnswer answer)
    {
        if (operation.IsOpen || request.Headers.Any(h => h.Name is "Authorization" or "X-Api-Key") || request.Query.Any(q => q.StartsWith("key", StringComparison.Ordinal))) return null;
        // Which operation it is, the address and the media type decide before a key is asked for; both say nothing of what is stored.
        if (answer.Status == 415) return null;
        // Who sends many wrong keys is slowed down before the next is looked at.
        if (answer.Status == 429) return null;
        if (request.Scope is null) return answer.Status == 401 ? null : $"{operation.Id} answered {answer.Status} to a request without a key";
        if (answer.Status == 401) return $"{operation.Id} does not know the key";
        return operation.Scopes.Contains(request.Scope) ? null : answer.Status == 403 ? null : $"{operation.Id} answered {answer.Status} to a key of the scope {request.Scope}";
    }

    private static string? Headers(RawAnswer answer)
    {
        if (answer.Header("X-Content-Type-Options") != "nosniff") return $"{answer.Status} has no nosniff";
        if (answer.Header("Referrer-Policy") is null) return $"{answer.Status} has no Referrer-Policy";
        if (answer.Header("Server") is not null) return "the answer names the server";
        return null;
    }

    /// <summary>What was sent stands in no refusal, and in what a header or an address says it stands nowhere. The names of fields and parameters, where they are plain names, may be told; and links begin with the host that was called.</summary>
    private static string? Repeats(FuzzedRequest request, RawAnswer answer)
    {
        var forged = request.Headers.Where(h => h.Name is "X-Forwarded-Host" or "Forwarded" && h.Value.Contains(request.Canary, StringComparison.Ordinal)).Select(h => h.Name).FirstOrDefault();
        var isRefusal = answer.Status >= 400;
        if (isRefusal && answer.Headers.Any(h => h.Value.Contains(request.Canary, StringComparison.OrdinalIgnoreCase))) return "a header of the refusal repeats what was sent";
        if (isRefusal && Told(answer).Contains(request.Canary, StringComparison.OrdinalIgnoreCase)) return $"the refusal repeats what was sent: {Short(answer)}";
        return forged is not null && !isRefusal && request.Operation?.Method == "GET" && answer.Text.Contains(request.Canary + ".example", StringComparison.OrdinalIgnoreCase) ? $"the answer has the name that {forged} brought: {Short(answer)}" : null;
    }

    /// <summary>The answer without the plain names of fields that a problem tells of.</summary>
    private static string Told(RawAnswer answer)
    {
        // A page shows a form again as it was filled in; what was typed is text there, whatever it looks like.
        if (answer.MediaType == "text/html") return MarkupPattern().Replace(answer.Text, "");
        if (answer.MediaType != "application/problem+json" || !answer.Text.Contains("\"errors\":{", StringComparison.Ordinal)) return answer.Text;
        var problem = JsonNode.Parse(answer.Body)!.AsObject();
        var errors = problem["errors"]!.AsObject();
        problem["errors"] = new JsonArray([.. errors.Select(e => new JsonArray(e.Key.All(c => char.IsAsciiLetterOrDigit(c) || "._-[]@$".Contains(c)) ? "" : e.Key, e.Value?.DeepClone()))]);
        return problem.ToJsonString();
    }

    /// <summary>Texts and values of attributes in which every sign that means something in markup is escaped.</summary>
    [GeneratedRegex("(?<=>)[^<>]*(?=<)|\"[^<>\"]*\"")]
    private static partial Regex MarkupPattern();

    private static string Short(RawAnswer answer) => answer.Text.Length <= 600 ? answer.Text : answer.Text[..600] + " ...";
}
