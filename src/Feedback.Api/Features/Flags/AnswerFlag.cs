using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Flags;

/// <summary>Adds a champion's answer to a concern; its sender reads it at once. It is stored as it is written. Safe to retry with the same id.</summary>
public sealed class AnswerFlag : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/flags/{key}/answer", Handle)
        .WithName("AnswerFlag")
        .WithTags("Flags")
        .For(KeyScope.Champion)
        .AuditedWhere(_ => true)
        .Accepts<WrittenMessage>("application/json")
        .RequestExample("""{"text":"Thank you. We changed the rota from next week on."}""")
        .Produces<FlagView>(200)
        .Problems(400, 401, 403, 404, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, RaisedFlags flags, Seal seal, OrganisationClock clock)
    {
        var (message, problem) = await Body.Read(context, WrittenMessageValidator.Instance, limit: ResponseRules.MaximumBytes);
        if (problem is not null) return problem;
        await using var session = await database.Write(context.RequestAborted);
        if (await flags.Find(session, context.Caller(), key) is not { } flag) return Answering.Unknown;
        var step = new FlagStep { Response = flag.Row.Response, Author = FlagStep.Champion, MessageKey = message!.Id is { } own ? seal.Message(own) : null, Text = ResponseDraft.Storable(message.Text!) };
        var (isNew, refusal) = await FlagThreads.Add(session, step, clock);
        return refusal ?? await Answering.Commit(context, session, flags, flag, isNew);
    }
}
