using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Surveys;

/// <summary>Shows a survey's present definition, or that of an earlier version; with format=surveyjs as one of SurveyJS, in which custom properties hold what it has no place for.</summary>
public sealed class ReadSurvey : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/surveys/{key}", (HttpContext context, string key) => Handle(context, key, null))
            .WithName("ReadSurvey")
            .WithTags("Surveys")
            .For(KeyScope.Read)
            .Query("format")
            .Produces<SurveyView>(200)
            .ProducesAlso("With format=surveyjs: a definition of SurveyJS.")
            .Problems(400, 401, 403, 404, 503);
        routes.MapGet("/surveys/{key}/versions/{version:int}", (HttpContext context, string key, int version) => Handle(context, key, version))
            .WithName("ReadSurveyVersion")
            .WithTags("Surveys")
            .For(KeyScope.Read)
            .Query("format")
            .Produces<SurveyView>(200)
            .ProducesAlso("With format=surveyjs: a definition of SurveyJS.")
            .Problems(400, 401, 403, 404, 503);
    }

    private static IResult Handle(HttpContext context, string key, int? number)
    {
        if (SurveyFormats.Of(context, out var format) is { } problem) return problem;
        var caller = context.Caller();
        if (caller.Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (!caller.MayTouch(survey.Audience)) return Caller.WrongAudience;
        if ((number is { } n ? survey.Version(n) : survey.Current) is not { } version) return Problem.NotFound(ProblemCodes.UnknownVersion, "The survey has no such version.");
        return TypedResults.Ok(format == SurveyFormat.SurveyJs ? SurveyJsWriter.WriteDefinition(version.Definition) : SurveyView.Of(survey, version).ToJson());
    }
}
