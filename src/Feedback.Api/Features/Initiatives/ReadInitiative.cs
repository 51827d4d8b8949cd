using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Initiatives;

/// <summary>Shows one change programme.</summary>
public sealed class ReadInitiative : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/initiatives/{key}", Handle)
        .WithName("ReadInitiative")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .Produces<InitiativeView>(200)
        .Problems(400, 401, 403, 404, 503);

    private static IResult Handle(HttpContext context, string key) => context.Caller().Catalogue.Initiative(key) is { } initiative
        ? TypedResults.Ok(InitiativeView.Of(initiative))
        : Problem.NotFound(ProblemCodes.UnknownInitiative, "There is no such change programme.");
}
