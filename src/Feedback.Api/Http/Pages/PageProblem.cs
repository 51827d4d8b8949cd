namespace Feedback.Api.Http.Pages;

/// <summary>A refusal as a page, in words for whoever opened a link.</summary>
internal static class PageProblem
{
    public static PageAnswer Of(HttpRequest request, Problem problem)
    {
        var language = PageLanguage.Of(request);
        var (title, text) = Words(problem, language.Texts);
        return new PageAnswer(problem.Status, language, title, Html.Of(
            $"""
            <h1 id="here" tabindex="-1">{title}</h1>
            <p>{text}</p>
            {Again(request, problem.Status, language.Texts)}
            """))
        { RetryAfter = problem.RetryAfter };
    }

    private static (string Title, string Text) Words(Problem problem, PageTexts texts) => problem switch
    {
        { Code: ProblemCodes.SurveyClosed } => (texts.Closed, texts.ClosedText),
        { Status: 403 } => (texts.Forbidden, texts.ForbiddenText),
        { Status: 404 } => (texts.NotFound, texts.NotFoundText),
        { Status: 413 } => (texts.TooLarge, texts.TooLargeText),
        { Status: 429 or 503 } => (texts.Busy, texts.BusyText),
        _ => (texts.Failed, texts.FailedText),
    };

    /// <summary>The way to the survey, where there may be one.</summary>
    private static Html Again(HttpRequest request, int status, PageTexts texts) =>
        status is not (404 or 409) && request.RouteValues["key"] is string key && Catalogue.Names.IsName(key)
            ? Html.Of($"""<p><a href="{PageAnswer.Up(request)}{key}">{texts.OpenSurvey}</a></p>""")
            : Html.None;
}
