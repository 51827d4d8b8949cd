using System.Globalization;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Answers as a form gives them: checked one by one, so that everything that is wrong is told at once, and written as a response.</summary>
internal static class GivenAnswers
{
    /// <summary>What is wrong with an item's answer, or null. An item that was left is right unless it is required.</summary>
    public static string? Check(Item item, string[]? given, PageTexts texts)
    {
        var all = given ?? [];
        if (item.Kind == ItemKind.Text ? string.IsNullOrWhiteSpace(all.FirstOrDefault()) : all.Length == 0) return item.IsRequired ? texts.Missing : null;
        if (all.Length > 1 && !item.IsMultiple) return texts.NotOffered;
        return item.Kind switch
        {
            ItemKind.Text when all[0].Length > ResponseRules.MaximumTextLength => Filled(texts.TextTooLong, texts.Number(all[0].Length), texts.Number(ResponseRules.MaximumTextLength)),
            ItemKind.Text => null,
            ItemKind.Rating when Rating(item, all[0]) is null => Filled(texts.NotANumber, item.Low, item.High),
            ItemKind.Rating => null,
            _ => all.All(item.Options.ContainsKey) ? null : texts.NotOffered,
        };
    }

    /// <summary>How many items have an answer.</summary>
    public static int Answered(SurveyVersion version, IReadOnlyDictionary<string, string[]> given) =>
        version.Items.Count(i => given.TryGetValue(i.Code, out var all) && all.Any(v => !string.IsNullOrWhiteSpace(v)));

    /// <summary>The response as the API takes it. Every item was shown: one without an answer is null.</summary>
    public static byte[] ToJson(SurveyVersion version, PageInput input, Guid id, string? language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteNumber("version", version.Number);
            if (language is not null) json.WriteString("language", language);
            if (input.Code is not null) json.WriteString("code", input.Code);
            if (input.InvitedOn is not null) json.WriteString("invitedOn", input.InvitedOn);
            if (input.IsTest) json.WriteBoolean("isTest", true);
            json.WriteStartObject("about");
            foreach (var (dimension, value) in input.Dimensions) json.WriteString(dimension, value);
            json.WriteEndObject();
            json.WriteStartObject("answers");
            foreach (var item in version.Items) Write(json, item, input.Given.GetValueOrDefault(item.Code) ?? []);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Item item, string[] given)
    {
        json.WritePropertyName(item.EncodedCode);
        if (given.Length == 0) json.WriteNullValue();
        else if (item.Kind == ItemKind.Rating) json.WriteNumberValue(Rating(item, given[0])!.Value);
        else if (!item.IsMultiple) json.WriteStringValue(given[0]);
        else
        {
            json.WriteStartArray();
            foreach (var option in given) json.WriteStringValue(option);
            json.WriteEndArray();
        }
    }

    private static int? Rating(Item item, string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= item.Low && value <= item.High ? value : null;

    private static string Filled(string text, object first, object second) => string.Format(CultureInfo.InvariantCulture, text, first, second);
}
