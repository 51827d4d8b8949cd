using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api.Features.OData;

/// <summary>Answers the model of the OData feed as EDMX 4.0: the columns of every set with their types, their keys, and what may be asked.</summary>
public sealed class ReadFeedModel : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/$metadata", Handle)
        .WithName("ReadFeedModel")
        .WithTags("OData")
        .For(KeyScope.Read)
        .Options("$format")
        .Produces(200, typeof(string), "application/xml")
        .Produces(304)
        .FeedProblems(400, 401, 403, 406, 501, 503);

    private static IResult Handle(HttpContext context, Feed feed)
    {
        if ((FeedHeaders.Check(context.Request) ?? FeedQueryReader.CheckNames(context.Request.Query, ["$format"])) is { } problem) return problem;
        var isXml = context.Request.Query.TryGetValue("$format", out var format) ? format == "xml" || format == "application/xml" : FeedFormat.Takes(context.Request, "xml");
        return isXml ? FeedHeaders.Document(context, feed.Metadata, "application/xml") : FeedQueryReader.NotAcceptable("The model is application/xml.");
    }
}
