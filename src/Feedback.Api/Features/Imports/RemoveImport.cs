using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Imports;

/// <summary>Removes the map and the secret of a format: columns are found by the survey's codes and aliases again, and messages need no signature. Responses stay.</summary>
public sealed class RemoveImport : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/surveys/{key}/imports/{format}", Handle)
        .WithName("RemoveImport")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, string format, Database database)
    {
        if (ImportAddress.Find(context.Caller(), key, format, out var survey, out var found) is { } unknown) return unknown;
        await using var session = await database.Write(context.RequestAborted);
        if (!await StoredImport.Remove(session, survey.Id, found.Name)) return ImportAddress.UnknownImport;
        await session.Commit();
        return TypedResults.NoContent();
    }
}
