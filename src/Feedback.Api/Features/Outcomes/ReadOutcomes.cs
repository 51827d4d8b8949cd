using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Outcomes;

/// <summary>Lists the names of the company's own numbers.</summary>
public sealed class ReadOutcomes : IEndpoint
{
    /// <summary>An outcome in a list.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Grid"><c>month</c>, <c>quarter</c> or <c>year</c>.</param>
    /// <param name="Count">How many values there are.</param>
    public sealed record OutcomeSummary(string Name, string Grid, int Count);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/outcomes", Handle)
        .WithName("ReadOutcomes")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .Query(Paging.Parameters)
        .Produces<Page<OutcomeSummary>>(200)
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var (paging, problem) = Paging.Read(context);
        if (problem is not null) return problem;
        return TypedResults.Ok(paging!.Cut(context.Caller().Catalogue.Outcomes, o => o.Name).Select(o => new OutcomeSummary(o.Name, o.Grid, o.Values.Count)));
    }
}
