using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Surveys;

/// <summary>Gives a widget what it needs to ask a survey: items, texts and dimensions, and nothing about measures.</summary>
public sealed class ReadForm : IEndpoint
{
    /// <summary>Members that only those who read figures need.</summary>
    private static readonly string[] Inner = ["measures", "touchpoint", "reversed"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys/{key}/form", Handle)
        .WithName("ReadForm")
        .WithTags("Surveys")
        .For(KeyScope.Ingest, KeyScope.Read)
        .Query("format")
        .Produces<SurveyView>(200)
        .Problems(400, 401, 403, 404, 409, 503);

    private static IResult Handle(HttpContext context, string key)
    {
        var caller = context.Caller();
        if (context.Request.Query["format"].ToString() is not ("" or "native")) return Problem.Invalid(ProblemCodes.InvalidParameter, "format", "The only form so far is native.");
        if (caller.Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (!caller.MayTouch(survey.Audience)) return Caller.WrongAudience;
        if (survey.IsClosed) return Problem.Conflict(ProblemCodes.SurveyClosed, "The survey is closed.");
        var form = SurveyView.Of(survey, survey.Current).ToJson();
        form.Remove("drivers");
        foreach (var item in form["items"]!.AsArray().OfType<JsonObject>())
        {
            foreach (var name in Inner) item.Remove(name);
        }
        return TypedResults.Ok(form);
    }
}
