namespace Feedback.Api.SurveyJs;

/// <summary>Why a document cannot be taken as a definition of SurveyJS: where, and what is wrong. Carries no value of the document.</summary>
internal sealed class SurveyJsFault(string path, string message) : Exception(message)
{
    public string Path => path;
}
