using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>Compares a figure with the row the reference file expects.</summary>
internal static class Expect
{
    public static void Row(Figure figure, JsonObject expected, double tolerance)
    {
        Assert.That(figure.Status.ToString().ToLowerInvariant(), Is.EqualTo((string)expected["status"]!));
        Number(figure.Estimate, expected["estimate"], tolerance, "estimate");
        Number(figure.Low, expected["low"], tolerance, "low");
        Number(figure.High, expected["high"], tolerance, "high");
        Assert.That(figure.N, Is.EqualTo((long?)expected["n"]), "n");
        var components = expected["components"]!.AsObject();
        if (figure.Status is Status.Withheld or Status.Insufficient)
            Assert.That(figure.Components, Is.Empty);
        foreach (var (name, value) in components)
        {
            if (name == "facets")
                continue;
            Assert.That(figure.Components, Contains.Key(name));
            Value(figure.Components[name], value, tolerance, name);
        }
    }

    public static void Number(double? actual, JsonNode? expected, double tolerance, string name)
    {
        if (expected is null)
            Assert.That(actual, Is.Null, name);
        else
            Assert.That(actual, Is.EqualTo((double)expected).Within(tolerance), name);
    }

    public static void Value(object? actual, JsonNode? expected, double tolerance, string name)
    {
        switch (expected?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                Assert.That(actual, Is.Null, name);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.That(actual, Is.EqualTo((bool)expected), name);
                break;
            case JsonValueKind.Number:
                Assert.That(actual, Is.Not.Null, name);
                Assert.That(Convert.ToDouble(actual, null), Is.EqualTo((double)expected).Within(tolerance), name);
                break;
            case JsonValueKind.Array:
                Assert.That(actual, Is.EqualTo(expected.AsArray().Select(entry => (string?)entry)), name);
                break;
            default:
                Assert.That(actual, Is.EqualTo((string?)expected), name);
                break;
        }
    }
}
