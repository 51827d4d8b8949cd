using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Surveys;

/// <summary>Gives a widget what it needs to ask a survey: items, texts and dimensions, and nothing about measures.</summary>
public sealed class ReadForm : IEndpoint
{
    /// <summary>Members that only those who read figures, or bring answers from elsewhere, need.</summary>
    private static readonly string[] Inner = ["measures", "touchpoint", "reversed", "aliases", "pointAliases", "skipAliases"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys/{key}/form", Handle)
        .WithName("ReadForm")
        .WithTags("Surveys")
        .For(KeyScope.Ingest, KeyScope.Read)
        .Query("format")
        .Produces<SurveyView>(200)
        .ProducesAlso("With format=surveyjs: a definition of SurveyJS.")
        .Problems(400, 401, 403, 404, 409, 503);

    private static IResult Handle(HttpContext context, string key)
    {
        var caller = context.Caller();
        if (SurveyFormats.Of(context, out var format) is { } problem) return problem;
        if (caller.Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (!caller.MayTouch(survey.Audience)) return Caller.WrongAudience;
        if (survey.IsClosed) return Problem.Conflict(ProblemCodes.SurveyClosed, "The survey is closed.");
        if (format == SurveyFormat.SurveyJs) return TypedResults.Ok(SurveyJsWriter.WriteForm(survey));
        var form = SurveyView.Of(survey, survey.Current).ToJson();
        form.Remove("drivers");
        form.Remove("ignores");
        // Whoever is asked may know below how many people nothing is shown, whether the survey says so itself or the service did when it was published.
        if (survey.MinimumGroup is { } k) form["k"] = k;
        foreach (var thing in Objects(form["items"]).Concat(Objects(form["dimensions"]))) StripInner(thing);
        return TypedResults.Ok(form);
    }

    private static void StripInner(JsonObject thing)
    {
        foreach (var name in Inner) thing.Remove(name);
        foreach (var option in Objects(thing["options"])) StripInner(option);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];
}
