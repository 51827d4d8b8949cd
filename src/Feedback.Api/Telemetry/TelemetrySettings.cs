using System.Globalization;

namespace Feedback.Api.Telemetry;

/// <summary>The settings below <c>Feedback:Telemetry</c>: where traces, metrics and logs go over OTLP. Nowhere without an endpoint.</summary>
public sealed record TelemetrySettings
{
    public const string Grpc = "grpc", HttpProtobuf = "http/protobuf";

    /// <summary>The collector's address, without the path of a signal; the standard <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says it too.</summary>
    public string? Endpoint { get; init; }

    /// <summary><see cref="Grpc"/> (default) or <see cref="HttpProtobuf"/>; the standard <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> says it too.</summary>
    public string? Protocol { get; init; }

    /// <summary>What is sent along, <c>name=value,name=value</c>; the standard <c>OTEL_EXPORTER_OTLP_HEADERS</c> says it too. A secret.</summary>
    public string? Headers { get; init; }

    /// <summary>The name of this service there; the standard <c>OTEL_SERVICE_NAME</c> says it too.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The part of requests that are traced, 0 to 1.</summary>
    public double SampleRatio { get; init; } = 1;

    public bool Traces { get; init; } = true;
    public bool Metrics { get; init; } = true;
    public bool Logs { get; init; } = true;

    public bool IsOn => Endpoint is not null;

    public bool IsGrpc => Protocol == Grpc;

    /// <summary>With what the standard variables say of what is not set here.</summary>
    public TelemetrySettings With(IConfiguration standard) => string.Equals(standard["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase) ? this with { Endpoint = null } : this with
    {
        Endpoint = Text(Endpoint) ?? Text(standard["OTEL_EXPORTER_OTLP_ENDPOINT"]),
        Protocol = Text(Protocol) ?? Text(standard["OTEL_EXPORTER_OTLP_PROTOCOL"]) ?? Grpc,
        Headers = Text(Headers) ?? Text(standard["OTEL_EXPORTER_OTLP_HEADERS"]),
        ServiceName = Text(ServiceName) ?? Text(standard["OTEL_SERVICE_NAME"]) ?? "feedback",
    };

    /// <exception cref="InvalidSettingException">A setting is wrong.</exception>
    public void Check()
    {
        if (!IsOn) return;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new InvalidSettingException("Feedback:Telemetry:Endpoint", "is not an address such as http://localhost:4317");
        if (Protocol is not (Grpc or HttpProtobuf)) throw new InvalidSettingException("Feedback:Telemetry:Protocol", $"is neither {Grpc} nor {HttpProtobuf}");
        if (SampleRatio is not (>= 0 and <= 1)) throw new InvalidSettingException("Feedback:Telemetry:SampleRatio", string.Create(CultureInfo.InvariantCulture, $"is not from 0 to 1"));
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
