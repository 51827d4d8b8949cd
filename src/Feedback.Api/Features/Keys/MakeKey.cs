using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Keys;

/// <summary>Makes a key. Its plain text is in this answer and nowhere else.</summary>
public sealed class MakeKey : IEndpoint
{
    /// <summary>What a key is to be good for.</summary>
    public sealed record Request
    {
        /// <summary>What it is for, so that people know what they revoke.</summary>
        public string? Name { get; init; }

        /// <summary>What it may do.</summary>
        public KeyScope? Scope { get; init; }

        /// <summary>The only audience it may touch; both without it.</summary>
        public Audience? Audience { get; init; }

        /// <summary>The only origins a browser may use it from, such as <c>https://www.example.org</c>; all without them.</summary>
        public IReadOnlyList<string>? Origins { get; init; }

        /// <summary>Champions: the units whose flags it sees, with all below them; all without them.</summary>
        public IReadOnlyList<string>? Units { get; init; }

        /// <summary>Requests a second that it may make, from each of its origins, and thirty times as many at once after a quiet time; what the settings say without it.</summary>
        public int? RateLimit { get; init; }

        /// <summary>From when on it is refused; never without it.</summary>
        public DateTimeOffset? ExpiresAt { get; init; }
    }

    /// <summary>A new key.</summary>
    /// <param name="Id">Under which it is revoked.</param>
    /// <param name="Key">The key itself, shown once.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="Scope">What it may do.</param>
    /// <param name="Audience">The only audience it may touch; null for both.</param>
    /// <param name="Origins">The only origins a browser may use it from; empty for all.</param>
    /// <param name="ExpiresAt">From when on it is refused; null for never.</param>
    /// <param name="CreatedAt">When it was made.</param>
    /// <param name="Units">Champions: the units whose flags it sees, with all below them; empty for all, and for keys of another scope.</param>
    /// <param name="RateLimit">Requests a second that it may make, from each of its origins; null for what the settings say: those of keys that list origins, and any number of others.</param>
    public sealed record Response(
        string Id, string Key, string Name, KeyScope Scope, Audience? Audience, IReadOnlyList<string> Origins, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt, IReadOnlyList<string> Units, int? RateLimit);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/keys", Handle)
        .WithName("MakeKey")
        .WithTags("Keys")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"name":"website","scope":"ingest","audience":"customer","origins":["https://www.example.org"],"expiresAt":"2027-12-31T00:00:00Z"}""")
        .Produces<Response>(201)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, TimeProvider time)
    {
        var (request, problem) = await Body.Read(context, MakeKeyValidator.Instance);
        if (problem is not null) return problem;
        var now = time.GetUtcNow();
        if (request!.ExpiresAt <= now) return Problem.Invalid(ProblemCodes.InvalidRequest, "expiresAt", "It lies ahead.");
        var units = (request.Units ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (units.FindIndex(u => context.Caller().Catalogue.Units.Find(u) is null) is >= 0 and var at) return Problem.Invalid(ProblemCodes.UnknownUnit, $"units[{at}]", "There is no such unit.");
        var (key, made) = NewKey.Make(request.Name!, request.Scope!.Value, request.Audience, [.. (request.Origins ?? []).Select(Origin.Canonical).Distinct()!], request.ExpiresAt, now, units, request.RateLimit);
        await using (var session = await database.Write(context.RequestAborted))
        {
            await NewKey.Insert(session, made);
            context.HasMade(made.Id);
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/v1/keys/{made.Id}", new Response(made.Id, key, made.Name, made.Scope, made.Audience, made.Origins, made.ExpiresAt, made.CreatedAt, made.Units, made.RateLimit));
    }
}
