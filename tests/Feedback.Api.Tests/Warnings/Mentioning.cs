using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Warnings;

/// <summary>People who write about one thing, so that tests know how often a topic is mentioned.</summary>
internal static class Mentioning
{
    /// <summary>The queue in front of the counter; the topic is waiting.</summary>
    public const string Queue = "The queue was endless.";

    /// <summary>Nothing that any topic has a word for.</summary>
    public const string Nothing = "Blue sky above the roof.";

    public static readonly JsonObject Definition = new()
    {
        ["dimensions"] = new JsonArray("channel"),
        ["items"] = new JsonArray(
            new JsonObject { ["code"] = "sat", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" },
            new JsonObject { ["code"] = "why", ["kind"] = "text", ["text"] = "Why?" }),
    };

    public static Task PutUnits(TestService service) => service.Admin.PutAsync("/v1/units", Wire.Text(
        """{"units":[{"code":"top","name":"top"},{"code":"north","name":"north","parent":"top"},{"code":"south","name":"south","parent":"top"},{"code":"west","name":"west","parent":"top"}]}""")).Body();

    public static JsonObject Survey(string audience)
    {
        var definition = (JsonObject)Definition.DeepClone();
        definition["audience"] = audience;
        return definition;
    }

    /// <summary>So many people of a unit on a day, of whom the first write about the queue and the others about nothing; with a number of writers the rest write nothing.</summary>
    public static IEnumerable<JsonObject> People(string? unit, DateOnly day, int people, int queue, string channel = "web", int? writers = null) => Enumerable.Range(0, people).Select(i =>
    {
        var about = new JsonObject { ["channel"] = channel };
        if (unit is not null) about["unit"] = unit;
        return new JsonObject
        {
            ["answeredAt"] = day.Day() + "T12:00:00Z",
            ["about"] = about,
            ["language"] = "en",
            ["answers"] = new JsonObject { ["sat"] = 3 + i % 3, ["why"] = i >= (writers ?? people) ? null : i < queue ? Queue : Nothing },
        };
    });

    public static async Task<List<JsonNode>> Warnings(this TestService service, string query) =>
        [.. (await service.Read.GetAsync($"/v1/early-warnings?limit=20000&{query}").Body())["value"]!.AsArray().Select(r => r!)];
}
