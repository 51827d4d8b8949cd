using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Keys;

/// <summary>Gives a key another plain text, which is in this answer and nowhere else. Id, name and scope stay. The text so far is good too for a while, so that nobody who uses it is turned away meanwhile; one before that ends at once.</summary>
public sealed class RotateKey : IEndpoint
{
    /// <summary>How long both are good.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1), LongestOverlap = TimeSpan.FromDays(7);

    /// <param name="Overlap">For so many seconds the text so far is good too, 0 to 604,800 (a week); a day without it.</param>
    public sealed record Request(int? Overlap);

    /// <summary>A key with another plain text.</summary>
    /// <param name="Id">As it was.</param>
    /// <param name="Key">The key itself, shown once.</param>
    /// <param name="EarlierKeyUntil">From when on the text before is refused.</param>
    public sealed record Response(string Id, string Key, DateTimeOffset EarlierKeyUntil);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/keys/{id}/rotate", Handle)
        .WithName("RotateKey")
        .WithTags("Keys")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"overlap":3600}""")
        .Produces<Response>(200)
        .Problems(400, 401, 403, 404, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string id, Database database, CatalogueCache catalogue, TimeProvider time)
    {
        var (request, problem) = await Body.Read<Request>(context);
        if (problem is not null) return problem;
        var overlap = request!.Overlap ?? (int)Overlap.TotalSeconds;
        if (overlap < 0 || overlap > LongestOverlap.TotalSeconds) return Problem.Invalid(ProblemCodes.InvalidRequest, "overlap", "It is a whole number of seconds from 0 to 604800.");
        if (context.Caller().Catalogue.Keys.FirstOrDefault(k => k.Id == id) is not { } known) return Unknown;
        var (key, now) = (NewKey.Secret(known.Scope), time.GetUtcNow());
        var until = now.AddSeconds(overlap);
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            var rotated = await session.Run(Queries.RotateKey, new { Id = id, Hash = Convert.ToHexStringLower(NewKey.HashOf(key)), EarlierUntil = until.ToUnixTimeMilliseconds(), Now = now.ToUnixTimeMilliseconds() });
            if (rotated == 0) return Unknown;
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(id, key, until));
    }

    private static Problem Unknown { get; } = Problem.NotFound(ProblemCodes.UnknownKey, "There is no such key that lives.");
}
