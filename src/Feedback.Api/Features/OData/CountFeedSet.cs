using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.OData;

/// <summary>Counts the rows of an entity set of the OData feed that match a filter; the answer is the number as plain text.</summary>
public sealed class CountFeedSet : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{set}/$count", Handle)
        .WithName("CountFeedSet")
        .WithTags("OData")
        .For(KeyScope.Read)
        .FromReplica()
        .AuditedWhere(FeedRequest.IsAudited)
        .Options("$filter")
        .Produces(200, typeof(string), "text/plain")
        .Produces(304)
        .FeedProblems(400, 401, 403, 404, 501, 503);

    private static Task<IResult> Handle(HttpContext context, string set, Feed feed, FeedReader reader) => FeedRequest.ReadCount(context, feed, set) switch
    {
        (_, { } problem) => Task.FromResult<IResult>(problem),
        ({ } request, _) => reader.Count(context, request),
        _ => throw new InvalidOperationException("A request is read, or it is refused."),
    };
}
