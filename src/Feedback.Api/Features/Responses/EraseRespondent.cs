using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Responses;

/// <summary>Erases every response of one customer, found by the reference that was sent with them.</summary>
public sealed class EraseRespondent : IEndpoint
{
    /// <param name="Erased">How many responses were erased now.</param>
    public sealed record Response(int Erased);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/respondents/{**reference}", Handle)
        .WithName("EraseRespondent")
        .WithTags("Ingest")
        .For(KeyScope.Admin)
        .Produces<Response>(200)
        .Problems(400, 401, 403, 503);

    private static async Task<IResult> Handle(HttpContext context, string reference, Database database, CatalogueCache catalogue, Seal seal)
    {
        // A slash in the reference arrives encoded; the server leaves it so.
        var respondent = seal.Respondent(reference.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        var snapshot = await catalogue.Refresh(context.RequestAborted);
        var erased = 0;
        await using var session = await database.Write(context.RequestAborted);
        foreach (var row in await session.Rows<StoredRow>(Queries.ReadRespondentResponses, new { Respondent = respondent }))
        {
            if (await Erasure.Erase(session, row, snapshot)) erased++;
        }
        await session.Commit();
        return TypedResults.Ok(new Response(erased));
    }
}
