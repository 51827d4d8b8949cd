using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

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
        .List<OutcomeSummary>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        return asked.Answer(context.Caller().Catalogue.Outcomes, o => o.Name, o => new OutcomeSummary(o.Name, o.Grid, o.Values.Count));
    }
}
