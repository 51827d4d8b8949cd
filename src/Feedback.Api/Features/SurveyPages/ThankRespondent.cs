using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Features.SurveyPages;

/// <summary>Thanks somebody who has answered on a survey's page. Holds nothing of the answers.</summary>
public sealed class ThankRespondent : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(PageAnswer.Path + "/{key}/thanks", Handle)
        .WithName("ThankRespondent")
        .WithTags("Pages")
        .ForEverybody()
        .ByPlace()
        .Links("lang")
        .Pages(200, 400, 404);

    private static async Task<IResult> Handle(HttpContext context, string key, CatalogueCache catalogue, Database database)
    {
        var (snapshot, survey) = await OpenPages.Find(key, catalogue, database, context.RequestAborted);
        if (survey is null) return OpenPages.NotOpened;
        var (input, fault) = PageInput.OfLink(context.Request.Query, survey.Current, snapshot.Units, takesCodes: false);
        var language = PageLanguage.Of(context.Request, input.Language, SurveyLanguages.Of(survey.Current.Definition));
        if (fault is not null) return Notes.WrongLink(language, fault);
        return Notes.Thanks(new PageView(survey, survey.Current, snapshot.Units, language, input, Guid.Empty) { Up = PageAnswer.Up(context.Request) }, null);
    }
}
