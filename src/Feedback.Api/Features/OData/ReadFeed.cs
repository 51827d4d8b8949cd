using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api.Features.OData;

/// <summary>Lists the entity sets of the OData feed: its service document, where tools for business intelligence begin.</summary>
public sealed class ReadFeed : IEndpoint
{
    /// <summary>The service document.</summary>
    /// <param name="Context">The address of the model.</param>
    /// <param name="Value">The sets.</param>
    public sealed record Response([property: JsonPropertyName("@odata.context")] string Context, [property: JsonPropertyName("value")] IReadOnlyList<EntitySet> Value);

    /// <summary>A set.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind"><c>EntitySet</c>.</param>
    /// <param name="Url">Its address, relative to the context.</param>
    public sealed record EntitySet(string Name, string Kind, string Url);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("", Handle)
        .WithName("ReadFeed")
        .WithTags("OData")
        .For(KeyScope.Read)
        .Options("$format")
        .Produces<Response>(200)
        .Produces(304)
        .FeedProblems(400, 401, 403, 406, 501, 503);

    private static IResult Handle(HttpContext context, Feed feed)
    {
        if ((FeedHeaders.Check(context.Request) ?? FeedQueryReader.CheckNames(context.Request.Query, ["$format"])) is { } problem) return problem;
        if (FeedFormat.AskedFor(context.Request) is not { Form: FeedForm.Json } format) return FeedQueryReader.NotAcceptable("It is application/json.");
        return FeedHeaders.Document(context, feed.ServiceDocument(new Uri(FeedAddress.Root(context.Request)), format), format.ContentType);
    }
}
