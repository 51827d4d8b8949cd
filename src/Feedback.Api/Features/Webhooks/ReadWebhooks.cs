using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Lists the addresses that are told of events, in the order in which they were made.</summary>
public sealed class ReadWebhooks : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/webhooks", Handle)
        .WithName("ReadWebhooks")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .List<WebhookView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context) =>
        ListRequest.Read(context, out var asked) is { } problem ? problem : asked.Answer(context.Caller().Catalogue.Webhooks, w => w.Id, WebhookView.Of);
}
