using System.Diagnostics;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Http;

/// <summary>
/// A span for a request of whom it may be known when it came: readers' and admins', and customers' responses. Of employees' answers,
/// concerns and threads, of forms, pages and erasures there is none, because its exact time could be joined with an answer. A span has
/// the route's template and never the address, and nothing of the caller. The server's own span is not sent: it begins before any
/// of this is known.
/// </summary>
public sealed class TracedRequests(RequestDelegate next, CatalogueCache catalogue)
{
    private static readonly ActivitySource Source = new("Feedback.Http");

    /// <summary>They take answers of one survey, which the address names.</summary>
    private static readonly string[] OfOneSurvey = ["SubmitResponse", "SubmitBatch", "ImportResponses"];

    private static readonly string[] Never = ["EraseRespondent"];

    public Task Invoke(HttpContext context) =>
        Source.HasListeners() && context.GetEndpoint() is RouteEndpoint endpoint && IsTraced(context, endpoint.Metadata) ? Follow(context, endpoint) : next(context);

    private bool IsTraced(HttpContext context, EndpointMetadataCollection operation)
    {
        if (operation.GetMetadata<RequiredScope>() is not { Scopes: var scopes } || operation.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } name) return false;
        if (!scopes.Contains(KeyScope.Ingest)) return !scopes.Contains(KeyScope.Champion) && !Never.Contains(name);
        var survey = context.GetRouteValue("key") as string ?? context.Request.Query["survey"].ToString();
        return OfOneSurvey.Contains(name) && catalogue.Current.Survey(survey)?.Audience == Audience.Customer;
    }

    private async Task Follow(HttpContext context, RouteEndpoint endpoint)
    {
        // The server's own span, which is not sent, shall not be its parent; the caller's may.
        Activity.Current = null;
        ActivityContext.TryParse(context.Request.Headers.TraceParent, null, isRemote: true, out var caller);
        using var span = Source.StartActivity($"{context.Request.Method} {endpoint.RoutePattern.RawText}", ActivityKind.Server, caller);
        span?.SetTag("http.request.method", context.Request.Method);
        span?.SetTag("http.route", endpoint.RoutePattern.RawText);
        span?.SetTag("feedback.operation", endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);
        try
        {
            await next(context);
            span?.SetTag("http.response.status_code", context.Response.StatusCode);
            if (context.Response.StatusCode >= 500) span?.SetStatus(ActivityStatusCode.Error);
        }
        catch (Exception e)
        {
            span?.SetTag("error.type", e.GetType().FullName);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
