using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Ingest;

namespace Feedback.Api.Tests.Faults;

/// <summary>A process that is asked to end answers what it can, stores what it acknowledged, and ends within a limit whoever holds on to it.</summary>
[Category("Faults"), Platform(Exclude = "Win", Reason = "Signals of POSIX.")]
public sealed class StoppingInOrder
{
    private const string Responses = "/v1/surveys/airport/responses";

    private ServiceProcess _process = null!;

    [SetUp]
    public async Task Start()
    {
        if (!Tried.IsAtLength && TestContext.CurrentContext.Test.MethodName == nameof(Senders_and_readers_that_hold_on_are_let_go_of_in_time)) Assert.Ignore("It waits for a quarter of a minute: make faults.");
        _process = new ServiceProcess();
        await _process.Start();
        await _process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
    }

    [TearDown]
    public async Task Stop() => await (_process?.DisposeAsync() ?? default);

    [Test]
    public async Task What_is_acknowledged_while_it_ends_is_stored_and_nothing_else_is_acknowledged()
    {
        var (acknowledged, unknown, rounds) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), Tried.Times(1, 20));
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0) await _process.Start();
            var senders = Enumerable.Range(0, 48).Select(_ => Send(acknowledged, unknown)).Concat(Enumerable.Range(0, 4).Select(_ => SendBatches(acknowledged, unknown))).ToList();
            while (acknowledged.Count < (round + 1) * 100) await Task.Delay(5);
            await Task.Delay(40 * round);
            Assert.That(await _process.Terminate(), Is.Zero);
            await Task.WhenAll(senders);
        }
        await _process.Start();
        Assert.That(acknowledged, Is.Not.Empty);
        foreach (var lines in acknowledged.Chunk(5_000))
        {
            var again = await Batch(lines).Body();
            Assert.That((int)again["alreadyStored"]!, Is.EqualTo(lines.Length), "Every acknowledged response is there.");
        }
        Assert.That(_process.Number("select count(*) from response"), Is.InRange(acknowledged.Count, acknowledged.Count + unknown.Count));
        await _process.Check();
        Tried.Line("SIGTERM under load (48 senders, 4 of batches)", $"{rounds}", $"exit code 0, {acknowledged.Count} acknowledged, all stored, store clean");
    }

    [Test]
    public async Task Senders_and_readers_that_hold_on_are_let_go_of_in_time()
    {
        // A body that never comes, a batch that goes on and on, and connections without a request.
        using var half = await Open($"POST {Responses} HTTP/1.1\r\nHost: x\r\nX-Api-Key: {TestService.AdminKey}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"answers\":");
        using var idle = await Open("");
        var lines = new ConcurrentBag<string>();
        using var end = new CancellationTokenSource();
        var batch = _process.Admin.PostAsync(Responses + "/batch", new Dripping(lines, end.Token));
        while (lines.IsEmpty) await Task.Delay(20);
        var acknowledged = Some.Response();
        await _process.Admin.Post(Responses, acknowledged).Body(201);
        var asked = Stopwatch.GetTimestamp();
        Assert.That(await _process.Terminate(), Is.Zero);
        var took = Stopwatch.GetElapsedTime(asked);
        Assert.That(took, Is.LessThan(Stopping.Limit));
        await end.CancelAsync();
        try
        {
            Assert.That((int)(await batch).StatusCode, Is.EqualTo(503), "Never 200 for what was not read to its end.");
        }
        catch (HttpRequestException)
        {
            // It was cut while it still sent; that is no acknowledgement either.
        }
        await _process.Start();
        Assert.That((string?)(await _process.Admin.Post(Responses, acknowledged).Body())["status"], Is.EqualTo("already_stored"));
        await _process.Check();
        Tried.Line("SIGTERM while a body is half sent, a batch drips and a connection idles", "1", $"exit code 0 after {took.TotalSeconds:0} s, no acknowledgement of what was not stored");
    }

    private async Task Send(ConcurrentBag<string> acknowledged, ConcurrentBag<string> unknown)
    {
        await Task.Yield();
        while (true)
        {
            var response = Some.Response();
            try
            {
                var answer = await _process.Admin.Post(Responses, response);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) unknown.Add(response.ToJsonString());
                else if (answer.StatusCode == HttpStatusCode.Created) acknowledged.Add(response.ToJsonString());
                else Assert.Fail($"{(int)answer.StatusCode}");
            }
            catch (HttpRequestException)
            {
                unknown.Add(response.ToJsonString());
                return;
            }
        }
    }

    private async Task SendBatches(ConcurrentBag<string> acknowledged, ConcurrentBag<string> unknown)
    {
        await Task.Yield();
        while (true)
        {
            var lines = Enumerable.Range(0, 300).Select(_ => Some.Response().ToJsonString()).ToArray();
            try
            {
                var answer = await Batch(lines);
                var isStored = answer.StatusCode == HttpStatusCode.OK && (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["stored"]! == lines.Length;
                Assert.That(isStored || answer.StatusCode == HttpStatusCode.ServiceUnavailable, Is.True, $"{(int)answer.StatusCode}");
                foreach (var line in lines) (isStored ? acknowledged : unknown).Add(line);
            }
            catch (HttpRequestException)
            {
                foreach (var line in lines) unknown.Add(line);
                return;
            }
        }
    }

    private Task<HttpResponseMessage> Batch(string[] lines) => _process.Admin.PostAsync(Responses + "/batch", Wire.Text(string.Join('\n', lines), "application/x-ndjson"));

    private async Task<TcpClient> Open(string sent)
    {
        var client = new TcpClient();
        await client.ConnectAsync(_process.Address.Host, _process.Address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(sent));
        return client;
    }

    /// <summary>A batch of which a line comes now and then.</summary>
    private sealed class Dripping : HttpContent
    {
        private readonly ConcurrentBag<string> _lines;
        private readonly CancellationToken _end;

        public Dripping(ConcurrentBag<string> lines, CancellationToken end)
        {
            (_lines, _end) = (lines, end);
            Headers.ContentType = new("application/x-ndjson");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (!_end.IsCancellationRequested)
            {
                var line = Some.Response().ToJsonString();
                await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), CancellationToken.None);
                await stream.FlushAsync(CancellationToken.None);
                _lines.Add(line);
                await Task.Delay(50, CancellationToken.None);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
