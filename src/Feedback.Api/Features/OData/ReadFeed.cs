using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api.Features.OData;

/// <summary>Lists the entity sets of the OData feed: its service document, where tools for business intelligence begin.</summary>
public sealed class ReadFeed : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("", Handle)
        .WithName("ReadFeed")
        .WithTags("OData")
        .For(KeyScope.Read)
        .Options("$format")
        .Produces(200, typeof(string), "application/json")
        .Problems(400, 401, 403, 406, 501);

    private static IResult Handle(HttpContext context, Feed feed)
    {
        if ((FeedHeaders.CheckVersion(context.Request) ?? FeedQueryReader.CheckNames(context.Request.Query, ["$format"])) is { } problem) return problem;
        if (FeedFormat.AskedFor(context.Request) is not { Form: FeedForm.Json } format) return FeedQueryReader.NotAcceptable("It is application/json.");
        return TypedResults.Bytes(feed.ServiceDocument(new Uri(FeedAddress.Root(context.Request)), format), format.ContentType);
    }
}
