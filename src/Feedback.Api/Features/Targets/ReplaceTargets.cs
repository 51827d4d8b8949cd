using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Targets;

/// <summary>Replaces the organisation's targets. The whole list is sent; a target that is not in it is removed.</summary>
public sealed class ReplaceTargets : IEndpoint
{
    public const int MaximumTargets = 5_000;
    private const int MaximumBytes = 4 << 20;

    /// <summary>Every target of the organisation, in any order.</summary>
    public sealed record Request
    {
        public IReadOnlyList<TargetDefinition?>? Targets { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/targets", Handle)
        .WithName("ReplaceTargets")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"targets":[{"indicator":"trust","audience":"customer","unit":"emea","direction":"atLeast","value":75,"until":"2027-03-31"}]}""")
        .ResponseExample(200, """{"added":1,"changed":0,"removed":0,"unchanged":0}""")
        .Produces<ListChange>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue)
    {
        var (request, problem) = await Body.Read(context, ReplaceTargetsValidator.Instance, ProblemCodes.InvalidTargets, MaximumBytes);
        if (problem is not null) return problem;
        if (TargetRules.Check([.. request!.Targets!.Select(t => t!)], context.Caller().Catalogue, out var targets) is { } refusal) return refusal;
        ListChange change;
        await using (var session = await database.Write(context.RequestAborted))
        {
            change = await Catalogue.Targets.Replace(session, targets);
            if (!change.ChangesNothing()) await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        return TypedResults.Ok(change);
    }
}

/// <summary>A target as it is sent.</summary>
public sealed record TargetDefinition
{
    /// <summary>The indicator's slug.</summary>
    public string? Indicator { get; init; }

    /// <summary>What the indicator is worked out on, where it takes that: a scale, a measure, or item:CODE. The indicator's default where it has one.</summary>
    public string? Measure { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>The unit's code; none for the whole organisation. Units above and below do not inherit it.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the figure shall be the value or more (atLeast, which it is if not given) or the value or less (atMost).</summary>
    public Direction? Direction { get; init; }

    /// <summary>On the indicator's scale.</summary>
    public double? Value { get; init; }

    /// <summary>The day by which it shall be reached.</summary>
    public DateOnly? Until { get; init; }
}
