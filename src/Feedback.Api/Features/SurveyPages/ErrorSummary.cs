using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Everything that is wrong, at the top, each with a link to where it is mended. Takes the focus.</summary>
internal static class ErrorSummary
{
    public static Html Of(PageView view)
    {
        if (view.Errors.Count == 0) return Html.None;
        var title = view.Errors is [{ Item: null, IsOfCode: false } only] ? view.Say(only.Message)
            : view.Errors.Count == 1 ? view.Say(view.Texts.OneError)
            : view.Say(view.Texts.ManyErrors, view.Errors.Count);
        return Html.Of(
            $"""
            <div class="summary" id="here" role="group" aria-labelledby="summary" tabindex="-1" autofocus>
            <h2 id="summary">{title}</h2>
            <p>{view.Say(view.Texts.ErrorsText)}</p>
            <ul>{view.Errors.Where(e => e.Item is not null || e.IsOfCode).Select(e => Entry(view, e))}</ul>
            </div>
            """);
    }

    private static Html Entry(PageView view, FieldError error)
    {
        if (error.IsOfCode) return Html.Of($"<li><a href=\"#{CodeMarkup.Field}\">{view.Say(view.Texts.Code)} – {view.Say(error.Message)}</a></li>");
        var item = view.Version.Find(error.Item)!;
        return Html.Of($"<li><a href=\"#{ItemMarkup.FirstControl(item)}\">{item.Position + 1}. {view.Asked(view.Definition.Items![item.Position].Text)} – {view.Say(error.Message)}</a></li>");
    }
}
