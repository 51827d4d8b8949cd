using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api.Features.OData;

/// <summary>Answers the rows of an entity set of the OData feed, page by page by nextLink, or all of them as CSV or NDJSON; or one row by its key.</summary>
public sealed class ReadFeedSet : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{set}", Handle)
        .WithName("ReadFeedSet")
        .WithTags("OData")
        .For(KeyScope.Read)
        .AuditedWhere(FeedRequest.IsAudited)
        .Options(FeedQueryReader.Options)
        .Produces(200, typeof(string), "application/json", "text/csv", FeedFormat.Ndjson)
        .Produces(304)
        .Problems(400, 401, 403, 404, 406, 501, 503);

    private static Task<IResult> Handle(HttpContext context, string set, Feed feed, FeedReader reader) => FeedRequest.Read(context, feed, set) switch
    {
        (_, { } problem) => Task.FromResult<IResult>(problem),
        ({ } request, _) => reader.Answer(context, request),
        _ => throw new InvalidOperationException("A request is read, or it is refused."),
    };
}
