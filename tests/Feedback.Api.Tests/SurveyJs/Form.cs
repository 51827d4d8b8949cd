using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>Definitions of SurveyJS that tests send.</summary>
internal static class Form
{
    /// <summary>An everyday form with most kinds of questions (<c>tests/surveyjs-client</c>).</summary>
    public static JsonObject TeamClimate() => JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "surveyjs-client", "team-climate.json")))!.AsObject();

    /// <summary>A form of these questions.</summary>
    public static JsonObject Of(params string[] questions) => new() { ["elements"] = new JsonArray([.. questions.Select(q => JsonNode.Parse(q))]) };

    public static Task<HttpResponseMessage> PutForm(this TestService service, string key, JsonNode form, string query = "&audience=customer") =>
        service.Admin.Put($"/v1/surveys/{key}?format=surveyjs{query}", form);

    /// <summary>Publishes a form, and gives the definition that it became.</summary>
    public static async Task<JsonObject> Became(this TestService service, JsonNode form, string query = "&audience=customer")
    {
        var key = Some.Key();
        await service.PutForm(key, form, query).Body(201);
        return (await service.Read.GetAsync($"/v1/surveys/{key}").Body()).AsObject();
    }

    /// <summary>The item that a form of one question became.</summary>
    public static async Task<JsonNode> Item(this TestService service, string question) => (await service.Became(Of(question)))["items"]![0]!;

    /// <summary>What was told of when a form was published: path, property and reason.</summary>
    public static async Task<List<(string Path, string What, string Detail)>> Ignored(this TestService service, JsonNode form)
    {
        var answer = await service.PutForm(Some.Key(), form).Body(201);
        return [.. answer["ignored"]!.AsArray().Select(i => ((string)i!["path"]!, (string)i["what"]!, (string)i["detail"]!))];
    }
}
