using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Webhooks;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Gives an address a new secret. The one so far signs beside it for 24 hours, so that the receiver can change without missing a message.</summary>
public sealed class RotateSecret : IEndpoint
{
    /// <summary>For so long both secrets sign.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <param name="Secret">What messages are signed with from now on, shown once.</param>
    /// <param name="EarlierSecretUntil">Until when the one before signs as well.</param>
    public sealed record Response(string Secret, DateTimeOffset EarlierSecretUntil);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/webhooks/{id}/secret", Handle)
        .WithName("RotateSecret")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Produces<Response>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, CatalogueCache catalogue, Seal seal, TimeProvider time)
    {
        var (secret, until) = (WebhookSecret.Make(), time.GetUtcNow() + Overlap);
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            var changed = await session.Run(Queries.ChangeWebhookSecret, new { Id = id, Secret = seal.Protect(WebhookSecret.UseOf(id), secret), Until = until.ToUnixTimeMilliseconds() });
            if (changed == 0) return UnknownWebhook.Problem;
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(secret, until));
    }
}
