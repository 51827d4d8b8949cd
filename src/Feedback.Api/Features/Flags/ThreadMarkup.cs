using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Flags;

/// <summary>The pages of a thread, without script. The receipt stands in hidden fields, so that it is sent and never linked to.</summary>
internal static class ThreadMarkup
{
    private const string Example = "01a1fd9a-24a0-43bc-be56-9c8e32b9ec48";

    /// <summary>Asks for the receipt.</summary>
    public static PageAnswer Ask(PageLanguage language, int status, string? receipt, string? error)
    {
        var texts = language.Texts;
        return new PageAnswer(status, language, error is null ? texts.ThreadTitle : $"{texts.ErrorMark}: {texts.ThreadTitle}", Html.Of(
            $"""
            <form method="post" action="{Action}#here" novalidate>
            <h1>{texts.ThreadTitle}</h1>
            <p>{texts.ThreadText}</p>
            <div class="item">
            <label class="question" for="here">{texts.ReceiptLabel}</label>
            {Html.If(error is not null, $"<p class=\"error\" id=\"error\">{error}</p>")}
            <p class="hint" id="hint">{string.Format(null, texts.ReceiptForm, Example)}</p>
            <input class="code" type="text" id="here" name="id" value="{receipt}" dir="ltr" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" required aria-describedby="{Html.If(error is not null, $"error ")}hint"{Html.If(error is not null, $" aria-invalid=\"true\" autofocus")}>
            </div>
            <div class="actions"><button class="primary" name="go" value="show">{texts.ThreadShow}</button></div>
            </form>
            """));
    }

    /// <summary>Shows the thread and takes what is written on.</summary>
    /// <param name="language">What the page is in.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="id">The receipt.</param>
    /// <param name="thread">What was said.</param>
    /// <param name="fault">What is wrong with what was written; null for nothing.</param>
    /// <param name="text">What was written and is not stored.</param>
    /// <param name="isSent">Whether something was stored now.</param>
    public static PageAnswer Show(PageLanguage language, int status, Guid id, FlagThread thread, string? fault = null, string? text = null, bool isSent = false)
    {
        var texts = language.Texts;
        var state = thread.State switch { FlagState.Closed => texts.ThreadClosed, FlagState.Answered => texts.ThreadAnswered, _ => texts.ThreadWaiting };
        return new PageAnswer(status, language, fault is null ? texts.ThreadTitle : $"{texts.ErrorMark}: {texts.ThreadTitle}", Html.Of(
            $"""
            <h1>{texts.ThreadTitle}</h1>
            <p class="message"{Html.If(fault is null, $" id=\"here\" tabindex=\"-1\"")}>{Html.If(isSent, $"{texts.ThreadSent} ")}{state}</p>
            {thread.Messages.Select(m => Message(texts, m))}
            <form method="post" action="{Action}#here" novalidate>
            <input type="hidden" name="id" value="{id}">
            <input type="hidden" name="message" value="{Guid.NewGuid()}">
            <div class="item">
            <label class="question" for="reply">{texts.ThreadReply}</label>
            {Html.If(fault is not null, $"<p class=\"error\" id=\"error\">{fault}</p>")}
            <p class="hint" id="hint">{string.Format(null, texts.TextLimit, texts.Number(ResponseRules.MaximumTextLength))} {texts.TextCareful} {texts.ThreadEmployees}</p>
            <textarea id="reply" name="text" rows="5" dir="auto" required aria-describedby="{Html.If(fault is not null, $"error ")}hint"{Html.If(fault is not null, $" aria-invalid=\"true\" autofocus")}>{text}</textarea>
            </div>
            <div class="actions"><button class="primary" name="go" value="send">{texts.ThreadSend}</button></div>
            </form>
            <form method="post" action="{Action}#here">
            <input type="hidden" name="id" value="{id}">
            <button class="quiet" name="go" value="erase">{texts.ThreadTakeBack}</button>
            </form>
            """));
    }

    /// <summary>The concern was taken back.</summary>
    public static PageAnswer Gone(PageLanguage language, string text) => new(200, language, language.Texts.Gone, Html.Of(
        $"""
        <h1 id="here" tabindex="-1">{language.Texts.Gone}</h1>
        <p>{text}</p>
        """));

    /// <summary>Relative, so that the page also works below another path.</summary>
    private static string Action => PageAnswer.ThreadPath[1..];

    private static Html Message(PageTexts texts, FlagMessage message)
    {
        var week = message.Week.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Html.Of(
            $"""
            <section class="item">
            <h2>{(message.From == FlagAuthor.Sender ? texts.ThreadYou : texts.ThreadChampion)}</h2>
            <p class="hint">{string.Format(null, texts.ThreadWeek, week)}</p>
            <p class="description" dir="auto">{message.Text}</p>
            </section>

            """);
    }
}
