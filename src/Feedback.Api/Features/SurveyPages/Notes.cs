using Feedback.Api.Catalogue;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Pages of a survey that ask nothing: a title, a text, and where to go from there.</summary>
internal static class Notes
{
    /// <summary>A link that is wrong, and what is wrong with it.</summary>
    public static PageAnswer WrongLink(PageLanguage language, LinkFault fault) => new(400, language, language.Texts.WrongLink, Html.Of(
        $"""
        <h1 id="here" tabindex="-1">{Say(language, language.Texts.WrongLink)}</h1>
        <p>{Say(language, language.Texts.WrongLinkText)}</p>
        <p class="message"><code dir="ltr">{fault.Part}</code>: {Say(language, fault.Why(language.Texts))}</p>
        """));

    public static PageAnswer Closed(HttpRequest request, PageLanguage language, Survey survey) => new(409, language, language.Texts.Closed, Html.Of(
        $"""
        <h1 id="here" tabindex="-1">{Say(language, language.Texts.Closed)}</h1>
        <p>{Say(language, language.Texts.ClosedText)}</p>
        <p><a href="{PageAnswer.Up(request)}{survey.Key}/erase">{Say(language, language.Texts.TakeBackTitle)}</a></p>
        """));

    /// <summary>Answers that were sent again after they had been taken back.</summary>
    public static PageAnswer Erased(PageView view) => new(200, view.Language, view.Texts.Erased, Html.Of(
        $"""
        <div class="thanks" data-done="{view.Survey.Key}">
        <h1 id="here" tabindex="-1">{view.Say(view.Texts.Erased)}</h1>
        <p>{view.Say(view.Texts.ErasedText)}</p>
        <p><a href="{view.Up}{view.Survey.Key}">{view.Say(view.Texts.AnswerAgain)}</a></p>
        </div>
        """));

    /// <summary>Thanks. Whoever was not sent here by a redirect gets the receipt: it stands in the body alone, never in an address, because addresses are written into logs.</summary>
    public static PageAnswer Thanks(PageView view, Guid? receipt) => new(200, view.Language, $"{view.Texts.Thanks} – {view.Title}", Html.Of(
        $"""
        <div class="thanks" data-done="{view.Survey.Key}">
        <h1 id="here" tabindex="-1">{view.Say(view.Texts.Thanks)}</h1>
        <p>{view.Say(view.Texts.ThanksText)}</p>
        {Html.If(view.Definition.Thanks is not null, $"<p class=\"description\">{view.Asked(view.Definition.Thanks)}</p>")}
        {Html.If(view.Input.IsTest, $"<p class=\"test\">{view.Say(view.Texts.Test)}</p>")}
        {(receipt is { } id ? Receipt(view, id) : Html.None)}
        </div>
        """));

    public static Html Say(PageLanguage language, string text) => language.SpeaksIt ? Html.Text(text) : Html.Of($"<span lang=\"{language.Texts.Language}\" dir=\"ltr\">{text}</span>");

    /// <summary>The receipt and a button that uses it at once.</summary>
    public static Html Receipt(PageView view, Guid id)
    {
        var erase = $"{view.Up}{view.Survey.Key}/erase";
        var later = Html.Of($"<a href=\"{erase}\" dir=\"ltr\">{PageAnswer.Path}/{view.Survey.Key}/erase</a>");
        var parts = view.Texts.TakeBackLater.Split("{0}");
        return Html.Of(
            $"""
            <section class="receipt" aria-labelledby="receipt">
            <h2 id="receipt">{view.Say(view.Texts.Receipt)}</h2>
            <p><code dir="ltr">{id}</code></p>
            <p>{view.Say(view.Texts.ReceiptText)} {view.Say(parts[0])}{later}{view.Say(parts[1])}</p>
            <form method="post" action="{erase}#here">
            <input type="hidden" name="id" value="{id}">
            {Html.If(view.Language.Chosen is not null, $"<input type=\"hidden\" name=\"lang\" value=\"{view.Language.Chosen}\">")}
            <button class="quiet">{view.Say(view.Texts.TakeBack)}</button>
            </form>
            </section>
            """);
    }
}
