using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Surveys;

/// <summary>Lists the published surveys in the order of their keys.</summary>
public sealed class ReadSurveys : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys", Handle)
        .WithName("ReadSurveys")
        .WithTags("Surveys")
        .For(KeyScope.Read)
        .Query(Paging.Parameters)
        .Produces<Page<SurveySummary>>(200)
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var caller = context.Caller();
        var (paging, problem) = Paging.Read(context);
        if (problem is not null) return problem;
        var surveys = caller.Catalogue.Surveys.Where(s => caller.MayTouch(s.Audience)).ToList();
        return TypedResults.Ok(paging!.Cut(surveys, s => s.Key).Select(s =>
            new SurveySummary(s.Key, s.Current.Number, s.IsClosed ? "closed" : "open", s.Audience, s.Current.Definition.Title)));
    }
}
