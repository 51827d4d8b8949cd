using System.Reflection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;

namespace Feedback.Api.Telemetry;

/// <summary>Where everything goes, and under which name.</summary>
internal static class Target
{
    private static readonly string Instance = Guid.NewGuid().ToString("N");

    /// <summary>Aims an exporter of a signal; over HTTP each has a path of its own.</summary>
    public static void Aim(OtlpExporterOptions options, TelemetrySettings settings, string signal)
    {
        options.Protocol = settings.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(settings.IsGrpc ? settings.Endpoint! : $"{settings.Endpoint!.TrimEnd('/')}/v1/{signal}");
        if (settings.Headers is { } headers) options.Headers = headers;
        options.TimeoutMilliseconds = 5_000;
    }

    /// <summary>This process; the instance is drawn by lot, because names of hosts belong to nobody else.</summary>
    public static ResourceBuilder Resource(TelemetrySettings settings) => ResourceBuilder.CreateDefault()
        .AddService(settings.ServiceName!, serviceVersion: typeof(Target).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0], serviceInstanceId: Instance);
}
