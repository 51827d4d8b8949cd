using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Leaves parts of a request out for as long as it fails in the same way.</summary>
internal static class Smallest
{
    private const int MostTries = 300;

    /// <param name="request">A request that fails.</param>
    /// <param name="failsAlike">Whether another one does, too.</param>
    public static async Task<FuzzedRequest> Of(FuzzedRequest request, Func<FuzzedRequest, Task<bool>> failsAlike)
    {
        var tries = 0;
        while (true)
        {
            FuzzedRequest? smaller = null;
            foreach (var candidate in Smaller(request))
            {
                if (++tries > MostTries) return request;
                if (!await failsAlike(candidate)) continue;
                smaller = candidate;
                break;
            }
            if (smaller is null) return request;
            request = smaller;
        }
    }

    private static IEnumerable<FuzzedRequest> Smaller(FuzzedRequest request)
    {
        for (var i = 0; i < request.Query.Count; i++) yield return request with { Query = [.. request.Query.Where((_, at) => at != i)] };
        for (var i = 0; i < request.Headers.Count; i++) yield return request with { Headers = [.. request.Headers.Where((_, at) => at != i)] };
        if (request.Body is not { Length: > 0 } body) yield break;
        foreach (var tree in Trees(body)) yield return request with { Body = tree };
        for (var length = body.Length / 2; length >= 1; length /= 2)
        {
            for (var at = 0; at + length <= body.Length && at < 8 * length; at += length) yield return request with { Body = [.. body[..at], .. body[(at + length)..]] };
        }
    }

    /// <summary>The bodies that lack one member or element.</summary>
    private static IEnumerable<byte[]> Trees(byte[] body)
    {
        JsonNode? tree;
        try
        {
            tree = JsonNode.Parse(body);
            _ = tree?.ToJsonString();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            yield break;
        }
        var count = Removals(tree).Count();
        for (var i = 0; i < count; i++)
        {
            var copy = tree!.DeepClone();
            Removals(copy).ElementAt(i)();
            yield return JsonSerializer.SerializeToUtf8Bytes(copy);
        }
    }

    private static IEnumerable<Action> Removals(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                yield return () => members.Remove(name);
                foreach (var removal in Removals(value)) yield return removal;
            }
        }
        if (node is JsonArray elements)
        {
            for (var i = 0; i < elements.Count; i++)
            {
                var at = i;
                yield return () => elements.RemoveAt(at);
                foreach (var removal in Removals(elements[i])) yield return removal;
            }
        }
    }
}
