using System.Globalization;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>
/// The page of a survey as one form. Where one question a screen is, all questions are in it and those of other screens are hidden: so answers travel
/// with every step, nothing is stored before the end, and the script needs no other page than people without it.
/// </summary>
internal static class SurveyMarkup
{
    public static Html Of(PageView view)
    {
        var (texts, input) = (view.Texts, view.Input);
        return Html.Of(
            $"""
            <form class="survey" method="post" action="{view.Up}{view.Survey.Key}#here" novalidate accept-charset="utf-8"{Html.If(input.IsSteps, $" data-steps")}{Words(view)}>
            <button class="unseen" name="go" value="{(input.IsSteps && !view.IsLast ? "next" : "keep")}" tabindex="-1" aria-hidden="true">{view.Say(texts.Next)}</button>
            {Hidden(view)}
            <div class="tools">{Languages(view)}{Views(view)}</div>
            <h1 tabindex="-1"{Html.If(view.Definition.Title is not null, $"{view.AttributesOf(view.Definition.Title!)}")}>{view.Title}</h1>
            {Html.If(input.IsTest, $"<p class=\"test\">{view.Say(texts.Test)}</p>")}
            {view.Message}{ErrorSummary.Of(view)}
            <div class="intro"{Html.If(input.IsSteps && view.Step > 0, $" hidden")}>
            {Html.If(view.Definition.Description is not null, $"<p class=\"description\">{view.Asked(view.Definition.Description)}</p>")}
            {NoticeMarkup.Of(view)}
            </div>
            {Progress(view)}
            {CodeMarkup.Of(view)}{view.Version.Items.Select(item => ItemMarkup.Of(view, item))}
            <p class="status" role="status"{view.OwnAttributes}></p>
            <div class="actions">{Actions(view)}</div>
            </form>
            """);
    }

    /// <summary>What the script says, in the language of the page, and whether the page holds what somebody has given already.</summary>
    private static Html Words(PageView view) => Html.Of(
        $" data-survey=\"{view.Survey.Key}\"{Html.If(view.Input.Id is not null, $" data-given")} data-offset=\"{view.Offset}\" data-offline=\"{view.Texts.Offline}\" data-unreachable=\"{view.Texts.Unreachable}\" data-sending=\"{view.Texts.Sending}\" data-question=\"{view.Texts.QuestionOf}\" data-answered=\"{view.Texts.AnsweredOf}\" data-left=\"{view.Texts.CharactersLeft}\" data-over=\"{view.Texts.CharactersOver}\" data-mark=\"{view.Texts.ErrorMark}\"");

    private static Html Hidden(PageView view)
    {
        var input = view.Input;
        (string Name, string? Value)[] fields =
        [
            ("id", view.Id.ToString()), ("version", view.Version.Number.ToString(CultureInfo.InvariantCulture)), ("replaces", view.Replaces?.ToString()),
            ("lang", view.Language.Chosen), ("view", input.IsSteps ? "steps" : null), ("step", input.IsSteps ? view.Step.ToString(CultureInfo.InvariantCulture) : null),
            ("invitedOn", input.InvitedOn), ("test", input.IsTest ? "true" : null), ("code", view.AsksForCode ? null : input.Code), ("asked", view.AsksForCode ? "code" : null),
            .. input.Dimensions.Select(d => (PageInput.About + d.Key, (string?)d.Value)),
        ];
        return Html.Join(fields.Where(f => f.Value is not null).Select(f => Html.Of($"<input type=\"hidden\" name=\"{f.Name}\" value=\"{f.Value}\">\n")));
    }

    /// <summary>The languages of the questions. Where these have none, the page's own texts follow the browser, and to choose among those alone would mislead.</summary>
    private static Html Languages(PageView view)
    {
        var offered = SurveyLanguages.Of(view.Definition);
        if (offered.Count < 2) return Html.None;
        return Html.Of(
            $"""
            <div class="languages" role="group" aria-labelledby="languages"><span id="languages" class="unseen">{view.Say(view.Texts.Languages)}</span>{offered.Select(tag => Language(view, tag))}</div>
            """);
    }

    private static Html Language(PageView view, string tag)
    {
        var isCurrent = tag.Equals(view.Language.Tag, StringComparison.OrdinalIgnoreCase);
        return Html.Of($"<button class=\"quiet\" name=\"go\" value=\"lang:{tag}\" lang=\"{tag}\" dir=\"{PageLanguage.DirectionOf(tag)}\"{Html.If(isCurrent, $" aria-current=\"true\"")}>{PageLanguage.NameOf(tag)}</button>");
    }

    private static Html Views(PageView view) => Html.If(view.Version.Items.Count > 1,
        $"<button class=\"quiet view\" name=\"go\" value=\"{(view.Input.IsSteps ? "view:all" : "view:steps")}\">{view.Say(view.Input.IsSteps ? view.Texts.AllOnOnePage : view.Texts.OneAtATime)}</button>");

    /// <summary>Where one question a screen is, how far one is; else it is for the script to count what was answered.</summary>
    private static Html Progress(PageView view)
    {
        var count = view.Version.Items.Count;
        if (!view.Input.IsSteps) return Html.Of($"<div class=\"progress\" hidden><span id=\"progress\"{view.OwnAttributes}></span><progress aria-labelledby=\"progress\" max=\"{count}\" value=\"0\"></progress></div>");
        var place = view.Step - view.Offset + 1;
        return Html.Of(
            $"<div class=\"progress\"><span id=\"progress\"{view.OwnAttributes}>{(place < 1 ? view.Texts.Code : string.Format(CultureInfo.InvariantCulture, view.Texts.QuestionOf, place, count))}</span><progress aria-labelledby=\"progress\" max=\"{count}\" value=\"{Math.Max(0, place)}\"></progress></div>");
    }

    private static Html Actions(PageView view)
    {
        var (texts, isSteps) = (view.Texts, view.Input.IsSteps);
        return Html.Of(
            $"""
            {Html.If(isSteps, $"<button class=\"back\" name=\"go\" value=\"back\"{Html.If(view.Step == 0, $" hidden")}>{view.Say(texts.Back)}</button>")}
            {Html.If(isSteps, $"<button class=\"primary next\" name=\"go\" value=\"next\"{Html.If(view.IsLast, $" hidden")}>{view.Say(texts.Next)}</button>")}
            <button class="primary send" name="go" value="send"{Html.If(isSteps && !view.IsLast, $" hidden")}>{view.Say(view.SendLabel ?? texts.Send)}</button>
            """);
    }
}
