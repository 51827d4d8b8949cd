using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>A message as it arrived.</summary>
internal sealed record Received(string Id, long Timestamp, string Signature, string Body, IHeaderDictionary Headers)
{
    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public JsonNode Data => Json["data"]!;

    /// <summary>As a receiver checks it, by the words of the Standard Webhooks specification.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Contains("v1," + expected);
    }
}

/// <summary>Another system on a port of its own that is told of events, and answers as a test wants it to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private WebApplication _app = null!;

    private ConcurrentQueue<int> _answers = new([200]);

    /// <summary>The status of the next answers; the last stays.</summary>
    public void Answer(params int[] statuses) => _answers = new(statuses);

    /// <summary>Sent with every answer that is none of 2xx.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Where a 302 points.</summary>
    public string? Location { get; set; }

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Received> All => [.. _received];

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        receiver._app = builder.Build();
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        receiver.Address = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return receiver;
    }

    /// <summary>Waits until so many messages came that a test looks for.</summary>
    public async Task<IReadOnlyList<Received>> Wait(Func<Received, bool> wanted, int count = 1)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var found = _received.Where(wanted).ToList();
            if (found.Count >= count) return found;
            await Task.Delay(50);
        }
        throw new AssertionException($"Of {count} messages {_received.Count(wanted)} came in 20 seconds, of {_received.Count} in all.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        _received.Enqueue(new(headers["webhook-id"]!, long.Parse(headers["webhook-timestamp"]!, CultureInfo.InvariantCulture), headers["webhook-signature"]!, await reader.ReadToEndAsync(), new HeaderDictionary(headers.ToDictionary())));
        var status = _answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.TryPeek(out var last) ? last : 200;
        context.Response.StatusCode = status;
        if (status >= 300 && RetryAfter is not null) context.Response.Headers.RetryAfter = RetryAfter;
        if (status is >= 300 and < 400 && Location is not null) context.Response.Headers.Location = Location;
    }
}
