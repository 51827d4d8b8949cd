using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Imports;

/// <summary>The survey and the format that an address names.</summary>
internal static class ImportAddress
{
    public static Problem UnknownSurvey { get; } = Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");

    public static Problem UnknownFormat { get; } = Problem.NotFound(ProblemCodes.UnknownFormat, $"There is no such format; there are {ImportFormats.Names}.");

    public static Problem UnknownImport { get; } = Problem.NotFound(ProblemCodes.UnknownImport, "Nothing is kept for the format: columns are found by the survey's codes and aliases.");

    public static Problem? Find(Caller caller, string key, string format, out Survey survey, out ImportFormat found)
    {
        (survey, found) = (caller.Catalogue.Survey(key)!, ImportFormats.Find(format)!);
        if (found is null) return UnknownFormat;
        if (survey is not { IsBuiltIn: false }) return UnknownSurvey;
        return caller.MayTouch(survey.Audience) ? null : Caller.WrongAudience;
    }
}
