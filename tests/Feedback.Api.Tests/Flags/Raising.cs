using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Flags;

/// <summary>What tests of flags need: an organisation, people who raise concerns, and champions.</summary>
internal static class Raising
{
    /// <summary>company (1) - (north (30) - (desk (12), yard (4)), south (11)); and a unit apart, with 3.</summary>
    public static Task PutTeams(this TestService service) => service.Admin.Put("/v1/units", JsonNode.Parse("""
        {"units": [
          {"code": "company", "name": "Company", "headcount": 1}, {"code": "apart", "name": "Apart", "headcount": 3},
          {"code": "north", "name": "North", "parent": "company", "headcount": 30}, {"code": "south", "name": "South", "parent": "company", "headcount": 11},
          {"code": "desk", "name": "Desk", "parent": "north", "headcount": 12}, {"code": "yard", "name": "Yard", "parent": "north", "headcount": 4}]}
        """)!).Body();

    /// <summary>Raises a concern and gives its id.</summary>
    public static async Task<Guid> Raise(this TestService service, string text, string? unit = null, string audience = "employee", Guid? id = null, string kind = "concern", bool isTest = false)
    {
        var body = new JsonObject { ["audience"] = audience, ["kind"] = kind, ["text"] = text, ["isTest"] = isTest };
        if (id is not null) body["id"] = id;
        if (unit is not null) body["about"] = new JsonObject { ["unit"] = unit };
        return (Guid)(await service.Ingest.Post("/v1/feedback", body).Body(201))["id"]!;
    }

    public static string Thread(Guid id) => $"/v1/feedback/{id}/thread";

    public static Task<JsonNode> Reply(this TestService service, Guid id, string text, int status = 201) => service.Ingest.Post(Thread(id), new JsonObject { ["text"] = text }).Body(status);

    /// <summary>A client with a champion's key.</summary>
    public static async Task<HttpClient> Champion(this TestService service, params string[] units)
    {
        var made = await service.Admin.Post("/v1/keys", new JsonObject { ["name"] = Some.Key(), ["scope"] = "champion", ["units"] = new JsonArray([.. units.Select(u => (JsonNode)u)]) }).Body(201);
        return service.Client((string)made["key"]!);
    }

    /// <summary>What a champion sees.</summary>
    public static async Task<List<JsonNode>> Flags(this HttpClient champion, string query = "") =>
        [.. (await champion.GetAsync("/v1/flags" + query).Body())["value"]!.AsArray().Select(f => f!)];

    /// <summary>The flag with a text.</summary>
    public static async Task<JsonNode> Flag(this HttpClient champion, string text) => (await champion.Flags()).Single(f => (string?)f["text"] == text);

    public static Task<HttpResponseMessage> Answer(this HttpClient champion, JsonNode flag, string text, Guid? id = null) =>
        champion.Post($"/v1/flags/{flag["key"]}/answer", id is null ? new JsonObject { ["text"] = text } : new JsonObject { ["id"] = id, ["text"] = text });

    public static Task<HttpResponseMessage> Close(this HttpClient champion, JsonNode flag) => champion.PostAsync($"/v1/flags/{flag["key"]}/close", null);

    /// <summary>Moves the clock to the Monday after.</summary>
    public static void NextWeek(this TestService service)
    {
        do service.Clock.Advance(TimeSpan.FromDays(1));
        while (service.Clock.Now.DayOfWeek != DayOfWeek.Monday);
    }

    /// <summary>Who wrote what in which week, in order.</summary>
    public static IEnumerable<string> Lines(this JsonNode thread) => thread["messages"]!.AsArray().Select(m => $"{m!["week"]} {m["from"]}: {m["text"]}");

    /// <summary>The units with another headcount of one of them.</summary>
    public static JsonNode WithHeads(JsonNode units, string code, int headcount) => new JsonObject
    {
        ["units"] = new JsonArray([.. units["value"]!.AsArray().Select(u => (JsonNode)new JsonObject
        {
            ["code"] = (string)u!["code"]!,
            ["name"] = (string)u["name"]!,
            ["parent"] = (string?)u["parent"],
            ["headcount"] = (string)u["code"]! == code ? headcount : (int?)u["headcount"],
        })]),
    };
}
