using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Comments;

/// <summary>Customers who write, for tests that read what they wrote.</summary>
internal static class Customers
{
    /// <summary>A response with one text.</summary>
    public static JsonObject Wrote(string text, string month = "2026-03", string channel = "web", string? unit = null, string? language = null)
    {
        var response = Some.Response();
        response["answeredAt"] = month + "-10T12:00:00Z";
        response["about"] = new JsonObject { ["channel"] = channel };
        if (unit is not null) response["about"]!["unit"] = unit;
        if (language is not null) response["language"] = language;
        response["answers"]!["why"] = text;
        return response;
    }

    /// <summary>The texts that a question finds, in their order.</summary>
    public static async Task<List<string>> Texts(this HttpClient reader, string query) => [.. (await reader.Comments(query)).Select(r => r.Text())];
}
