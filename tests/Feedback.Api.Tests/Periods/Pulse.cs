using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Periods;

/// <summary>Invented employees who answer four items of trust, by invitation code.</summary>
internal static class Pulse
{
    /// <summary>The survey; <c>channel</c> is its dimension beside the unit.</summary>
    public static JsonObject Survey(string period = "month")
    {
        var survey = Some.EmployeeSurvey();
        (survey["access"], survey["period"]) = ("code", period);
        return survey;
    }

    /// <summary>So many people, who differ in one of their answers; another is the same for all of them, 1 to 7.</summary>
    public static IEnumerable<JsonNode> People(int count, string month, string? unit = null, string? channel = null, int candour = 4) => Enumerable.Range(0, count).Select(i =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = month + "-10T12:00:00Z";
        response["about"] = new JsonObject { ["unit"] = unit, ["channel"] = channel };
        (response["answers"]!["transparency"], response["answers"]!["humanity"]) = (candour, 1 + i % 7);
        return (JsonNode)response;
    });

    /// <summary>Units of which each has 100 people of its own.</summary>
    public static JsonObject Units(params (string Unit, string? Parent)[] units) => new()
    {
        ["units"] = new JsonArray([.. units.Select(u => new JsonObject { ["code"] = u.Unit, ["name"] = u.Unit, ["parent"] = u.Parent, ["headcount"] = 100 })]),
    };

    /// <summary>What became of a survey in a period.</summary>
    public static JsonNode Of(this JsonNode period, string survey) => period["releases"]!.AsArray().Single(r => (string?)r!["survey"] == survey)!;

    /// <summary>A row without its key, as it goes over the wire.</summary>
    public static string WithoutKey(this JsonNode row)
    {
        var copy = row.DeepClone().AsObject();
        copy.Remove("key");
        return copy.ToJsonString();
    }
}
