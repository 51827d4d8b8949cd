using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Pages;
using Feedback.Indicators;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Shows a survey as a page that anybody may answer, with or without script. Only where the definition in force says "page": true. Dimensions stand in the address as about.NAME.</summary>
public sealed class ShowSurvey : IEndpoint
{
    private const string Route = PageAnswer.Path + "/{key}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Handle)
            .WithName("ShowSurvey")
            .WithTags("Pages")
            .ForEverybody()
            .ByPlace()
            .Links([.. PageInput.OfLinks, PageInput.About + Ingest.ResponseRules.Unit])
            .Pages(200, 400, 404, 409);
        // Programs that check links, in mail above all, ask for the head alone.
        routes.MapMethods(Route, [HttpMethods.Head], Handle).ForEverybody().ByPlace().Links().ExcludeFromDescription();
        routes.MapGet($"{PageAnswer.Path}/{PageAnswer.Files}/{{name}}", PageFiles.Answer).ForEverybody().ExcludeFromDescription();
    }

    /// <summary>An id for answers to come: the receipt. That of an employee holds no time.</summary>
    internal static Guid NewId(Survey survey) => survey.Audience == Audience.Employee ? Guid.NewGuid() : Guid.CreateVersion7();

    private static async Task<IResult> Handle(HttpContext context, string key, CatalogueCache catalogue, Database database)
    {
        var (snapshot, survey) = await OpenPages.Find(key, catalogue, database, context.RequestAborted);
        if (survey is null) return OpenPages.NotOpened;
        var (input, fault) = PageInput.OfLink(context.Request.Query, survey.Current, snapshot.Units, survey.Access == "code");
        var language = PageLanguage.Of(context.Request, input.Language, SurveyLanguages.Of(survey.Current.Definition));
        if (survey.IsClosed) return Notes.Closed(context.Request, language, survey);
        if (fault is not null) return Notes.WrongLink(language, fault);
        var view = new PageView(survey, survey.Current, snapshot.Units, language, input, NewId(survey))
        {
            Up = PageAnswer.Up(context.Request),
            AsksForCode = survey.Access == "code" && input.Code is null,
        };
        return new PageAnswer(200, language, view.Title, SurveyMarkup.Of(view));
    }
}
