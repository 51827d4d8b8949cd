using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Feedback.Api.Http;

/// <summary>Counts problems by their code and by the operation that answered them.</summary>
internal static class RefusalCounts
{
    private static readonly Meter Meter = new("Feedback.Http");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("feedback.refusals", "{refusal}", "Problems that were answered, and responses of batches that were refused, by code and operation");

    /// <summary>A request was answered with a problem.</summary>
    public static void Add(HttpContext context, Problem problem)
    {
        if (!Refused.Enabled) return;
        // Of a request that failed the context has forgotten it.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        Add(endpoint?.Metadata.GetMetadata<IDisableHttpMetricsMetadata>() is null ? endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "none" : "none", problem.Code);
    }

    /// <summary>A part of a request was refused.</summary>
    public static void Add(string operation, string code) => Refused.Add(1, new KeyValuePair<string, object?>("code", code), new KeyValuePair<string, object?>("operation", operation));
}
