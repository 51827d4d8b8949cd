using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Units;

/// <summary>Replaces the organisation's tree of units. The whole tree is sent; a unit that is not in it is retired and keeps its answers.</summary>
public sealed class ReplaceUnits : IEndpoint
{
    public const int MaximumUnits = 20_000;
    private const int MaximumBytes = 16 << 20;

    /// <summary>Every unit of the organisation, in any order.</summary>
    public sealed record Request
    {
        public IReadOnlyList<UnitDefinition?>? Units { get; init; }
    }

    /// <summary>What the new tree changed.</summary>
    /// <param name="Added">Units that were not in the tree before, or had been retired.</param>
    /// <param name="Changed">Units with another name, parent or headcount.</param>
    /// <param name="Retired">Units that are not in the tree any more.</param>
    /// <param name="Unchanged">Units that are as they were.</param>
    public sealed record Response(int Added, int Changed, int Retired, int Unchanged);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/units", Handle)
        .WithName("ReplaceUnits")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"units":[{"code":"emea","name":"EMEA","headcount":12},{"code":"emea-sales","name":"Sales EMEA","parent":"emea","headcount":240}]}""")
        .ResponseExample(200, """{"added":1,"changed":1,"retired":0,"unchanged":12}""")
        .Produces<Response>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, TimeProvider time)
    {
        var (request, problem) = await Body.Read(context, ReplaceUnitsValidator.Instance, ProblemCodes.InvalidUnits, MaximumBytes);
        if (problem is not null) return problem;
        Response response;
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            response = await Replace(session, [.. request!.Units!.Select(u => u!.ToUnit())], time.GetUtcNow().ToUnixTimeMilliseconds());
            if (response is not { Added: 0, Changed: 0, Retired: 0 }) await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.Ok(response);
    }

    private static async Task<Response> Replace(Session session, IReadOnlyList<Unit> units, long now)
    {
        var stored = (await session.Rows<Unit>(Queries.ReadUnits)).ToDictionary(u => u.Code, StringComparer.Ordinal);
        var (added, changed, retired, unchanged) = (0, 0, 0, 0);
        foreach (var unit in units.Select(u => u with { ChangedAt = now }))
        {
            if (!stored.Remove(unit.Code, out var before))
            {
                await session.Run(Queries.InsertUnit, unit);
                added++;
            }
            else if (before with { ChangedAt = now } == unit)
            {
                unchanged++;
            }
            else
            {
                await session.Run(Queries.ChangeUnit, unit);
                if (before.IsRetired) added++;
                else changed++;
            }
        }
        foreach (var missing in stored.Values.Where(u => !u.IsRetired))
        {
            await session.Run(Queries.RetireUnit, new { missing.Code, ChangedAt = now });
            retired++;
        }
        return new Response(added, changed, retired, unchanged);
    }
}

/// <summary>A unit as it is sent.</summary>
public sealed record UnitDefinition
{
    /// <summary>Under which answers name it.</summary>
    public string? Code { get; init; }

    public string? Name { get; init; }

    /// <summary>The code of the unit above; none for the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The people directly in the unit; those below it are added.</summary>
    public int? Headcount { get; init; }

    public Unit ToUnit() => new() { Code = Code!, Name = Name!, Parent = Parent, Headcount = Headcount };
}
