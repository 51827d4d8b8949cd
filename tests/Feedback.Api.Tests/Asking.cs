using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests;

/// <summary>What most tests of behaviour ask the service.</summary>
internal static class Asking
{
    public static string Responses(string survey) => $"/v1/surveys/{survey}/responses";

    /// <summary>Sends one response with the ingest key.</summary>
    public static Task<HttpResponseMessage> Submit(this TestService service, string survey, JsonNode response) =>
        service.Ingest.Post(Responses(survey), response);

    /// <summary>Sends lines as a batch with the ingest key.</summary>
    public static Task<HttpResponseMessage> SubmitLines(this TestService service, string survey, string lines) =>
        service.Ingest.PostAsync(Responses(survey) + "/batch", Wire.Text(lines, "application/x-ndjson"));

    /// <summary>Stores responses that must all be new.</summary>
    public static async Task Store(this TestService service, string survey, IEnumerable<JsonNode> responses)
    {
        var all = responses.ToList();
        var answer = await service.SubmitLines(survey, string.Join('\n', all.Select(r => r.ToJsonString()))).Body();
        Assert.That((int)answer["stored"]!, Is.EqualTo(all.Count), answer.ToJsonString());
    }

    /// <summary>The answer of an indicator; the query begins with the slug.</summary>
    public static Task<JsonNode> Indicator(this TestService service, string query) => service.Read.GetAsync("/v1/indicators/" + query).Body();

    /// <summary>The rows of an indicator.</summary>
    public static async Task<List<JsonNode>> Rows(this TestService service, string query) =>
        [.. (await service.Indicator(query))["value"]!.AsArray().Select(r => r!)];

    /// <summary>The only row of an indicator.</summary>
    public static async Task<JsonNode> Row(this TestService service, string query) => (await service.Rows(query)).Single();

    /// <summary>The rows of a set of the feed, page by page; the set may have options.</summary>
    public static async Task<List<JsonNode>> FeedRows(this TestService service, string set)
    {
        var rows = new List<JsonNode>();
        for (var next = "/odata/" + set; next is not null;)
        {
            var page = await service.Read.GetAsync(next).Body();
            rows.AddRange(page["value"]!.AsArray().Select(r => r!));
            next = (string?)page["@odata.nextLink"];
        }
        return rows;
    }

    public static string? Status(this JsonNode row) => (string?)row["status"];

    public static double Number(this JsonNode row, string name) => (double)row[name]!;

    /// <summary>A client with another key, which a browser sends from an origin.</summary>
    public static HttpClient From(this HttpClient client, string origin)
    {
        client.DefaultRequestHeaders.Add("Origin", origin);
        return client;
    }

    public static StringContent Beacon(JsonNode body) => new(body.ToJsonString(), MediaTypeHeaderValue.Parse("text/plain;charset=UTF-8"));

    public static string Day(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
