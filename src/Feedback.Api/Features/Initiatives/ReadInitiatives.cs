using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Initiatives;

/// <summary>Lists the change programmes in the order of their keys.</summary>
public sealed class ReadInitiatives : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/initiatives", Handle)
        .WithName("ReadInitiatives")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .List<InitiativeView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        return asked.Answer(context.Caller().Catalogue.Initiatives, i => i.Key, InitiativeView.Of);
    }
}
