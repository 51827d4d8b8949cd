using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Responses;

/// <summary>Erases a response by its id, which is the receipt: answers, texts and counts are gone. Doing so twice changes nothing. 202: the answers are gone, and counted for in figures of employees that were released before and stay as they are.</summary>
public sealed class EraseResponse : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/responses/{id:guid}", Handle)
        .WithName("EraseResponse")
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .Produces(202)
        .Produces(204)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Guid id, Database database, CatalogueCache catalogue, Seal seal)
    {
        var caller = context.Caller();
        // Looking takes no lock: anybody may ask with a key that stands in a page.
        await using (var looking = await database.Read(context.RequestAborted))
        {
            if (await Find(looking, id, seal) is not { } found) return Problem.NotFound(ProblemCodes.UnknownResponse, "There is no such response.");
            if (found.Erased != 0) return TypedResults.NoContent();
        }
        var snapshot = await catalogue.Refresh(context.RequestAborted);
        await using var session = await database.Write(context.RequestAborted);
        var row = await Find(session, id, seal);
        if (row is not { Erased: 0 }) return TypedResults.NoContent();
        if (!caller.MayTouch(snapshot.Survey(row.Survey!.Value)!.Audience)) return Caller.WrongAudience;
        if (await Erasure.Erase(session, row, snapshot)) await session.Commit();
        // What was released is not worked out again: the difference would show the person.
        return IsReleased(snapshot.Survey(row.Survey!.Value)!, row.Period!.Value) ? TypedResults.StatusCode(StatusCodes.Status202Accepted) : TypedResults.NoContent();
    }

    /// <summary>Whether the period's figures are out, or those of the period in which its answers count.</summary>
    private static bool IsReleased(Survey survey, int number) => survey.Periods.GetValueOrDefault(number) is { } period
        && (period.IsReleased || period.MergedInto is { } into && survey.Periods.GetValueOrDefault(into)?.IsReleased == true);

    /// <summary>The response under the id as it was sent, or as an employee's is stored.</summary>
    private static async Task<StoredRow?> Find(Session session, Guid id, Seal seal) =>
        await session.Row<StoredRow>(Queries.ReadResponse, new { Id = session.Database.IdValue(id) })
        ?? await session.Row<StoredRow>(Queries.ReadResponse, new { Id = session.Database.IdValue(seal.EmployeeId(id)) });
}
