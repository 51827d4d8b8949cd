using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Keys;

/// <summary>Revokes a key; the next request that carries it is refused.</summary>
public sealed class RevokeKey : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/keys/{id}", Handle)
        .WithName("RevokeKey")
        .WithTags("Keys")
        .For(KeyScope.Admin)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, CatalogueCache catalogue, TimeProvider time)
    {
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            var revoked = await session.Run(Queries.RevokeKey, new { Id = id, RevokedAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
            if (revoked == 0) return Problem.NotFound(ProblemCodes.UnknownKey, "There is no such key that lives.");
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.NoContent();
    }
}
