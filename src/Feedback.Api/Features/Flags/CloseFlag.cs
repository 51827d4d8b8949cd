using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Flags;

/// <summary>Closes a concern: nothing more is to be done about it. Its sender can still write, and opens it again by that. Doing so twice changes nothing.</summary>
public sealed class CloseFlag : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/flags/{key}/close", Handle)
        .WithName("CloseFlag")
        .WithTags("Flags")
        .For(KeyScope.Champion)
        .AuditedWhere(_ => true)
        .Produces<FlagView>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, RaisedFlags flags, OrganisationClock clock)
    {
        await using var session = await database.Write(context.RequestAborted);
        if (await flags.Find(session, context.Caller(), key) is not { } flag) return Answering.Unknown;
        if (flag.State != FlagState.Closed && (await FlagThreads.Add(session, new FlagStep { Response = flag.Row.Response, Author = FlagStep.Champion }, clock)).Problem is { } gone) return gone;
        return await Answering.Commit(context, session, flags, flag);
    }
}
