using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Initiatives;

/// <summary>Removes a change programme. The answers of the units it touched stay as they are.</summary>
public sealed class RemoveInitiative : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/initiatives/{key}", Handle)
        .WithName("RemoveInitiative")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, CatalogueCache catalogue)
    {
        await using (var session = await database.Write(context.RequestAborted))
        {
            if (!await Catalogue.Initiatives.Remove(session, key)) return Problem.NotFound(ProblemCodes.UnknownInitiative, "There is no such change programme.");
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.NoContent();
    }
}
