using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// What a definition of ours says and SurveyJS cannot: it stands in custom properties under the names of ours, at the root, on questions, rows of a matrix and
/// choices, so that a definition that goes out comes back as it was. A member that definitions gain is among them without a word here.
/// </summary>
internal static class OwnProperties
{
    /// <summary>Members that SurveyJS has a place of its own for.</summary>
    private static readonly HashSet<string>
        OfSurveysElsewhere = ["title", "description", "thanks", "items"],
        OfItemsElsewhere = ["code", "kind", "text", "low", "high", "labels", "options", "required"],
        OfOptionsElsewhere = ["code", "text"];

    public static readonly IReadOnlyList<string>
        OfSurveys = Of<SurveyDefinition>(OfSurveysElsewhere),
        OfItems = Of<ItemDefinition>(OfItemsElsewhere),
        OfOptions = Of<OptionDefinition>(OfOptionsElsewhere);

    /// <summary>Takes the custom properties of a part, over those of the part around it.</summary>
    /// <exception cref="SurveyJsFault">One is not of the form that definitions have.</exception>
    public static T Take<T>(IReadOnlyList<string> names, Part part, T? around = null) where T : class
    {
        var own = around is null ? [] : JsonSerializer.SerializeToNode(around, CatalogueJson.Options)!.AsObject();
        foreach (var name in names)
        {
            if (part.Take(name) is { } value) own[name] = JsonNode.Parse(value.GetRawText());
        }
        return Read<T>(own, part);
    }

    /// <summary>The members of a canonical object that go out as custom properties.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> In(JsonObject canonical, IReadOnlyList<string> names) =>
        canonical.Where(p => names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()));

    public static T Read<T>(JsonObject own, Part part)
    {
        try
        {
            return own.Deserialize<T>(CatalogueJson.Options)!;
        }
        catch (JsonException e)
        {
            var member = e.Path is { Length: > 2 } path ? path[2..].Split('.', '[')[0] : "";
            throw new SurveyJsFault(own.ContainsKey(member) ? part.At(member) : part.Path, "It is not of the form that a definition has here.");
        }
    }

    private static string[] Of<T>(HashSet<string> elsewhere) => [.. CatalogueJson.Options.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name).Where(n => !elsewhere.Contains(n))];
}
