using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Surveys;

/// <summary>Sets how many people were invited to a survey, by what they are asked about and the day; never who. What is not named stays, and 0 removes.</summary>
public sealed class SetInvitations : IEndpoint
{
    public const int MaximumEntries = 5_000, MaximumCount = 1_000_000;
    private const int MaximumBytes = 4 << 20, Attempts = 5;

    /// <summary>Counts of invitations, in any order.</summary>
    public sealed record Request
    {
        public IReadOnlyList<InvitationDefinition?>? Invitations { get; init; }
    }

    /// <param name="Set">How many counts stand as they were sent.</param>
    public sealed record Response(int Set);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/surveys/{key}/invitations", Handle)
        .WithName("SetInvitations")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"invitations":[{"about":{"unit":"emea-sales","channel":"mail"},"on":"2026-11-02","count":240}]}""")
        .ResponseExample(200, """{"set":1}""")
        .Produces<Response>(200)
        .Problems(400, 401, 403, 404, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, CatalogueCache catalogue, Cohorts cohorts, TimeProvider time)
    {
        var (request, problem) = await Body.Read(context, SetInvitationsValidator.Instance, ProblemCodes.InvalidInvitations, MaximumBytes);
        if (problem is not null) return problem;
        var snapshot = context.Caller().Catalogue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (snapshot.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
            if (InvitationRules.Check(request!.Invitations!, survey, snapshot.Units, cohorts, out var counts) is { } refusal) return refusal;
            if (await Store(database, cohorts, counts, snapshot.Stamp, time, context.RequestAborted)) return TypedResults.Ok(new Response(counts.Count));
            snapshot = await catalogue.Refresh(context.RequestAborted);
        }
        return Problem.Unavailable(ProblemCodes.Busy, "Surveys change too fast; try again.");
    }

    /// <summary>Stores the counts, unless the catalogue they were checked against has changed meanwhile.</summary>
    private static async Task<bool> Store(Database database, Cohorts cohorts, IReadOnlyCollection<(CohortKey Cohort, int Day, int N)> counts, long stamp, TimeProvider time, CancellationToken cancellation)
    {
        IReadOnlyList<(int Id, CohortKey Key)> known;
        await using (var session = await database.Write(cancellation))
        {
            if ((await session.Row<long?>(Queries.HoldStamp) ?? throw new TimeoutException("The catalogue was being changed for too long.")) != stamp) return false;
            known = await Invitations.Set(session, counts, time);
            await session.Commit();
        }
        foreach (var (id, key) in known) cohorts.Add(id, key);
        return true;
    }
}

/// <summary>A count of invitations as it is sent.</summary>
public sealed record InvitationDefinition
{
    /// <summary>What those invited are asked about: dimension to value, as in a response.</summary>
    public IReadOnlyDictionary<string, string?>? About { get; init; }

    /// <summary>The day of the invitation.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How many; 0 removes what stood here.</summary>
    public int? Count { get; init; }
}
