using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Texts;

namespace Feedback.Api.Features.Topics;

/// <summary>Puts the topics that every organisation starts with in the place of its own.</summary>
public sealed class RestoreTopics : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/topics", Handle)
        .WithName("RestoreTopics")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Produces<ListChange>(200)
        .Problems(400, 401, 403, 503);

    private static Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, Rereading rereading, TimeProvider time) =>
        ReplaceTopics.Replace(context, WordLists.BuiltInTopics, database, catalogue, rereading, time);
}
