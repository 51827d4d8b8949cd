using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Lists the messages for an address, newest first: what waits, what was delivered, and what was given up and why. They are kept for 30 days.</summary>
public sealed class ReadMessages : IEndpoint
{
    /// <summary>In which a message may be.</summary>
    public static readonly IReadOnlyList<string> States = ["waiting", "delivered", "failed", "dropped"];

    /// <param name="Id">What its receiver sees as <c>webhook-id</c>.</param>
    /// <param name="Event">The event's name.</param>
    /// <param name="Survey">The survey it is about; null where it is about none.</param>
    /// <param name="CreatedAt">When it happened.</param>
    /// <param name="State"><c>waiting</c>, <c>delivered</c>, <c>failed</c> (given up after eleven attempts), <c>dropped</c> (the response was erased before anybody was told of it).</param>
    /// <param name="Attempts">How often it was sent.</param>
    /// <param name="DueAt">When it is tried next; null where it waits no more.</param>
    /// <param name="Answered">The last status code; null where there was no answer.</param>
    /// <param name="Fault">What went wrong last: <c>refused</c>, <c>redirected</c>, <c>timeout</c>, <c>unreachable</c> or <c>private_address</c>; null where nothing did.</param>
    /// <param name="SettledAt">When it was delivered, given up or dropped.</param>
    public sealed record Entry(string Id, string Event, string? Survey, DateTimeOffset CreatedAt, string State, int Attempts, DateTimeOffset? DueAt, int? Answered, string? Fault, DateTimeOffset? SettledAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/webhooks/{id}/messages", Handle)
        .WithName("ReadMessages")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .List<Entry>("state")
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var catalogue = context.Caller().Catalogue;
        if (catalogue.Webhook(id) is null) return UnknownWebhook.Problem;
        var state = context.Request.Query["state"].ToString();
        if (context.Request.Query.ContainsKey("state") && !States.Contains(state)) return Problem.Invalid(ProblemCodes.InvalidParameter, "state", $"It is one of {string.Join(", ", States)}.");
        var before = long.MaxValue;
        if (asked.Paging.After is { } place && !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out before)) return Problem.Invalid(ProblemCodes.InvalidParameter, "cursor", "It is the nextCursor of the page before.");
        await using var session = await database.Read(context.RequestAborted);
        var rows = await session.Rows<Row>(Queries.ReadMessages, new { Webhook = id, Seq = before, State = state, Count = asked.Paging.Limit + 1 });
        return asked.Answer(asked.Paging.Of(rows, r => r.Seq.ToString(CultureInfo.InvariantCulture)).Select(r => r.ToEntry(catalogue)));
    }

    private sealed class Row
    {
        public long Seq { get; init; }
        public string MessageId { get; init; } = "";
        public string Event { get; init; } = "";
        public int? Survey { get; init; }
        public long CreatedAt { get; init; }
        public string State { get; init; } = "";
        public int Attempts { get; init; }
        public long? DueAt { get; init; }
        public int? Answered { get; init; }
        public string? Fault { get; init; }
        public long? SettledAt { get; init; }

        public Entry ToEntry(CatalogueSnapshot catalogue) => new(
            MessageId, Event, Survey is { } survey ? catalogue.Survey(survey)?.Key : null, Instant(CreatedAt)!.Value, State, Attempts, Instant(DueAt), Answered, Fault, Instant(SettledAt));

        private static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }
}
