using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Takes answers to a survey back with their receipt, by its page: asks for the receipt, and erases. Also when the survey is closed.</summary>
public sealed class TakeBack : IEndpoint
{
    private const string Route = PageAnswer.Path + "/{key}/erase", Example = "01a1fd9a-24a0-43bc-be56-9c8e32b9ec48";

    /// <summary>Fields of the form.</summary>
    public sealed record Request
    {
        /// <summary>The receipt.</summary>
        public Guid? Id { get; init; }

        /// <summary>The language of the page.</summary>
        public string? Lang { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, (HttpContext context, string key, CatalogueCache catalogue, Database database) => Ask(context, key, catalogue, database))
            .WithName("AskForReceipt")
            .WithTags("Pages")
            .ForEverybody()
            .ByPlace()
            .Links("lang")
            .Pages(200, 400, 404);
        routes.MapPost(Route, (HttpContext context, string key, CatalogueCache catalogue, Database database, Receipts receipts) => Erase(context, key, catalogue, database, receipts))
            .WithName("TakeBack")
            .WithTags("Pages")
            .ForEverybody()
            .ByPlace()
            .Accepts<Request>("application/x-www-form-urlencoded")
            .Pages(200, 400, 403, 404, 413, 415, 503);
    }

    private static async Task<IResult> Ask(HttpContext context, string key, CatalogueCache catalogue, Database database)
    {
        var (_, survey) = await OpenPages.Find(key, catalogue, database, context.RequestAborted);
        if (survey is null) return OpenPages.NotOpened;
        var (language, fault) = LanguageOf(context, context.Request.Query, survey);
        return fault is null ? Page(context.Request, survey, language, 200, null, null) : Notes.WrongLink(language, fault);
    }

    private static async Task<IResult> Erase(HttpContext context, string key, CatalogueCache catalogue, Database database, Receipts receipts)
    {
        var (fields, problem) = await PageForm.Read(context);
        if (problem is not null) return problem;
        var (_, survey) = await OpenPages.Find(key, catalogue, database, context.RequestAborted);
        if (survey is null) return OpenPages.NotOpened;
        var receipt = fields.Remove("id", out var values) ? values.ToString().Trim() : "";
        var (language, fault) = LanguageOf(context, fields, survey);
        if (fault is not null) return Notes.WrongLink(language, fault);
        var texts = language.Texts;
        if (!Guid.TryParse(receipt, out var id)) return Page(context.Request, survey, language, 400, receipt, texts.NotAReceipt);
        return await receipts.Erase(id, s => s.Id == survey.Id, context.RequestAborted) switch
        {
            TakenBack.Gone => Gone(survey, language, texts.GoneText),
            TakenBack.GoneAfterRelease => Gone(survey, language, texts.GoneAfterRelease),
            _ => Page(context.Request, survey, language, 404, receipt, texts.ReceiptUnknown),
        };
    }

    private static (PageLanguage Language, LinkFault? Fault) LanguageOf(HttpContext context, IEnumerable<KeyValuePair<string, StringValues>> fields, Survey survey)
    {
        var others = fields.Where(f => f.Key != "lang").Select(f => LinkFault.Unknown(f.Key));
        string[] asked = [.. fields.Where(f => f.Key == "lang").SelectMany(f => f.Value).Select(v => v ?? "")];
        var isLanguage = asked.All(ResponseRules.IsLanguage);
        var language = PageLanguage.Of(context.Request, isLanguage ? asked.FirstOrDefault() : null, SurveyLanguages.Of(survey.Current.Definition));
        return (language, others.FirstOrDefault() ?? (isLanguage ? null : new LinkFault("lang", t => t.NotALanguage)));
    }

    private static PageAnswer Gone(Survey survey, PageLanguage language, string text) => new(200, language, language.Texts.Gone, Html.Of(
        $"""
        <div class="thanks" data-done="{survey.Key}">
        <h1 id="here" tabindex="-1">{Notes.Say(language, language.Texts.Gone)}</h1>
        <p>{Notes.Say(language, text)}</p>
        </div>
        """));

    private static PageAnswer Page(HttpRequest request, Survey survey, PageLanguage language, int status, string? receipt, string? error)
    {
        var texts = language.Texts;
        var title = error is null ? texts.TakeBackTitle : $"{texts.ErrorMark}: {texts.TakeBackTitle}";
        return new PageAnswer(status, language, title, Html.Of(
            $"""
            <form method="post" action="{PageAnswer.Up(request)}{survey.Key}/erase#here" novalidate>
            <h1>{Notes.Say(language, texts.TakeBackTitle)}</h1>
            <p>{Notes.Say(language, texts.TakeBackText)}</p>
            {Html.If(language.Chosen is not null, $"<input type=\"hidden\" name=\"lang\" value=\"{language.Chosen}\">")}
            <div class="item">
            <label class="question" for="here">{Notes.Say(language, texts.ReceiptLabel)}</label>
            {Html.If(error is not null, $"<p class=\"error\" id=\"error\">{Notes.Say(language, error!)}</p>")}
            <p class="hint" id="hint">{Notes.Say(language, string.Format(null, texts.ReceiptForm, Example))}</p>
            <input class="code" type="text" id="here" name="id" value="{receipt}" dir="ltr" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" required aria-describedby="{Html.If(error is not null, $"error ")}hint"{Html.If(error is not null, $" aria-invalid=\"true\" autofocus")}>
            </div>
            <div class="actions"><button class="primary">{Notes.Say(language, texts.TakeBack)}</button></div>
            </form>
            """));
    }
}
