using System.Text.Json;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>A choice, column, row or point as lists of SurveyJS have it: a value, <c>value|text</c>, or an object with both.</summary>
/// <param name="Value">As answers carry it.</param>
/// <param name="Text">What is shown; null where that is the value.</param>
/// <param name="Part">Where it stands, with what else it says.</param>
internal sealed record ListedValue(string Value, LocalizedText? Text, Part Part)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>The values of a list. One without a usable value is told of.</summary>
    public static IReadOnlyList<ListedValue> Read(Part question, params string[] names) =>
        [.. question.List(names).Select(entry => Read(question, entry.Element, entry.Path)).OfType<ListedValue>()];

    /// <summary>A value that stands in no list.</summary>
    public static ListedValue Made(Part question, string value, LocalizedText? text) => new(value, text, question.Inner(Nothing, question.Path));

    public ScaleValue OnScale => new(Value, Text);

    private static ListedValue? Read(Part question, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var part = question.Inner(element, path);
            if (part.Take("value") is { } value && SurveyJs.Value.TextOf(value) is { Length: > 0 } known) return new ListedValue(known, part.Text("text"), part);
        }
        else if (SurveyJs.Value.TextOf(element) is { Length: > 0 } scalar)
        {
            var bar = element.ValueKind == JsonValueKind.String ? scalar.IndexOf('|', StringComparison.Ordinal) : -1;
            var nothing = question.Inner(Nothing, path);
            return bar > 0 ? new ListedValue(scalar[..bar], LocalText.Plain(scalar[(bar + 1)..]), nothing) : new ListedValue(scalar, null, nothing);
        }
        question.Inner(Nothing, path).IgnoreAll("value", "The value is a text, a number or a truth value.");
        return null;
    }
}
