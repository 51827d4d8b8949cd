using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Flags;

/// <summary>Adds to a concern what its sender has to say; a closed one is open again by it. Answers after the commit; safe to retry with the same id.</summary>
public sealed class ReplyToThread : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/feedback/{id:guid}/thread", Handle)
        .WithName("ReplyToThread")
        .DisableHttpMetrics()
        .WithTags("Flags")
        .For(Catalogue.KeyScope.Ingest)
        .Accepts<WrittenMessage>("application/json")
        .RequestExample("""{"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec49","text":"It happened again on Friday."}""")
        .Produces<ThreadView>(201)
        .Produces<ThreadView>(200)
        .Problems(400, 401, 403, 404, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Guid id, FlagThreads threads, ResponseIntake intake)
    {
        var (message, problem) = await Body.Read(context, WrittenMessageValidator.Instance, limit: ResponseRules.MaximumBytes);
        if (problem is not null) return problem;
        // The gate lets a sender's key in by what this process knows; a thread is not checked again by the writer.
        if (await intake.Renew(context.Caller(), context.RequestAborted) is not { } caller) return KeyGate.NoKey;
        var (thread, isNew, refusal) = await threads.Reply(id, message!.Id, message.Text!, caller.MayTouch, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (refusal is not null) return refusal;
        return TypedResults.Json(ThreadView.Of(thread!), statusCode: isNew ? 201 : 200);
    }
}
