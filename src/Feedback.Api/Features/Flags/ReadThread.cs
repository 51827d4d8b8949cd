using Feedback.Api.Http;
using Feedback.Api.Http.Intake;

namespace Feedback.Api.Features.Flags;

/// <summary>Gives the sender of a concern what was said about it since. The id of the concern is the receipt; nothing else is asked for.</summary>
public sealed class ReadThread : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/feedback/{id:guid}/thread", Handle)
        .WithName("ReadThread")
        .DisableHttpMetrics()
        .WithTags("Flags")
        .For(Catalogue.KeyScope.Ingest)
        .Produces<ThreadView>(200)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Guid id, FlagThreads threads)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await threads.Read(id, context.Caller().MayTouch, context.RequestAborted) is { } thread ? TypedResults.Ok(ThreadView.Of(thread)) : FlagThreads.Unknown;
    }
}
