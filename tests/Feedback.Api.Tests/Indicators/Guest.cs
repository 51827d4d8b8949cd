using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>An invented guest: answers by item, those that were skipped as null, those that were not shown missing.</summary>
internal sealed record Guest(DateOnly Day, string? Channel, string? Unit, bool IsTest, IReadOnlyDictionary<string, int?> Answers)
{
    public static readonly IReadOnlyDictionary<string, (int Low, int High, bool IsReversed, string? Measures)> Ratings = new Dictionary<string, (int, int, bool, string?)>
    {
        ["wait"] = (1, 5, true, null),
        ["clean"] = (1, 5, false, "experience"),
        ["clean2"] = (1, 5, false, "experience"),
        ["clean3"] = (1, 5, false, null),
        ["clean4"] = (1, 4, false, null),
        ["price"] = (-100, 100, false, null),
        ["staff"] = (1, 7, false, null),
        ["nps"] = (0, 10, false, "recommend"),
        ["cap"] = (1, 7, false, "trust.capability"),
        ["rel"] = (1, 7, false, "trust.reliability"),
        ["hum"] = (1, 7, true, "trust.humanity"),
    };

    /// <summary>The same guests every time. A mood that all answers of a guest share makes them go together.</summary>
    public static List<Guest> Some(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var mood = random.NextDouble();
            var answers = new Dictionary<string, int?>();
            foreach (var (code, (low, high, isReversed, _)) in Ratings)
            {
                var fate = random.Next(25);
                var share = (mood + random.NextDouble()) / 2;
                if (fate > 0) answers[code] = fate == 1 ? null : low + (int)((high - low + 1) * (isReversed ? 1 - share : share) * .999);
            }
            return new Guest(new DateOnly(2026, 1, 1).AddDays(random.Next(180)), random.Next(10) switch { < 5 => "web", < 9 => "app", _ => null },
                random.Next(10) switch { 0 => "sales", 1 => "shops", 2 => "apac", 3 => null, _ => "emea" }, random.Next(20) == 0, answers);
        }).Where(g => g.Answers.Count > 0)];
    }

    public double? Nps => Score("nps");

    /// <summary>Person score: two of the three items suffice for customers; employees of these tests have all.</summary>
    public double? Trust => ((string[])["cap", "rel", "hum"]).Select(Score).Where(s => s is not null).ToList() is { Count: >= 2 } scores ? scores.Average() : null;

    /// <summary>0..100, with high always meaning more; null without an answer.</summary>
    public double? Score(string code)
    {
        var (low, high, isReversed, _) = Ratings[code];
        return Answers.GetValueOrDefault(code) is { } answer ? 100.0 * (isReversed ? high - answer : answer - low) / (high - low) : null;
    }

    public bool Complete(IEnumerable<string> codes) => codes.All(c => Answers.GetValueOrDefault(c) is not null);

    /// <summary>Null unless the guest answered the outcome and every driver.</summary>
    public AnswerPattern? Pattern(string[] drivers, Func<Guest, double?> outcome) =>
        outcome(this) is { } explained && Complete(drivers) ? new AnswerPattern(explained, [.. drivers.Select(d => Score(d)!.Value)], 1) : null;

    /// <summary>The survey they answered.</summary>
    public static JsonObject Survey(string audience) => new()
    {
        ["audience"] = audience,
        ["dimensions"] = new JsonArray("channel"),
        ["items"] = new JsonArray(
            [.. Ratings.Select(r => new JsonObject
            {
                ["code"] = r.Key, ["kind"] = "rating", ["low"] = r.Value.Low, ["high"] = r.Value.High, ["reversed"] = r.Value.IsReversed, ["measures"] = r.Value.Measures,
                ["touchpoint"] = r.Value.Measures == "experience" ? r.Key : null,
            }),
            new JsonObject { ["code"] = "used", ["kind"] = "choice", ["multiple"] = true, ["options"] = new JsonArray(new JsonObject { ["code"] = "wifi" }) },
            new JsonObject { ["code"] = "why", ["kind"] = "text" }]),
    };

    public JsonNode ToJson()
    {
        var answers = new JsonObject([.. Answers.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))]) { ["used"] = new JsonArray("wifi"), ["why"] = "So." };
        return new JsonObject
        {
            ["answeredAt"] = Day.Day() + "T12:00:00Z",
            ["about"] = new JsonObject { ["channel"] = Channel, ["unit"] = Unit },
            ["isTest"] = IsTest,
            ["answers"] = answers,
        };
    }
}
