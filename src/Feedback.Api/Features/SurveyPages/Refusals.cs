using Feedback.Api.Http;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>The page once more, with everything that was given, and why it was not stored.</summary>
internal static class Refusals
{
    /// <summary>Answers that break a rule: all of them told at once.</summary>
    public static PageAnswer Show(PageView view, IReadOnlyList<FieldError> errors, int status = 400)
    {
        var code = errors.Any(e => e.IsOfCode);
        view = view with { Errors = errors, AsksForCode = view.AsksForCode || code };
        var first = errors.Select(e => e.IsOfCode ? 0 : e.Item is { } item ? view.Version.Find(item)!.Position + view.Offset : view.Step).Min();
        view = view with { Step = first };
        return new PageAnswer(status, view.Language, $"{view.Texts.ErrorMark}: {view.Title}", SurveyMarkup.Of(view));
    }

    /// <summary>What the intake refused.</summary>
    public static IResult Of(HttpRequest request, PageView view, Problem problem) => problem switch
    {
        { Code: ProblemCodes.UnknownCode } => Show(view, [new FieldError(null, view.Texts.UnknownCode) { IsOfCode = true }]),
        { Code: ProblemCodes.UsedCode } => Show(view, [new FieldError(null, view.Texts.UsedCode) { IsOfCode = true }], 409),
        { Code: ProblemCodes.ResponseConflict } => Changed(view),
        { Code: ProblemCodes.SurveyClosed } => Notes.Closed(request, view.Language, view.Survey),
        { Status: 429 or 503 } => NotYet(view, problem),
        { Errors: { } errors } when errors.Keys.FirstOrDefault(k => k.StartsWith(PageInput.Answers, StringComparison.Ordinal)) is { } field && view.Version.Find(field.AsSpan(PageInput.Answers.Length)) is { } item =>
            Show(view, [new FieldError(item.Code, view.Texts.Refused)], problem.Status),
        { Status: 400 } => Show(view, [new FieldError(null, view.Texts.Refused)]),
        _ => problem,
    };

    /// <summary>The answers were not taken now: the same page under the same id, so that sending again stores them once.</summary>
    private static PageAnswer NotYet(PageView view, Problem problem)
    {
        view = view with { Message = Message(view, view.Texts.NotYet, view.Texts.NotYetText, Html.None), SendLabel = view.Texts.SendAgain };
        return new PageAnswer(problem.Status, view.Language, $"{view.Texts.NotYet} – {view.Title}", SurveyMarkup.Of(view)) { RetryAfter = problem.RetryAfter };
    }

    /// <summary>
    /// Answers were stored under the id and others are sent, as after "Back" in the browser. The person is asked: the page now holds the changed answers under an id of their own,
    /// and sending it takes the earlier ones back. An invitation code counts once, so with one the earlier answers stay unless they are taken back.
    /// </summary>
    private static PageAnswer Changed(PageView view)
    {
        var keep = Html.Of($"<p><a href=\"{view.Up}{view.Survey.Key}/thanks\">{view.Say(view.Texts.KeepEarlier)}</a></p>");
        var title = $"{view.Texts.Changed} – {view.Title}";
        if (view.Survey.Access == "code")
        {
            var alone = Message(view, view.Texts.Changed, view.Texts.ChangedWithCode, keep);
            return new PageAnswer(409, view.Language, title, Html.Of($"<h1>{view.Title}</h1>{alone}{Notes.Receipt(view, view.Id)}"));
        }
        view = view with { Id = ShowSurvey.NewId(view.Survey), Replaces = view.Id, Message = Message(view, view.Texts.Changed, view.Texts.ChangedText, keep), SendLabel = view.Texts.Replace };
        return new PageAnswer(409, view.Language, title, SurveyMarkup.Of(view));
    }

    private static Html Message(PageView view, string title, string text, Html more) => Html.Of(
        $"""
        <div class="message" id="here" role="group" aria-labelledby="message" tabindex="-1" autofocus>
        <h2 id="message">{view.Say(title)}</h2>
        <p>{view.Say(text)}</p>
        {more}</div>
        """);
}
