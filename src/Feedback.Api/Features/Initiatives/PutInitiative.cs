using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Initiatives;

/// <summary>Records a change programme, or puts what is sent in the place of the one with its key.</summary>
public sealed class PutInitiative : IEndpoint
{
    public const int MaximumUnits = 5_000, MaximumWayPoints = 500;

    /// <summary>A change programme as it is sent.</summary>
    public sealed record Request
    {
        public string? Title { get; init; }

        /// <summary>The day it begins: figures before it are compared with figures after it.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Codes of the units it touches. A unit stands for those below it too.</summary>
        public IReadOnlyList<string?>? Units { get; init; }

        /// <summary>What happens in it on which days.</summary>
        public IReadOnlyList<WayPointDefinition?>? WayPoints { get; init; }

        /// <summary>What is kept: units and way points in order.</summary>
        internal Initiative ToInitiative(string key) => new()
        {
            Key = key,
            Title = Title!,
            From = From!.Value,
            Units = [.. Units!.Select(u => u!).Order(StringComparer.Ordinal)],
            WayPoints = [.. (WayPoints ?? []).Select(w => new WayPoint(w!.On!.Value, w.Text!)).OrderBy(w => w.On)],
        };
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/initiatives/{key}", Handle)
        .WithName("PutInitiative")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"title":"Service training","from":"2026-06-01","units":["emea-sales"],"wayPoints":[{"on":"2026-09-15","text":"Half of the staff trained"}]}""")
        .ResponseExample(201, """{"key":"training","title":"Service training","from":"2026-06-01","units":["emea-sales"],"wayPoints":[{"on":"2026-09-15","text":"Half of the staff trained"}]}""")
        .Produces<InitiativeView>(201)
        .Produces<InitiativeView>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, CatalogueCache catalogue)
    {
        if (!Names.IsName(key)) return Problem.Invalid(ProblemCodes.InvalidInitiative, "key", Names.NameMessage);
        var (request, problem) = await Body.Read(context, PutInitiativeValidator.Instance, ProblemCodes.InvalidInitiative);
        if (problem is not null) return problem;
        if (UnknownUnits(request!.Units!, context.Caller().Catalogue.Units) is { } refusal) return refusal;
        var initiative = request.ToInitiative(key);
        Initiative? before;
        await using (var session = await database.Write(context.RequestAborted))
        {
            before = await Catalogue.Initiatives.Put(session, initiative);
            if (!initiative.Equals(before)) await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        var view = InitiativeView.Of(initiative);
        return before is null ? TypedResults.Created($"/v1/initiatives/{key}", view) : TypedResults.Ok(view);
    }

    private static Problem? UnknownUnits(IReadOnlyList<string?> units, UnitTree tree)
    {
        var findings = new Findings(ProblemCodes.InvalidInitiative);
        for (var i = 0; i < units.Count; i++)
        {
            if (!tree.IsLive(units[i]!)) findings.Add($"units[{i}]", "There is no such unit.", ProblemCodes.UnknownUnit);
        }
        return findings.ToProblem();
    }
}

/// <summary>A way point as it is sent.</summary>
public sealed record WayPointDefinition
{
    public DateOnly? On { get; init; }

    /// <summary>What happens on the day.</summary>
    public string? Text { get; init; }
}
