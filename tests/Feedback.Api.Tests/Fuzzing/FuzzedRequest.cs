using System.Globalization;
using System.Text;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>A request that was made up, in parts that can be left out one by one.</summary>
internal sealed record FuzzedRequest
{
    /// <summary>The operation whose address and method it has; null where it has those of none.</summary>
    public DescribedOperation? Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>As it goes over the wire.</summary>
    public required string Path { get; init; }

    /// <summary><c>name=value</c>, as they go over the wire.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whose key it carries: a scope, or null for none.</summary>
    public string? Scope { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether the head promises more bytes than come.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>What may stand in no refusal and in no log.</summary>
    public required string Canary { get; init; }

    public string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}";

    /// <summary>The bytes that are sent.</summary>
    public byte[] Bytes(string host, string? key)
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\n");
        if (!Headers.Any(h => h.Name == "Host")) head.Append(CultureInfo.InvariantCulture, $"Host: {host}\r\n");
        if (key is not null) head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {key}\r\n");
        foreach (var (name, value) in Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (Body is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length + (IsCutShort ? 7 : 0)}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }

    /// <summary>As somebody would send it again; long parts are shortened.</summary>
    public override string ToString()
    {
        var body = Body is null ? "" : Encoding.Latin1.GetString(Body);
        return $"{Method} {Short(Target)} as {Scope ?? "nobody"}{string.Concat(Headers.Select(h => $"\n{h.Name}: {Short(h.Value)}"))}{(IsCutShort ? "\n(cut short)" : "")}\n\n{Short(body)}";
    }

    private static string Short(string text) => text.Length <= 1_500 ? text : $"{text[..700]} ... {text.Length - 1_400} more ... {text[^700..]}";
}
