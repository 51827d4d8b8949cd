using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Initiatives;

/// <summary>Lists the change programmes in the order of their keys.</summary>
public sealed class ReadInitiatives : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/initiatives", Handle)
        .WithName("ReadInitiatives")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .Query(Paging.Parameters)
        .Produces<Page<InitiativeView>>(200)
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var (paging, problem) = Paging.Read(context);
        if (problem is not null) return problem;
        return TypedResults.Ok(paging!.Cut(context.Caller().Catalogue.Initiatives, i => i.Key).Select(InitiativeView.Of));
    }
}
