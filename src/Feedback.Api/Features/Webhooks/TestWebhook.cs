using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Sends an address a message of the event <c>webhook.test</c>, by the way that every message goes. What came of it is in the list of messages.</summary>
public sealed class TestWebhook : IEndpoint
{
    /// <param name="Message">The id of the message, which its receiver sees as <c>webhook-id</c>.</param>
    public sealed record Response(string Message);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/webhooks/{id}/test", Handle)
        .WithName("TestWebhook")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Produces<Response>(202)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, TimeProvider time)
    {
        if (context.Caller().Catalogue.Webhook(id) is not { } webhook) return UnknownWebhook.Problem;
        var message = NewMessage.Of(id, WebhookEvents.Test, null, """{"text":"This is a test."}""", time.GetUtcNow());
        await using var session = await database.Write(context.RequestAborted);
        await session.RunRows(Queries.InsertMessage, [message]);
        await session.Commit();
        return TypedResults.Accepted($"/v1/webhooks/{webhook.Id}/messages", new Response(message.MessageId));
    }
}
