using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>How tests import over HTTP, and what they find afterwards.</summary>
internal static class Importing
{
    /// <summary>A survey of a visit, as several products know it.</summary>
    public static JsonObject VisitSurvey() => JsonNode.Parse(
        """
        {
          "audience": "customer", "title": "Your visit",
          "dimensions": [{ "name": "channel", "values": ["web", "desk"] }, { "name": "shop", "values": ["north", "south"], "aliases": ["Branch"] }],
          "items": [
            { "code": "nps", "kind": "rating", "text": "How likely are you to recommend us?", "low": 0, "high": 10, "measures": "recommend", "aliases": ["Q1", "QNPS", "npsq"] },
            { "code": "clean", "kind": "rating", "text": "How clean was it?", "low": 1, "high": 5, "aliases": ["cleanq"] },
            { "code": "QROOM_LIGHT", "kind": "rating", "text": "Light", "low": 1, "high": 5, "labels": { "1": "Bad", "5": "Good" }, "aliases": ["roomq.Light"] },
            { "code": "QROOM.AIR", "kind": "rating", "text": "Air", "low": 1, "high": 5, "labels": { "1": { "en": "Bad", "de": "Schlecht" }, "5": "Good" } },
            { "code": "used", "kind": "choice", "multiple": true, "text": { "en": "What did you use?", "de": "Was haben Sie genutzt?" }, "aliases": ["Q3", "QTOOLS", "usedq"],
              "options": [{ "code": "wifi", "text": "Wi-Fi", "aliases": ["SQ001", "Wi-Fi, free of charge"] }, { "code": "lounge", "text": "Lounge", "aliases": ["SQ002"] }] },
            { "code": "desk", "kind": "choice", "text": "Which desk?", "aliases": ["Q2", "QDESK", "deskq"],
              "options": [{ "code": "departures", "text": "Departures" }, { "code": "arrivals", "text": "Arrivals, level 2", "aliases": ["A-1"] }, { "code": "other", "text": "Elsewhere" }] },
            { "code": "again", "kind": "choice", "text": "Will you come again?", "options": [{ "code": "yes", "text": "Yes" }, { "code": "no", "text": "No" }] },
            { "code": "why", "kind": "text", "text": "Why?", "aliases": ["Q4", "QCOM", "whyq"] }
          ]
        }
        """)!.AsObject();

    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Imports", "Files", file);

    public static Task<byte[]> File(string file) => System.IO.File.ReadAllBytesAsync(Path(file));

    /// <summary>Posts a body to be imported.</summary>
    public static Task<HttpResponseMessage> Import(this HttpClient client, string format, string survey, byte[] body, string? type = null, string more = "")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type ?? (format is "typeform" or "formbricks" ? "application/json" : "text/csv"));
        return client.PostAsync($"/v1/imports/{format}?survey={survey}{more}", content);
    }

    public static Task<HttpResponseMessage> Import(this HttpClient client, string format, string survey, string body, string? type = null, string more = "") =>
        client.Import(format, survey, Encoding.UTF8.GetBytes(body), type, more);

    /// <summary>What customers answered, in the order in which it came in.</summary>
    public static async Task<List<JsonObject>> Responses(this TestService service, string survey)
    {
        var answer = await service.Admin.GetAsync($"/v1/surveys/{survey}/responses?format=ndjson");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, text);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject())];
    }

    /// <summary>Holds the numbers of an answer: received, stored, already stored, left out, rejected.</summary>
    public static JsonNode Counted(this JsonNode answer, int received, int stored, int alreadyStored, int leftOut, int rejected)
    {
        Assert.That(((int)answer["received"]!, (int)answer["stored"]!, (int)answer["alreadyStored"]!, (int)answer["leftOut"]!, (int)answer["rejectedCount"]!),
            Is.EqualTo((received, stored, alreadyStored, leftOut, rejected)), answer.ToJsonString());
        return answer;
    }

    /// <summary>The rejects as "line code".</summary>
    public static IEnumerable<string> Rejected(this JsonNode answer) => answer["rejected"]!.AsArray().Select(r => $"{r!["line"]} {r["code"]}");

    public static IEnumerable<string> Ignored(this JsonNode answer) => answer["ignored"]!.AsArray().Select(i => (string)i!);

    /// <summary>A member that is a list of texts.</summary>
    public static string[] Listed(this JsonNode answer, string member) => [.. answer[member]!.AsArray().Select(i => (string)i!)];

    /// <summary>The member's JSON.</summary>
    public static string Json(this JsonObject response, string member) => response[member]?.ToJsonString(Http.Json.Options) ?? "null";
}
