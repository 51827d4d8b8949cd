using System.Threading.Channels;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Pages;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>
/// Takes what a survey's page sends: stores the answers as one response, or shows another screen or language with all answers kept. Customers are led on to a page of thanks (303); employees
/// get it at once, with the receipt. What is refused comes back as the same page with everything that was given.
/// </summary>
public sealed class AnswerSurvey : IEndpoint
{
    /// <summary>Fields of the form, beside <c>answers.CODE</c> for every item and <c>about.NAME</c> for every dimension.</summary>
    public sealed record Request
    {
        /// <summary>The id the answers are stored under: the receipt. Made when the page is shown; sent again, it stores nothing twice.</summary>
        public Guid? Id { get; init; }

        /// <summary>The id of stored answers that these replace.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The version that was shown.</summary>
        public int? Version { get; init; }

        /// <summary>The language of the questions.</summary>
        public string? Lang { get; init; }

        /// <summary><c>all</c> or <c>steps</c>.</summary>
        public string? View { get; init; }

        /// <summary>Which screen was shown, from 0.</summary>
        public int? Step { get; init; }

        /// <summary><c>send</c> (without it too), <c>next</c>, <c>back</c>, <c>keep</c> (what the Enter key does: it never sends), <c>lang:TAG</c>, <c>view:all</c> or <c>view:steps</c>.</summary>
        public string? Go { get; init; }

        /// <summary>The invitation code.</summary>
        public string? Code { get; init; }

        /// <summary>The day the invitation went out.</summary>
        public DateOnly? InvitedOn { get; init; }

        /// <summary><c>true</c> marks a test.</summary>
        public bool? Test { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(PageAnswer.Path + "/{key}", Handle)
        .WithName("AnswerSurvey")
        .WithTags("Pages")
        .ForEverybody()
        .Accepts<Request>("application/x-www-form-urlencoded")
        .Produces(303)
        .Pages(200, 400, 403, 404, 409, 413, 415, 429, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, CatalogueCache catalogue, Database database, ResponseIntake intake, Receipts receipts, RequestRates rates)
    {
        var (fields, problem) = await PageForm.Read(context);
        if (problem is not null) return problem;
        var (snapshot, survey) = await OpenPages.Find(key, catalogue, database, context.RequestAborted);
        if (survey is null) return OpenPages.NotOpened;
        var (input, fault) = PageInput.OfPage(fields, survey, snapshot.Units);
        var version = survey.Version(input.Version ?? survey.Current.Number)!;
        var language = PageLanguage.Of(context.Request, input.Go.StartsWith("lang:", StringComparison.Ordinal) && ResponseRules.IsLanguage(input.Go[5..]) ? input.Go[5..] : input.Language, SurveyLanguages.Of(version.Definition));
        if (survey.IsClosed) return Notes.Closed(context.Request, language, survey);
        if (fault is not null) return Notes.WrongLink(language, fault);
        var view = new PageView(survey, version, snapshot.Units, language, input, input.Id ?? ShowSurvey.NewId(survey))
        {
            Up = PageAnswer.Up(context.Request),
            AsksForCode = survey.Access == "code" && (input.AskedForCode || input.Code is null),
            // An answer given with a code stays: the code is used, and no other could take its place.
            Replaces = survey.Access == "code" || input.Replaces == input.Id ? null : input.Replaces,
        };
        view = view with { Step = Math.Min(input.Step, view.Sections - 1) };
        // Not before: what was given has to come back with the refusal.
        if (rates.OfPage(context, key) is { } tooFast) return Refusals.Of(context.Request, view, tooFast);
        return Turning.Turn(view) ?? await Send(context, view, snapshot, database, intake, receipts);
    }

    private static async Task<IResult> Send(HttpContext context, PageView view, CatalogueSnapshot snapshot, Database database, ResponseIntake intake, Receipts receipts)
    {
        if (Turning.Check(view, Enumerable.Range(0, view.Sections)) is { Count: > 0 } errors) return Refusals.Show(view, errors);
        IResult result;
        try
        {
            result = await Submit(context, view, snapshot, intake);
            // A dimension that has learned all the values it may costs nobody's answer: it is stored without.
            while (FullDimension(result) is { } full && view.Input.Dimensions.Remove(full)) result = await Submit(context, view, snapshot, intake);
            // What is replaced goes once the new answers are stored, and not before: sent again after a failure in between, they are known and it goes then.
            if (result is StoredResponse { IsErased: false } && view.Replaces is { } earlier) await receipts.Erase(earlier, survey => survey.Id == view.Survey.Id, context.RequestAborted);
        }
        catch (Exception e) when (database.IsTransient(e) || e is ChannelClosedException)
        {
            result = Problem.Unavailable(ProblemCodes.StoreUnavailable, "The store does not take work now.");
        }
        return result switch
        {
            StoredResponse { IsErased: true } => Notes.Erased(view),
            StoredResponse when view.Survey.Audience == Audience.Employee => Notes.Thanks(view, view.Id),
            StoredResponse => new SeeOther($"{view.Up}{view.Survey.Key}/thanks{(view.Language.Chosen is { } tag ? "?lang=" + tag : "")}"),
            var refused => Refusals.Of(context.Request, view, (Problem)refused),
        };
    }

    private static async Task<IResult> Submit(HttpContext context, PageView view, CatalogueSnapshot snapshot, ResponseIntake intake)
    {
        var json = GivenAnswers.ToJson(view.Version, view.Input, view.Id, view.Language.Chosen);
        return json.Length > ResponseRules.MaximumBytes ? Body.TooLarge(ResponseRules.MaximumBytes) : await intake.Submit(json, view.Survey.Key, Caller.OfPage(snapshot, view.Survey.Key) with { Place = Places.Of(context) }, context.RequestAborted);
    }

    private static string? FullDimension(IResult result) =>
        result is Problem { Errors: { } errors } ? errors.FirstOrDefault(e => e.Key.StartsWith(PageInput.About, StringComparison.Ordinal) && e.Value.Contains(AboutRules.FullMessage)).Key?[PageInput.About.Length..] : null;
}
