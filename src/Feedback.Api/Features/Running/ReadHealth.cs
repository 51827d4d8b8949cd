using System.Text.Json.Serialization;
using Feedback.Api.Http;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.Running;

/// <summary>Tells whether the process runs, and whether it can take requests.</summary>
public sealed class ReadHealth : IEndpoint
{
    /// <summary>How the service is.</summary>
    /// <param name="Status"><c>live</c> or <c>ready</c>.</param>
    /// <param name="Parts">Of readiness: each part, and <c>ok</c> or a word for what may soon matter: the disk <c>low</c>, the inbox <c>full</c>, the clock <c>behind</c> the store.</param>
    public sealed record Response(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Parts = null)
    {
        /// <summary>How the read replica is, where one is set. Without it the service is ready all the same.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ReplicaState? Replica { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Response("live")))
            .WithName("ReadLiveness")
            .WithSummary("Tells that the process runs.")
            .WithTags("Service")
            .ForEverybody()
            .Produces<Response>(200)
            .Problems(400);
        routes.MapGet("/health/ready", Handle)
            .WithName("ReadReadiness")
            .WithSummary("Tells whether the store can be read and written; 503 with the parts that are the reason in errors while not.")
            .WithTags("Service")
            .ForEverybody()
            .Produces<Response>(200)
            .Problems(400, 503);
    }

    private static async Task<IResult> Handle(Readiness readiness, ReadReplica replica)
    {
        var parts = await readiness.Look();
        var reasons = parts.Where(p => Readiness.Matters(p.Key, p.Value)).ToList();
        if (reasons.Count == 0) return TypedResults.Ok(new Response("ready", parts) { Replica = replica.State });
        return new Problem(503, ProblemCodes.StoreUnavailable, string.Join(' ', reasons.Select(r => Sentence(r.Key, r.Value))), reasons.ToDictionary(r => r.Key, r => new[] { r.Value })) { RetryAfter = 1 };
    }

    private static string Sentence(string part, string word) => (part, word) switch
    {
        ("writer", "stopped") => "The writer has stopped: responses cannot be stored.",
        ("writer", _) => "The writer has been at one group for half a minute and more.",
        ("disk", _) => "The disk of the store is full.",
        ("schema", _) => "The store lacks migrations of this version.",
        (_, "slow") => "The store did not answer in time.",
        (_, "unreadable") => "The store cannot be read.",
        (_, "full") => "The store cannot be written: it is full.",
        (_, "read_only") => "The store cannot be written: it is read-only.",
        (_, "locked") => "The store cannot be written: something else holds it.",
        _ => "The store cannot be written.",
    };
}
