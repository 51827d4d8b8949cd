using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>A collector of a test's own: takes OTLP over HTTP or gRPC and keeps every message as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    /// <summary>The services of OTLP over gRPC (opentelemetry-proto 1.x) and the signals they take.</summary>
    private static readonly (string Service, string Signal)[] Services = [("trace.v1.TraceService", "traces"), ("metrics.v1.MetricsService", "metrics"), ("logs.v1.LogsService", "logs")];

    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = new();
    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    /// <summary>Listens on a port of its own: for HTTP/1.1, or for gRPC, which is HTTP/2 from its first byte on.</summary>
    public static async Task<Collector> Start(bool isGrpc = false)
    {
        var collector = new Collector();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, port => port.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        collector._app = builder.Build();
        collector._app.MapPost("/v1/{signal}", collector.Take);
        foreach (var (service, signal) in Services)
            collector._app.MapPost($"/opentelemetry.proto.collector.{service}/Export", (HttpContext context) => collector.TakeFramed(signal, context));
        await collector._app.StartAsync();
        collector.Address = collector._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return collector;
    }

    /// <summary>Every message of a signal.</summary>
    public IEnumerable<OtlpMessage> Of(string signal) => _received.Where(r => r.Signal == signal).Select(r => new OtlpMessage(r.Body));

    /// <summary>Everything that came, one byte a sign, so that texts in it can be looked for.</summary>
    public string Everything => string.Concat(_received.Select(r => System.Text.Encoding.Latin1.GetString(r.Body)));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        _received.Enqueue((signal, await Read(request)));
        return TypedResults.Ok();
    }

    /// <summary>A call of one message each way: before it stand whether it is compressed (it is not) and its length in four bytes.</summary>
    private async Task TakeFramed(string signal, HttpContext context)
    {
        var body = await Read(context.Request);
        if (body[0] != 0 || BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)) != body.Length - 5) throw new InvalidDataException("It is no single message as it is.");
        _received.Enqueue((signal, body[5..]));
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task<byte[]> Read(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
