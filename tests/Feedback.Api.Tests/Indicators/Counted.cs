using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>What is counted of posted responses by definition, and rows that must be the figures the library makes of it.</summary>
internal static class Counted
{
    /// <summary>The ratings and scales of these responses to one version of a survey.</summary>
    public static Counts Of(JsonObject survey, IEnumerable<JsonNode> responses)
    {
        var items = survey["items"]!.AsArray().Select(i => i!).Where(i => (string?)i["kind"] == "rating").ToList();
        var scales = items.Where(i => ScaleOf(i) is not null).ToLookup(i => ScaleOf(i)!);
        return Counts.Sum(responses.Select(response => Of(items, scales, response)));
    }

    /// <summary>The row has the status, the numbers and every component of the figure, and nothing else.</summary>
    public static void AssertFigure(this JsonNode row, Figure figure)
    {
        Assert.That(row.Status(), Is.EqualTo(figure.Status.ToString().ToLowerInvariant()), row.ToJsonString());
        Assert.That((long?)row["n"], Is.EqualTo(figure.N), row.ToJsonString());
        AssertNumber(row["estimate"], figure.Estimate, "estimate");
        AssertNumber(row["low"], figure.Low, "low");
        AssertNumber(row["high"], figure.High, "high");
        var components = row["components"]!.AsObject();
        foreach (var (name, value) in figure.Components) Assert.That(value is null || components.ContainsKey(name), name);
        foreach (var (name, value) in components)
        {
            var expected = figure.Components.GetValueOrDefault(name);
            if (expected is double number) AssertNumber(value, number, name);
            else Assert.That(value?.ToString(), Is.EqualTo(expected is bool flag ? flag ? "true" : "false" : expected?.ToString()), name);
        }
    }

    private static void AssertNumber(JsonNode? shown, double? expected, string name)
    {
        if (expected is { } number) Assert.That((double?)shown, Is.EqualTo(number).Within(1e-9), name);
        else Assert.That(shown, Is.Null, name);
    }

    private static Counts Of(List<JsonNode> items, ILookup<string, JsonNode> scales, JsonNode response)
    {
        var answers = response["answers"]!.AsObject();
        var weight = (long)((decimal?)response["weight"] * 10_000 ?? 10_000);
        return new(
            [.. items.Where(Given).Select(i => new ItemCounts((string)i["code"]!, (string?)i["measures"], (string?)i["touchpoint"], (int)i["low"]!, (int)i["high"]!, IsReversed(i),
                [new ValueCount(Answer(i), ScaleOf(i) is { } scale && scales[scale].All(Given), 1, weight, weight * weight)]))],
            [.. scales.Where(s => s.Any(Given)).Select(s => new ScaleCounts(s.Key, [new ScaleShape(s.Count(), (int)s.First()["low"]!, (int)s.First()["high"]!,
                [new ScaleRow(s.Count(Given), s.Where(Given).Sum(i => IsReversed(i) ? (int)i["low"]! + (int)i["high"]! - Answer(i) : Answer(i)), 1, weight, weight * weight)])]))],
            []);

        bool Given(JsonNode item) => answers[(string)item["code"]!] is not null;

        int Answer(JsonNode item) => (int)answers[(string)item["code"]!]!;
    }

    private static bool IsReversed(JsonNode item) => (bool?)item["reversed"] == true;

    private static string? ScaleOf(JsonNode item) =>
        (string?)item["measures"] is not { } measure ? null : measure == "experience" ? measure : Measures.BelongToScale(measure) ? measure[..measure.LastIndexOf('.')] : null;
}
