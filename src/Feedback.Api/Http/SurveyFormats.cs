namespace Feedback.Api.Http;

/// <summary>In which form a definition or a response comes or goes.</summary>
internal enum SurveyFormat { Native, SurveyJs }

/// <summary>Reads the parameter <c>format</c> of the operations on surveys and responses.</summary>
internal static class SurveyFormats
{
    /// <summary>The form asked for; native without the parameter.</summary>
    public static Problem? Of(HttpContext context, out SurveyFormat format)
    {
        var values = context.Request.Query["format"];
        format = values is ["surveyjs"] ? SurveyFormat.SurveyJs : SurveyFormat.Native;
        return values.Count == 0 || values is ["" or "native" or "surveyjs"] ? null : Problem.Invalid(ProblemCodes.InvalidParameter, "format", "It is native or surveyjs.");
    }
}
