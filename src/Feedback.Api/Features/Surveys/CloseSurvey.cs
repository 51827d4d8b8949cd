using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Surveys;

/// <summary>Closes a survey, which then refuses responses, or reopens it. Doing so twice changes nothing.</summary>
public sealed class CloseSurvey : IEndpoint
{
    /// <summary>The state afterwards.</summary>
    public sealed record Response(string Key, string State);

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "close", "CloseSurvey", isClosed: true);
        Map(routes, "reopen", "ReopenSurvey", isClosed: false);
    }

    private static void Map(IEndpointRouteBuilder routes, string verb, string name, bool isClosed) => routes
        .MapPost($"/surveys/{{key}}/{verb}", (HttpContext context, string key, Database database, CatalogueCache catalogue) => Handle(context, key, isClosed, database, catalogue))
        .WithName(name)
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Produces<Response>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, bool isClosed, Database database, CatalogueCache catalogue)
    {
        if (context.Caller().Catalogue.Survey(key) is not { IsBuiltIn: false }) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            await session.Run(Queries.ChangeSurveyState, new { SurveyKey = key, Closed = isClosed ? 1 : 0 });
            await session.Commit();
        }
        await catalogue.Refresh(context.RequestAborted);
        return TypedResults.Ok(new Response(key, isClosed ? "closed" : "open"));
    }
}
