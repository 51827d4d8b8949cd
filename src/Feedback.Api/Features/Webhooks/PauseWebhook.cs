using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Pauses an address, for which messages then wait, or goes on with it, also after it answered 410. Doing so twice changes nothing.</summary>
public sealed class PauseWebhook : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "pause", "PauseWebhook", Webhook.ByHand);
        Map(routes, "resume", "ResumeWebhook", null);
    }

    private static void Map(IEndpointRouteBuilder routes, string verb, string name, string? paused) => routes
        .MapPost($"/webhooks/{{id}}/{verb}", (HttpContext context, string id, Database database, CatalogueCache catalogue) => Handle(context, id, paused, database, catalogue))
        .WithName(name)
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Produces<WebhookView>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, string? paused, Database database, CatalogueCache catalogue)
    {
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            if (await session.Run(Queries.PauseWebhook, new { Id = id, Paused = paused }) == 0) return UnknownWebhook.Problem;
            await session.Commit();
        }
        return (await catalogue.Refresh(CancellationToken.None)).Webhook(id) is { } webhook ? TypedResults.Ok(WebhookView.Of(webhook)) : UnknownWebhook.Problem;
    }
}
