using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>The field for the invitation code, where the link brought none, or one that does not work.</summary>
internal static class CodeMarkup
{
    public const string Field = "code";

    public static Html Of(PageView view)
    {
        if (!view.AsksForCode) return Html.None;
        var (texts, error) = (view.Texts, view.ErrorOfCode);
        var isHere = view.Input.IsSteps && view.Step == 0 && view.Errors.Count == 0 && view.Message.IsEmpty;
        return Html.Of(
            $"""
            <section class="item" data-required="{texts.MissingCode}"{Html.If(isHere, $" id=\"here\" tabindex=\"-1\" aria-labelledby=\"code:text\"")}{Html.If(!view.Shows(0), $" hidden")}>
            <label class="question" id="code:text" for="{Field}"><span class="text">{view.Say(texts.Code)}</span> <span class="required">({view.Say(texts.Required)})</span></label>
            {Html.If(error is not null, $"<p class=\"error\" id=\"code:error\"><span class=\"unseen\">{view.Say(texts.ErrorMark)}: </span>{view.Say(error!)}</p>")}
            <p class="hint" id="code:hint">{view.Say(texts.CodeHint)}</p>
            <input class="code" type="text" id="{Field}" name="{Field}" value="{view.Input.Code}" dir="ltr" maxlength="{ResponseRules.MaximumCodeLength}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-required="true"{Html.If(error is not null, $" aria-invalid=\"true\"")} aria-describedby="{Html.If(error is not null, $"code:error ")}code:hint">
            </section>

            """);
    }
}
