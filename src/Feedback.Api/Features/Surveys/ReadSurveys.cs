using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Surveys;

/// <summary>Lists the published surveys in the order of their keys.</summary>
public sealed class ReadSurveys : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys", Handle)
        .WithName("ReadSurveys")
        .WithTags("Surveys")
        .For(KeyScope.Read)
        .List<SurveySummary>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var caller = context.Caller();
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var surveys = caller.Catalogue.Surveys.Where(s => caller.MayTouch(s.Audience)).ToList();
        return asked.Answer(surveys, s => s.Key, s => new SurveySummary(s.Key, s.Current.Number, s.IsClosed ? "closed" : "open", s.Audience, s.Current.Definition.Title));
    }
}
