using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Feedback.Api.Telemetry;

/// <summary>
/// Sends metrics and traces to a collector, behind everybody's back: what it does not take in time is dropped from a bounded queue, and
/// nothing waits for it. It leaves out whatever could tell when somebody answered (docs/telemetry.md).
/// </summary>
internal sealed class Exporting(TelemetrySettings settings, StoreGauges gauges) : IHostedService, IDisposable
{
    /// <summary>Counts are sent so seldom, because who sees a count of answers rise by one knows when somebody answered.</summary>
    public const int ShortestInterval = 60_000;

    private const int LastMoment = 2_000;

    private TracerProvider? _tracer;
    private MeterProvider? _meter;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Metrics) _meter = BuildMeter();
        if (settings.Traces) _tracer = BuildTracer();
        gauges.Start();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left, for a moment; a collector that is gone holds up no stop.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _meter?.Shutdown(LastMoment), CancellationToken.None), Task.Run(() => _tracer?.Shutdown(LastMoment), CancellationToken.None));

    /// <summary>Sends what there is now.</summary>
    internal void Flush()
    {
        _meter?.ForceFlush(5_000);
        _tracer?.ForceFlush(5_000);
    }

    public void Dispose()
    {
        _meter?.Dispose();
        _tracer?.Dispose();
    }

    private MeterProvider BuildMeter() => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Target.Resource(settings))
        .AddMeter(MetricShapes.Meters)
        .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
        .AddView(MetricShapes.Of)
        .AddOtlpExporter((options, reader) =>
        {
            Target.Aim(options, settings, "metrics");
            var periodic = reader.PeriodicExportingMetricReaderOptions;
            periodic.ExportIntervalMilliseconds = Math.Max(ShortestInterval, periodic.ExportIntervalMilliseconds ?? ShortestInterval);
        })
        .Build();

    private TracerProvider BuildTracer()
    {
        // A caller's wish to be sampled is not followed: whoever sends requests does not say what is kept of them.
        var sampler = new TraceIdRatioBasedSampler(settings.SampleRatio);
        return Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Target.Resource(settings))
            .AddSource("Feedback.*")
            .SetSampler(new ParentBasedSampler(sampler, remoteParentSampled: sampler, remoteParentNotSampled: sampler))
            .AddOtlpExporter(options => Target.Aim(options, settings, "traces"))
            .Build();
    }
}
