using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Surveys;

/// <summary>Reads a definition of SurveyJS from a request that publishes it. What is wrong is told with its place in that document.</summary>
internal static partial class SurveyJsBody
{
    /// <summary>What SurveyJS has no place for may stand in the address.</summary>
    public static readonly string[] Parameters = ["audience", "period", "access", "k", "page"];

    public static async Task<(SurveyDefinition? Definition, SurveyJsReading? Reading, Problem? Problem)> Read(HttpContext context)
    {
        if (!Body.IsJson(context.Request)) return Refused(Body.UnsupportedMediaType("application/json"));
        if (Said(context.Request.Query, out var said) is { } wrong) return Refused(wrong);
        var (bytes, problem) = await Body.ReadBytes(context, Body.Limit);
        if (problem is not null) return Refused(problem);
        try
        {
            var reading = SurveyJsReader.Read(bytes, said);
            if (reading.Definition.Audience is null) return Refused(Problem.Invalid(ProblemCodes.InvalidParameter, "audience", "A definition of SurveyJS says not whom it asks: audience=customer or audience=employee."));
            var result = SurveyDefinitionValidator.Instance.Validate(reading.Definition);
            return result.IsValid ? (reading.Definition, reading, null)
                : Refused(new Problem(StatusCodes.Status400BadRequest, ProblemCodes.InvalidSurvey, "The definition breaks a rule; see errors.", Placed(Body.Errors(result), reading.Places)));
        }
        catch (SurveyJsFault fault)
        {
            return Refused(Problem.Invalid(fault.Path == "$" ? ProblemCodes.MalformedJson : ProblemCodes.InvalidSurvey, fault.Path, fault.Message));
        }
    }

    private static (SurveyDefinition?, SurveyJsReading?, Problem?) Refused(Problem problem) => (null, null, problem);

    private static Problem? Said(IQueryCollection query, out JsonObject said)
    {
        said = [];
        foreach (var name in Parameters.Where(query.ContainsKey))
        {
            var text = query[name].ToString();
            JsonNode? value = name switch
            {
                "audience" => text is "customer" or "employee" ? text : null,
                "k" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) ? k : null,
                "page" => text is "true" or "false" ? text == "true" : null,
                _ => text,
            };
            if (value is null) return Problem.Invalid(ProblemCodes.InvalidParameter, name, name switch { "audience" => "It is customer or employee.", "k" => "It is a whole number.", _ => "It is true or false." });
            said[name] = value;
        }
        return null;
    }

    /// <summary>Findings of the validator under the places of the document that the items were read from.</summary>
    private static Dictionary<string, string[]> Placed(IReadOnlyDictionary<string, string[]> errors, IReadOnlyList<string> places) =>
        errors.GroupBy(e => Place(e.Key, places)).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Value).Distinct().ToArray());

    private static string Place(string field, IReadOnlyList<string> places)
    {
        if (ItemPattern().Match(field) is not { Success: true } match) return field is "items" ? "pages" : field is "thanks" ? "completedHtml" : field;
        var place = places[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)];
        var member = match.Groups[2].Value;
        return place + (OwnProperties.OfItems.Contains(member.TrimStart('.').Split('[', '.')[0]) ? member
            : member.StartsWith(".text", StringComparison.Ordinal) ? ".title"
            : member.StartsWith(".options", StringComparison.Ordinal) ? ".choices" + member[".options".Length..]
            : "");
    }

    [GeneratedRegex(@"^items\[(\d+)\](.*)$")]
    private static partial Regex ItemPattern();
}
