using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Sends messages again under their ids: those named, or those of a time that were given up, or delivered, or either. Responses that were erased meanwhile are not told of again.</summary>
public sealed class ReplayMessages : IEndpoint
{
    /// <summary>Which messages: by their ids, or by a time and a state.</summary>
    public sealed record Request
    {
        /// <summary>Ids of messages, at most 1,000.</summary>
        public IReadOnlyList<string>? Messages { get; init; }

        /// <summary>The first instant; messages are kept for 30 days.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>The first instant after; now without it.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary><c>failed</c> or <c>delivered</c>; either without it.</summary>
        public string? State { get; init; }
    }

    /// <param name="Replayed">How many are sent again.</param>
    public sealed record Response(int Replayed);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/webhooks/{id}/replay", Handle)
        .WithName("ReplayMessages")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"from":"2026-11-20T00:00:00Z","state":"failed"}""")
        .Produces<Response>(202)
        .Problems(400, 401, 403, 404, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, TimeProvider time)
    {
        if (context.Caller().Catalogue.Webhook(id) is null) return UnknownWebhook.Problem;
        var (request, problem) = await Body.Read(context, ReplayMessagesValidator.Instance);
        if (problem is not null) return problem;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var session = await database.Write(context.RequestAborted);
        var replayed = 0;
        foreach (var message in (request!.Messages ?? []).Distinct()) replayed += await session.Run(Queries.ReplayMessage, new { Webhook = id, MessageId = message, Now = now });
        if (request.From is { } from)
            replayed = await session.Run(Queries.ReplayMessages, new { Webhook = id, First = from.ToUnixTimeMilliseconds(), Past = request.To?.ToUnixTimeMilliseconds() ?? long.MaxValue, State = request.State ?? "", Now = now });
        await session.Commit();
        return TypedResults.Accepted($"/v1/webhooks/{id}/messages", new Response(replayed));
    }
}
