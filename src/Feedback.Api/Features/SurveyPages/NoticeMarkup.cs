using Feedback.Api.Http.Pages;
using Feedback.Indicators;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>What a person is told before answering: what is stored and what is not, and to employees from how many people on something is shown.</summary>
internal static class NoticeMarkup
{
    public static Html Of(PageView view) => view.Survey.Audience == Audience.Employee ? OfEmployees(view) : Html.Of($"<p class=\"notice\">{view.Say(view.Texts.NoticeCustomers)}</p>");

    private static Html OfEmployees(PageView view)
    {
        var texts = view.Texts;
        return Html.Of(
            $"""
            <details class="notice" open>
            <summary>{view.Say(texts.NoticeTitle)}</summary>
            <dl>
            <dt>{view.Say(texts.Stored)}</dt><dd>{Stored(view)}</dd>
            <dt>{view.Say(texts.NotStored)}</dt><dd>{view.Say(texts.NotStoredList)}</dd>
            <dt>{view.Say(texts.Shown)}</dt><dd>{view.Say(texts.ShownList, view.Survey.MinimumGroup!)}</dd>
            </dl>
            {Html.If(view.Survey.Access == "open", $"<p>{view.Say(texts.Open)}</p>")}
            <p>{view.Say(texts.Operator)} {view.Say(texts.TakeBackPromise)}</p>
            </details>
            """);
    }

    private static Html Stored(PageView view)
    {
        var (texts, input) = (view.Texts, view.Input);
        string?[] all =
        [
            texts.StoredAnswers,
            texts.StoredDay,
            view.Language.Chosen is null ? null : texts.StoredLanguage,
            input.InvitedOn is null ? null : texts.StoredDelay,
            view.Survey.Access == "code" ? texts.StoredCode : null,
        ];
        var stored = view.Say(string.Join(" · ", all.Where(t => t is not null)));
        return input.Dimensions.Count == 0 ? stored : Html.Of($"{stored} · {view.Say(texts.StoredAttributes, Attributes(view))}");
    }

    /// <summary>What the link says: units by their names, other dimensions as they stand.</summary>
    private static string Attributes(PageView view) =>
        string.Join(", ", view.Input.Dimensions.Select(d => $"{d.Key}: {(d.Key == Ingest.ResponseRules.Unit ? view.Units.Find(d.Value)?.Name ?? d.Value : d.Value)}"));
}
