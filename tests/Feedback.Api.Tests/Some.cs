using System.Text.Json.Nodes;

namespace Feedback.Api.Tests;

/// <summary>Builders for what tests need some of.</summary>
internal static class Some
{
    private static int _last;

    /// <summary>A name that no other test uses.</summary>
    public static string Key() => $"some-{Interlocked.Increment(ref _last)}";

    /// <summary>A survey of customers with an item of each kind.</summary>
    public static JsonObject CustomerSurvey() => new()
    {
        ["audience"] = "customer",
        ["title"] = "Airport survey",
        ["dimensions"] = new JsonArray("channel", new JsonObject { ["name"] = "boardingArea", ["values"] = new JsonArray("A", "B", "C") }),
        ["items"] = new JsonArray(
            new JsonObject { ["code"] = "clean", ["kind"] = "rating", ["text"] = "Cleanliness", ["low"] = 1, ["high"] = 5, ["measures"] = "experience", ["touchpoint"] = "cleanliness" },
            new JsonObject { ["code"] = "nps", ["kind"] = "rating", ["text"] = "How likely are you to recommend us?", ["low"] = 0, ["high"] = 10, ["measures"] = "recommend" },
            new JsonObject { ["code"] = "used", ["kind"] = "choice", ["text"] = "Which did you use?", ["multiple"] = true, ["options"] = Options("wifi", "lounge") },
            new JsonObject { ["code"] = "why", ["kind"] = "text", ["text"] = "Why?" }),
    };

    /// <summary>A survey of employees about trust.</summary>
    public static JsonObject EmployeeSurvey() => new()
    {
        ["audience"] = "employee",
        ["title"] = "Pulse",
        ["dimensions"] = new JsonArray("channel"),
        ["items"] = new JsonArray(
            Trust("capability"), Trust("reliability"), Trust("transparency"), Trust("humanity"),
            new JsonObject { ["code"] = "why", ["kind"] = "text", ["text"] = "Why?" }),
    };

    /// <summary>A response to <see cref="CustomerSurvey"/>.</summary>
    public static JsonObject Response() => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["about"] = new JsonObject { ["channel"] = "web", ["boardingArea"] = "A" },
        ["answers"] = new JsonObject { ["clean"] = 4, ["nps"] = 9, ["used"] = new JsonArray("wifi"), ["why"] = "Fast and friendly." },
    };

    /// <summary>A response to <see cref="EmployeeSurvey"/>.</summary>
    public static JsonObject EmployeeResponse() => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["answers"] = new JsonObject { ["capability"] = 6, ["reliability"] = 5, ["transparency"] = 4, ["humanity"] = 7 },
    };

    private static JsonObject Trust(string facet) =>
        new() { ["code"] = facet, ["kind"] = "rating", ["text"] = facet, ["low"] = 1, ["high"] = 7, ["measures"] = "trust." + facet };

    private static JsonArray Options(params string[] codes) => [.. codes.Select(c => (JsonNode)new JsonObject { ["code"] = c, ["text"] = c })];
}
