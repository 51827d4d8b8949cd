using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Feedback.Api.Telemetry;

/// <summary>Which metrics leave, with which labels and in which classes. No label has a value that a caller can make up.</summary>
internal static class MetricShapes
{
    private const string Hosting = "Microsoft.AspNetCore.Hosting", Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    public static readonly string[] Meters = ["Feedback.*", "System.Runtime", Hosting, Kestrel];

    /// <summary>Of the server's own; the others name addresses, protocols or ports.</summary>
    public static readonly string[] Served = ["http.server.request.duration", "kestrel.active_connections", "kestrel.queued_connections", "kestrel.rejected_connections"];

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800];
    private static readonly double[] Sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 4_000];

    public static MetricStreamConfiguration? Of(Instrument instrument) => instrument.Meter.Name switch
    {
        Hosting or Kestrel when !Served.Contains(instrument.Name) => MetricStreamConfiguration.Drop,
        Hosting => new ExplicitBucketHistogramConfiguration { Boundaries = Seconds, TagKeys = ["http.request.method", "http.route", "http.response.status_code"] },
        Kestrel => new MetricStreamConfiguration { TagKeys = [] },
        _ when IsHistogram(instrument) => new ExplicitBucketHistogramConfiguration { Boundaries = instrument.Unit == "s" ? Seconds : Sizes },
        _ => null,
    };

    private static bool IsHistogram(Instrument instrument) => instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Histogram<>);
}
