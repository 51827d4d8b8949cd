using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Has an address told nothing any more. What waits for it goes too.</summary>
public sealed class RemoveWebhook : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/webhooks/{id}", Handle)
        .WithName("RemoveWebhook")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, CatalogueCache catalogue)
    {
        if (context.Caller().Catalogue.Webhook(id) is null) return UnknownWebhook.Problem;
        await using (var session = await database.Write(context.RequestAborted))
        {
            // The writer sees the stamp, so that nothing comes in for it between the two.
            await session.Run(Queries.RaiseStamp);
            await session.Run(Queries.RemoveMessages, new { Webhook = id });
            await session.Run(Queries.RemoveWebhook, new { Id = id });
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.NoContent();
    }
}

/// <summary>404 about a webhook.</summary>
internal static class UnknownWebhook
{
    public static Problem Problem { get; } = Problem.NotFound(ProblemCodes.UnknownWebhook, "There is no such webhook.");
}
