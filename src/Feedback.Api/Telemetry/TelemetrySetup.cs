using OpenTelemetry.Logs;

namespace Feedback.Api.Telemetry;

/// <summary>Puts together what is sent to a collector. Where none is named nothing of it is loaded.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetrySettings settings)
    {
        if (!settings.IsOn) return;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<StoreGauges>();
        builder.Services.AddSingleton<Exporting>();
        // First of all, and so the last to stop.
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Exporting>());
        if (settings.Logs) AddLogs(builder.Logging, settings);
    }

    private static void AddLogs(ILoggingBuilder logging, TelemetrySettings settings) => logging.AddOpenTelemetry(options =>
    {
        // Scopes have the path of the request.
        options.IncludeScopes = false;
        options.IncludeFormattedMessage = true;
        options.SetResourceBuilder(Target.Resource(settings));
        options.AddProcessor(new SafeLogs());
        options.AddOtlpExporter(exporter => Target.Aim(exporter, settings, "logs"));
    });
}
