using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.OpenApi;
using Feedback.Indicators;

namespace Feedback.Api.Features.Surveys;

/// <summary>A survey as the service shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Version">The number of the version shown.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Definition">The definition as it was published.</param>
public sealed record SurveyView(string Key, int Version, string State, [property: Flattened] SurveyDefinition Definition)
{
    public static SurveyView Of(Survey survey, SurveyVersion version) => new(survey.Key, version.Number, survey.IsClosed ? "closed" : "open", version.Definition);

    /// <summary>The view on the wire: the members of the definition stand beside key, version and state, and nulls of the definition are left out.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["key"] = Key, ["version"] = Version, ["state"] = State };
        foreach (var (name, value) in JsonNode.Parse(Definition.ToCanonicalJson())!.AsObject().ToList())
        {
            value?.Parent?.AsObject().Remove(name);
            json[name] = value;
        }
        return json;
    }
}

/// <summary>A survey in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Version">The version in force.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Audience">Whom it asks.</param>
/// <param name="Title">Its title.</param>
public sealed record SurveySummary(string Key, int Version, string State, Audience Audience, LocalizedText? Title);
