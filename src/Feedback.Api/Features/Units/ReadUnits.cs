using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Units;

/// <summary>Lists the units of the tree in the order of their codes; retired ones are not among them.</summary>
public sealed class ReadUnits : IEndpoint
{
    /// <summary>A unit as it stands.</summary>
    /// <param name="Code">Under which answers name it.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Parent">The code of the unit above; null at the top.</param>
    /// <param name="Headcount">The people directly in it; null where not known.</param>
    /// <param name="TotalHeadcount">The people in it and below it; null where a headcount is not known.</param>
    public sealed record UnitView(string Code, string Name, string? Parent, int? Headcount, long? TotalHeadcount);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units", Handle)
        .WithName("ReadUnits")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .List<UnitView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var tree = context.Caller().Catalogue.Units;
        var units = tree.All.Where(u => !u.IsRetired).OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
        return asked.Answer(units, u => u.Code, u => new UnitView(u.Code, u.Name, u.Parent, u.Headcount, tree.Headcount(u.Code)));
    }
}
