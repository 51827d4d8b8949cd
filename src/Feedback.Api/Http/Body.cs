using System.Text.Json;
using System.Text.Unicode;
using Feedback.Api.Http.Limits;
using FluentValidation;

namespace Feedback.Api.Http;

/// <summary>Reads a request's body as the contract has it: the right media type, within the limit, strict JSON, valid.</summary>
public static class Body
{
    /// <summary>What most operations take at the most, in bytes.</summary>
    public const int Limit = 1 << 20;

    /// <summary>The body as a record that passed its validator, or the problem with it.</summary>
    public static async Task<(T? Value, Problem? Problem)> Read<T>(HttpContext context, IValidator<T>? validator = null, string invalidCode = ProblemCodes.InvalidRequest, int limit = Limit, bool acceptsBeacon = false)
        where T : class
    {
        if (!IsJson(context.Request) && !(acceptsBeacon && IsBeacon(context.Request))) return (null, UnsupportedMediaType("application/json"));
        var (bytes, problem) = await ReadBytes(context, limit);
        if (problem is not null) return (null, problem);
        T? value;
        try
        {
            value = JsonSerializer.Deserialize<T>(bytes.Span, Json.Options);
        }
        catch (JsonException e)
        {
            return (null, Malformed(e));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.Invalid(ProblemCodes.MalformedJson, "The body is not JSON in UTF-8."));
        }
        if (value is null) return (null, Problem.Invalid(ProblemCodes.MalformedJson, "The body is null."));
        return validator?.Validate(value) is { IsValid: false } result
            ? (null, new Problem(400, invalidCode, "The body breaks a rule; see errors.", Errors(result)))
            : (value, null);
    }

    /// <summary>The body's bytes, valid UTF-8, at most <paramref name="limit"/> of them.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Bytes, Problem? Problem)> ReadBytes(HttpContext context, int limit)
    {
        if (context.Request.ContentLength > limit) return (default, TooLarge(limit));
        var reader = context.Request.BodyReader;
        BodyRoom.Lease? room = null;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            if (result.Buffer.Length > limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                return (default, TooLarge(limit));
            }
            if (result.Buffer.Length > BodyRoom.Free && !(room ??= BodyRoom.For(context)).TryGrow(result.Buffer.Length))
            {
                reader.AdvanceTo(result.Buffer.End);
                return (default, Problem.Unavailable(ProblemCodes.Busy, "More is being read than there is memory for; try again."));
            }
            if (result.IsCompleted)
            {
                var bytes = System.Buffers.BuffersExtensions.ToArray(result.Buffer);
                reader.AdvanceTo(result.Buffer.End);
                return Utf8.IsValid(bytes) ? (bytes, null) : (default, Problem.Invalid(ProblemCodes.MalformedJson, "The body is not UTF-8."));
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public static bool IsJson(HttpRequest request) => IsMediaType(request, "application/json");

    /// <summary>A beacon cannot set headers: it sends text/plain, and the key in the query.</summary>
    public static bool IsBeacon(HttpRequest request) => IsMediaType(request, "text/plain") && request.Query.ContainsKey("key");

    /// <summary>Whether the body is of a media type; a charset must be UTF-8.</summary>
    public static bool IsMediaType(HttpRequest request, string mediaType)
    {
        if (request.ContentType is not { } contentType) return false;
        if (contentType == mediaType) return true;
        return Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || parsed.Charset.Value is var charset && charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    public static Problem UnsupportedMediaType(string expected) => new(415, ProblemCodes.UnsupportedMediaType, $"The operation takes {expected}.");

    public static Problem TooLarge(long limit) => new(413, ProblemCodes.BodyTooLarge, $"The operation takes at most {limit} bytes.");

    /// <summary>A validator's findings, by field as the wire has it.</summary>
    public static IReadOnlyDictionary<string, string[]> Errors(FluentValidation.Results.ValidationResult result) =>
        result.Errors.GroupBy(e => Wire(e.PropertyName)).ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct().ToArray());

    /// <summary>What is wrong with JSON that did not become a record.</summary>
    internal static Problem Malformed(JsonException e)
    {
        // System.Text.Json has no type for it; a test holds the wording.
        var isUnknown = e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);
        var path = e.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) && p[2..].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '[' or ']' or '_' or '-') ? p[2..] : "$";
        return isUnknown
            ? Problem.Invalid(ProblemCodes.UnknownField, path, "The field is not in the contract.")
            : Problem.Invalid(ProblemCodes.MalformedJson, path, "The body is not JSON of the expected form here.");
    }

    private static string Wire(string property) =>
        string.Join('.', property.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
