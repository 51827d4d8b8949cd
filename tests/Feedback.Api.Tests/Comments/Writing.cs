using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Comments;

/// <summary>What tests of comments need: an organisation, people who write, and a reader with a key for comments.</summary>
internal static class Writing
{
    /// <summary>company - (emea - (sales, service), apac), with room for everybody.</summary>
    public static Task PutUnits(this TestService service) => service.Admin.Put("/v1/units", JsonNode.Parse("""
        {"units": [
          {"code": "company", "name": "Company", "headcount": 40}, {"code": "emea", "name": "EMEA", "parent": "company", "headcount": 10},
          {"code": "apac", "name": "APAC", "parent": "company", "headcount": 100},
          {"code": "sales", "name": "Sales", "parent": "emea", "headcount": 90}, {"code": "service", "name": "Service", "parent": "emea", "headcount": 100}]}
        """)!).Body();

    /// <summary>People of a unit, each of whom writes one text; the text says who it is.</summary>
    public static IEnumerable<JsonNode> People(string? unit, int count, string day, Func<int, string?>? text = null, Func<int, string>? language = null) => Enumerable.Range(0, count).Select(i =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = day + "T12:00:00Z";
        if (unit is not null) response["about"] = new JsonObject { ["unit"] = unit };
        if (language is not null) response["language"] = language(i);
        if ((text ?? (n => $"{unit} {n:D3}"))(i) is { } why) response["answers"]!["why"] = why;
        return (JsonNode)response;
    });

    public static async Task<HttpClient> CommentReader(this TestService service) => service.Client(await service.MakeKey(KeyScope.Comments));

    public static async Task<List<JsonNode>> Comments(this HttpClient reader, string query) =>
        [.. (await reader.GetAsync("/v1/comments?" + query).Body())["value"]!.AsArray().Select(r => r!)];

    public static string Text(this JsonNode row) => (string)row["text"]!;

    public static string? Unit(this JsonNode row) => (string?)row["unit"];
}
