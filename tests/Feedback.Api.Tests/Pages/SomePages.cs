using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Pages;

/// <summary>Surveys with a page.</summary>
internal static class SomePages
{
    public static JsonObject Opened(this JsonObject survey)
    {
        survey["page"] = true;
        return survey;
    }

    /// <summary>The first item must be answered.</summary>
    public static JsonObject Required(this JsonObject survey, int item = 0)
    {
        survey["items"]![item]!["required"] = true;
        return survey;
    }

    /// <summary>Employees who answer with invitation codes.</summary>
    public static JsonObject WithCodes()
    {
        var survey = Some.EmployeeSurvey().Opened();
        survey["access"] = "code";
        return survey;
    }

    /// <summary>One question in several languages.</summary>
    public static JsonObject Of(params string[] languages) => new()
    {
        ["audience"] = "customer",
        ["page"] = true,
        ["title"] = Texts(languages, "Title"),
        ["description"] = Texts(languages, "Description"),
        ["thanks"] = Texts(languages, "Thanks"),
        ["items"] = new JsonArray(new JsonObject { ["code"] = "why", ["kind"] = "text", ["text"] = Texts(languages, "Question") }),
    };

    /// <summary>What a survey's only response holds, as an operator exports it.</summary>
    public static async Task<JsonNode> Exported(this TestService service, string survey)
    {
        var lines = (await service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1));
        return JsonNode.Parse(lines[0])!;
    }

    public static async Task<string> Code(this TestService service, string survey) =>
        (string)(await service.Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = 1 }).Body(201))["codes"]![0]!;

    private static JsonObject Texts(string[] languages, string text) => new(languages.Select(l => KeyValuePair.Create<string, JsonNode?>(l, $"{text} {l}")));
}
