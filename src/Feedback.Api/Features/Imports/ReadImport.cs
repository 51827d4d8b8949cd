using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Imports;

/// <summary>Shows how the responses of another product come in to a survey, where the organisation has said so.</summary>
public sealed class ReadImport : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys/{key}/imports/{format}", Handle)
        .WithName("ReadImport")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Produces<ImportView>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, string format, Database database)
    {
        if (ImportAddress.Find(context.Caller(), key, format, out var survey, out var found) is { } unknown) return unknown;
        await using var session = await database.Read(context.RequestAborted);
        return await StoredImport.Read(session, survey.Id, found.Name) is { } import ? TypedResults.Ok(ImportView.Of(key, found.Name, import)) : ImportAddress.UnknownImport;
    }
}
