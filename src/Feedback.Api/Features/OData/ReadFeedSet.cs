using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;
using Feedback.Api.Replica;

namespace Feedback.Api.Features.OData;

/// <summary>Answers the rows of an entity set of the OData feed, page by page by nextLink, or all of them as CSV or NDJSON; or one row by its key.</summary>
public sealed class ReadFeedSet : IEndpoint
{
    /// <summary>A page of rows.</summary>
    /// <param name="Context">The address of the model's part that describes the rows.</param>
    /// <param name="Count">How many rows match, where <c>$count=true</c> asked for it.</param>
    /// <param name="Value">The rows: every column that was selected, null where it has no value. Which columns a set has, and of which types, says <c>$metadata</c>.</param>
    /// <param name="NextLink">The address of the next page; left out on the last.</param>
    public sealed record Response(
        [property: JsonPropertyName("@odata.context")] string Context,
        [property: JsonPropertyName("@odata.count"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Count,
        [property: JsonPropertyName("value")] IReadOnlyList<IReadOnlyDictionary<string, object?>> Value,
        [property: JsonPropertyName("@odata.nextLink"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextLink);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{set}", Handle)
        .WithName("ReadFeedSet")
        .WithTags("OData")
        .For(KeyScope.Read)
        .FromReplica()
        .AuditedWhere(FeedRequest.IsAudited)
        .Options(FeedQueryReader.Options)
        .Produces<Response>(200, "application/json", "text/csv", FeedFormat.Ndjson)
        .Produces(304)
        .FeedProblems(400, 401, 403, 404, 406, 501, 503);

    private static Task<IResult> Handle(HttpContext context, string set, Feed feed, FeedReader reader) => FeedRequest.Read(context, feed, set) switch
    {
        (_, { } problem) => Task.FromResult<IResult>(problem),
        ({ } request, _) => reader.Answer(context, request),
        _ => throw new InvalidOperationException("A request is read, or it is refused."),
    };
}
