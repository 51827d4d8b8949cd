using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>The items that people of an invented organisation are asked. An item's code is what it measures.</summary>
internal static class InventedSurvey
{
    /// <summary>Scale, its mean score in an average unit, and its items; all on 1..5.</summary>
    public static readonly (string Scale, double Base, string[] Items)[] Scales =
    [
        ("trust", 58, ["trust.capability", "trust.reliability", "trust.transparency", "trust.humanity", "trust.outcome"]),
        ("engagement", 61, ["engagement.pride", "engagement.advocacy", "engagement.attachment", "engagement.inspiration", "engagement.motivation"]),
        ("purpose", 74, ["purpose.objectives", "purpose.contribution"]),
        ("readiness", 50, ["readiness.need", "readiness.appropriateness", "readiness.leadership", "readiness.capability", "readiness.benefit"]),
        ("collaboration", 55, ["collaboration"]),
    ];

    /// <summary>Items of the scale <c>trust</c>; <c>trust.outcome</c> belongs to no scale.</summary>
    public static readonly string[] Trust = ["trust.capability", "trust.reliability", "trust.transparency", "trust.humanity"];

    public static readonly string[] Engagement = Scales[1].Items;

    public static readonly string[] Purpose = Scales[2].Items;

    public static readonly string[] Readiness = Scales[3].Items;

    /// <summary>Every item there is.</summary>
    public static readonly string[] Items = [.. Scales.SelectMany(s => s.Items), "recommend", "stay", "effort"];

    /// <summary>The ends of an item's scale.</summary>
    public static (int Low, int High) Range(string item) => item switch { "recommend" => (0, 10), "stay" => (1, 4), _ => (1, 5) };

    /// <summary>An employee survey by month and with invitation codes that asks these items.</summary>
    public static JsonObject Definition(IEnumerable<string> items, IEnumerable<string> dimensions, string access = "code", string grid = "month", bool comments = false) => new()
    {
        ["audience"] = "employee",
        ["title"] = "How we work here",
        ["access"] = access,
        ["period"] = grid,
        ["dimensions"] = new JsonArray([.. dimensions.Select(d => JsonValue.Create(d))]),
        ["items"] = new JsonArray([.. items.Select(Rating), .. comments ? new JsonNode[] { Comment() } : []]),
    };

    private static JsonObject Rating(string item) => new()
    {
        ["code"] = item,
        ["kind"] = "rating",
        ["text"] = item,
        ["low"] = Range(item).Low,
        ["high"] = Range(item).High,
        ["measures"] = item,
    };

    private static JsonObject Comment() => new() { ["code"] = "why", ["kind"] = "text", ["text"] = "Why?" };
}
