using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// Writes a definition as one of SurveyJS, on one page. The names and values of its questions are the codes here, so that what the library
/// gives as <c>survey.data</c> is a response's <c>answers</c> as it stands.
/// </summary>
internal static class SurveyJsWriter
{
    /// <summary>A variable of the form that holds the version it was made from: <c>survey.getVariable("surveyVersion")</c>.</summary>
    public const string VersionVariable = "surveyVersion";

    /// <summary>A variable of an employees' form: the fewest people behind any figure.</summary>
    public const string MinimumVariable = "minimumGroup";

    /// <summary>More options or points than this are a list that opens.</summary>
    private const int MaximumButtons = 20;

    /// <summary>What the library needs to ask, and nothing about measures; without properties that it does not know.</summary>
    public static JsonObject WriteForm(Survey survey)
    {
        var json = WriteTexts(survey.Current.Definition);
        var variables = new JsonArray(Variable(VersionVariable, survey.Current.Number));
        if (survey.MinimumGroup is { } k) variables.Add(Variable(MinimumVariable, k));
        json["calculatedValues"] = variables;
        json["pages"] = Pages(survey.Current.Definition, isForm: true);
        return json;
    }

    /// <summary>All of the definition; what SurveyJS has no place for stands in custom properties under its name here.</summary>
    public static JsonObject WriteDefinition(SurveyDefinition definition)
    {
        var json = WriteTexts(definition);
        foreach (var (name, value) in OwnProperties.In(Canonical(definition), OwnProperties.OfSurveys)) json[name] = value;
        json["pages"] = Pages(definition, isForm: false);
        return json;
    }

    private static JsonObject WriteTexts(SurveyDefinition definition)
    {
        var json = new JsonObject();
        if (definition.Title is { } title) json["title"] = LocalText.Write(title);
        if (definition.Description is { } description) json["description"] = LocalText.Write(description);
        if (definition.Thanks is { } thanks) json["completedHtml"] = LocalText.Write(LocalText.Map(thanks, HtmlText.Write));
        return json;
    }

    private static JsonObject Canonical(SurveyDefinition definition) => JsonNode.Parse(definition.ToCanonicalJson())!.AsObject();

    private static JsonObject Variable(string name, int value) => new() { ["name"] = name, ["expression"] = value.ToString(CultureInfo.InvariantCulture) };

    private static JsonArray Pages(SurveyDefinition definition, bool isForm)
    {
        var canonical = Canonical(definition)["items"]!.AsArray();
        return [new JsonObject { ["name"] = "page1", ["elements"] = new JsonArray([.. definition.Items!.Select((item, i) => Question(item, canonical[i]!.AsObject(), isForm))]) }];
    }

    private static JsonObject Question(ItemDefinition item, JsonObject canonical, bool isForm)
    {
        var json = new JsonObject { ["type"] = TypeOf(item), ["name"] = item.Code };
        if (item.Text is { } text) json["title"] = LocalText.Write(text);
        if (item.Required is { } isRequired) json["isRequired"] = isRequired;
        if (item.Kind == ItemKind.Rating) AddScale(json, item);
        else if (item.Kind == ItemKind.Choice) json["choices"] = new JsonArray([.. item.Options!.Select((option, i) => Choice(option, canonical["options"]![i]!.AsObject(), isForm))]);
        else json["maxLength"] = ResponseRules.MaximumTextLength;
        if (isForm) return json;
        foreach (var (name, value) in OwnProperties.In(canonical, OwnProperties.OfItems))
        {
            // The type says it already.
            if (name != "multiple" || item.Multiple == false) json[name] = value;
        }
        return json;
    }

    private static string TypeOf(ItemDefinition item) => item.Kind switch
    {
        ItemKind.Rating => "rating",
        ItemKind.Text => "comment",
        _ => (item.Multiple == true, item.Options!.Count > MaximumButtons) switch
        {
            (true, true) => "tagbox",
            (true, false) => "checkbox",
            (false, true) => "dropdown",
            (false, false) => "radiogroup",
        },
    };

    /// <summary>The ends alone are described beside the scale; where points between have texts, or where survey-core would cut the range, every point is listed.</summary>
    private static void AddScale(JsonObject json, ItemDefinition item)
    {
        var (low, high, labels) = (item.Low!.Value, item.High!.Value, item.Labels ?? []);
        var isLong = high - low + 1 > MaximumButtons;
        if (!isLong && labels.Keys.All(point => point == low || point == high))
        {
            (json["rateMin"], json["rateMax"]) = (low, high);
            if (labels.TryGetValue(low, out var lowest)) json["minRateDescription"] = LocalText.Write(lowest);
            if (labels.TryGetValue(high, out var highest)) json["maxRateDescription"] = LocalText.Write(highest);
            return;
        }
        json["rateValues"] = new JsonArray([.. Enumerable.Range(low, high - low + 1).Select(point => labels.TryGetValue(point, out var label)
            ? new JsonObject { ["value"] = point, ["text"] = LocalText.Write(label) } : (JsonNode)point)]);
        if (isLong) json["displayMode"] = "dropdown";
    }

    private static JsonNode Choice(OptionDefinition option, JsonObject canonical, bool isForm)
    {
        var json = new JsonObject { ["value"] = option.Code };
        if (option.Text is { } text) json["text"] = LocalText.Write(text);
        if (isForm) return json;
        foreach (var (name, value) in OwnProperties.In(canonical, OwnProperties.OfOptions)) json[name] = value;
        return json;
    }
}
