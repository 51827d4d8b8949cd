using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>A collector of a test's own: takes OTLP over HTTP and keeps every message as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = new();
    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    public static async Task<Collector> Start()
    {
        var collector = new Collector();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        collector._app = builder.Build();
        collector._app.MapPost("/v1/{signal}", collector.Take);
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
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _received.Enqueue((signal, body.ToArray()));
        return TypedResults.Ok();
    }
}
