using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Topics;

/// <summary>What tests of topics need: customers who write, and the rows of topics.</summary>
internal static class Mentions
{
    /// <summary>Customers each of whom writes a text on a day.</summary>
    public static IEnumerable<JsonNode> Customers(int count, string day, string text, string? channel = null, string? language = "en") => Enumerable.Range(0, count).Select(_ =>
    {
        var response = Some.Response();
        response["answeredAt"] = day + "T12:00:00Z";
        response["language"] = language;
        response["about"] = channel is null ? [] : new JsonObject { ["channel"] = channel };
        response["answers"] = new JsonObject { ["why"] = text };
        return (JsonNode)response;
    });

    public static async Task<List<JsonNode>> Topics(this TestService service, string query) => [.. (await service.Read.GetAsync("/v1/topics?" + query).Body())["value"]!.AsArray().Select(r => r!)];

    /// <summary>The row of one topic.</summary>
    public static async Task<JsonNode> Topic(this TestService service, string query, string topic) => (await service.Topics(query)).Single(r => (string)r["topic"]! == topic);

    /// <summary>The names of those that are released, in order.</summary>
    public static IEnumerable<string> Released(this IEnumerable<JsonNode> rows) => rows.Where(r => r.Status() == "released").Select(r => (string)r["topic"]!);
}
