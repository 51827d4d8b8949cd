using Feedback.Api.Features.Responses;
using Feedback.Api.Http;

namespace Feedback.Api;

/// <summary>Every operation of the service, in the order a feedback travels.</summary>
public static class Endpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        var v1 = routes.MapGroup("/v1");

        // An answer comes in.
        v1.Map<SubmitResponse>();
    }
}
