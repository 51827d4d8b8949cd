using System.Threading.Channels;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Features.Flags;

/// <summary>The page of whoever raised a concern: asks for the receipt, shows what was said since, takes what is written on, and takes the concern back. The receipt is sent in forms alone, never in an address.</summary>
public sealed class ShowThread : IEndpoint
{
    /// <summary>Fields of the form.</summary>
    public sealed record Request
    {
        /// <summary>The receipt: the id of the concern.</summary>
        public Guid? Id { get; init; }

        /// <summary>What is written on; without it the thread is shown.</summary>
        public string? Text { get; init; }

        /// <summary>The id of what is written on. Made when the page is shown; sent again, it stores nothing twice.</summary>
        public Guid? Message { get; init; }

        /// <summary><c>show</c> (without it too), <c>send</c>, or <c>erase</c>.</summary>
        public string? Go { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PageAnswer.ThreadPath, (HttpContext context) => ThreadMarkup.Ask(PageLanguage.Of(context.Request), 200, null, null))
            .WithName("AskForThread")
            .DisableHttpMetrics()
            .WithTags("Pages")
            .ForEverybody()
            .ByPlace()
            .Pages(200, 400);
        routes.MapPost(PageAnswer.ThreadPath, Handle)
            .WithName("ShowThread")
            .DisableHttpMetrics()
            .WithTags("Pages")
            .ForEverybody()
            .ByPlace()
            .Accepts<Request>("application/x-www-form-urlencoded")
            .Pages(200, 400, 403, 404, 409, 413, 415, 503);
    }

    private static async Task<IResult> Handle(HttpContext context, Database database, FlagThreads threads, Receipts receipts)
    {
        var (fields, problem) = await PageForm.Read(context);
        if (problem is not null) return problem;
        var language = PageLanguage.Of(context.Request);
        var receipt = Field(fields, "id");
        if (!Guid.TryParse(receipt, out var id)) return ThreadMarkup.Ask(language, 400, receipt, language.Texts.NotAReceipt);
        try
        {
            return Field(fields, "go") switch
            {
                "erase" => await Erase(context, language, id, receipts),
                "send" => await Send(context, language, id, fields, threads),
                _ => await threads.Read(id, _ => true, context.RequestAborted) is { } thread ? ThreadMarkup.Show(language, 200, id, thread) : Unknown(language, receipt),
            };
        }
        catch (Exception e) when (database.IsTransient(e) || e is ChannelClosedException)
        {
            return Problem.Unavailable(ProblemCodes.StoreUnavailable, "The store does not take work now.");
        }
    }

    private static async Task<IResult> Send(HttpContext context, PageLanguage language, Guid id, Dictionary<string, StringValues> fields, FlagThreads threads)
    {
        var text = Field(fields, "text").ReplaceLineEndings("\n");
        var message = Guid.TryParse(Field(fields, "message"), out var own) ? own : (Guid?)null;
        var fault = string.IsNullOrWhiteSpace(text) ? language.Texts.ThreadMissing
            : text.Length > ResponseRules.MaximumTextLength ? string.Format(null, language.Texts.TextTooLong, language.Texts.Number(text.Length), language.Texts.Number(ResponseRules.MaximumTextLength))
            : null;
        if (fault is null)
        {
            var (thread, _, refusal) = await threads.Reply(id, message, text, _ => true, context.RequestAborted);
            if (thread is not null) return ThreadMarkup.Show(language, 200, id, thread, isSent: true);
            if (refusal!.Status == 404) return Unknown(language, id.ToString());
            fault = refusal.Code == ProblemCodes.ThreadFull ? language.Texts.ThreadFull : language.Texts.Refused;
        }
        return await threads.Read(id, _ => true, context.RequestAborted) is { } shown ? ThreadMarkup.Show(language, 400, id, shown, fault, text) : Unknown(language, id.ToString());
    }

    private static async Task<IResult> Erase(HttpContext context, PageLanguage language, Guid id, Receipts receipts) =>
        await receipts.Erase(id, survey => survey.IsBuiltIn, context.RequestAborted) switch
        {
            TakenBack.Gone => ThreadMarkup.Gone(language, language.Texts.GoneText),
            TakenBack.GoneAfterRelease => ThreadMarkup.Gone(language, language.Texts.GoneAfterRelease),
            _ => Unknown(language, id.ToString()),
        };

    private static PageAnswer Unknown(PageLanguage language, string receipt) => ThreadMarkup.Ask(language, 404, receipt, language.Texts.ThreadReceiptUnknown);

    private static string Field(Dictionary<string, StringValues> fields, string name) => fields.TryGetValue(name, out var values) ? (values[^1] ?? "").Trim() : "";
}
