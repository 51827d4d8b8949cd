using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;

namespace Feedback.Api.Features.Responses;

/// <summary>Erases a response by its id, which is the receipt: answers, texts and counts are gone. Doing so twice changes nothing. 202: the answers are gone, and counted for in figures of employees that were released before and stay as they are.</summary>
public sealed class EraseResponse : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/responses/{id:guid}", Handle)
        .WithName("EraseResponse")
        .DisableHttpMetrics()
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .AuditedForAdmins(isNamed: false)
        .Produces(202)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Guid id, Receipts receipts)
    {
        var caller = context.Caller();
        return await receipts.Erase(id, survey => caller.MayTouch(survey.Audience), context.RequestAborted) switch
        {
            TakenBack.Unknown => Problem.NotFound(ProblemCodes.UnknownResponse, "There is no such response."),
            TakenBack.Forbidden => Caller.WrongAudience,
            TakenBack.GoneAfterRelease => TypedResults.StatusCode(StatusCodes.Status202Accepted),
            _ => TypedResults.NoContent(),
        };
    }
}
