using System.Net;
using Feedback.Api.Catalogue;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Limits;

/// <summary>HTTP/2 is spoken where the settings say so, and a connection with many streams is no way round the limits.</summary>
[Category("Load")]
public sealed class SpeakingHttp2(string engine) : ServiceFixture(engine)
{
    private const int Streams = 100;

    private CancellationTokenSource _patience = null!;
    private string _survey = "", _batches = "", _key = "";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Kestrel:Endpoints:A:Url"] = "http://127.0.0.1:0",
        ["Kestrel:Endpoints:B:Url"] = "http://127.0.0.1:0",
        ["Kestrel:Endpoints:B:Protocols"] = "Http2",
    };

    private Uri Told => new(Service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Last());

    [OneTimeSetUp]
    public async Task Publish()
    {
        _survey = await Service.Publish(Some.CustomerSurvey());
        (_batches, _key) = ($"{Asking.Responses(_survey)}/batch", await Service.MakeKey(KeyScope.Ingest));
    }

    [SetUp]
    public void BeginToWait() => _patience = new CancellationTokenSource(TimeSpan.FromSeconds(Tried.Times(60, 300)));

    [TearDown]
    public void EndToWait() => _patience.Dispose();

    [Test]
    public async Task A_plain_port_speaks_it_only_where_it_is_told_to()
    {
        using var client = new HttpClient();
        using var answer = await client.SendAsync(Ask(Told));
        Assert.That((answer.StatusCode, answer.Version), Is.EqualTo((HttpStatusCode.OK, HttpVersion.Version20)));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(Ask(Service.Address)));

        static HttpRequestMessage Ask(Uri address) => new(HttpMethod.Get, new Uri(address, "/health/live")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    [Test]
    public async Task Streams_over_the_limit_are_refused_and_the_others_go_on()
    {
        using var wire = await Http2Wire.Open(Told);
        var told = (await wire.Read(Http2Wire.Settings, _patience.Token))!.Told();
        // Streams, bytes of a stream that are sent ahead, and bytes of all headers (RFC 9113, 6.5.2); of the table of headers 4,096, which is what is meant where nothing is said.
        Assert.That((told[3], told[4], told[6], told.ContainsKey(1)), Is.EqualTo(((uint)Streams, 64u * 1024, 32u * 1024, false)));
        var headers = Http2Wire.Request("POST", _batches, _key);
        for (var i = 0; i <= Streams; i++) await wire.Send(Http2Wire.Headers, Http2Wire.EndsHeaders, 2 * i + 1, headers);
        var refused = (await wire.Read(Http2Wire.Reset, _patience.Token))!;
        Assert.That((refused.Stream, refused.Number(0)), Is.EqualTo((2 * Streams + 1, Http2Wire.RefusedStream)));
    }

    [Test]
    public async Task Streams_that_are_opened_and_reset_in_a_hurry_hold_up_nobody()
    {
        var (opened, count) = (0, Tried.Times(1_000, 50_000));
        using var wire = await Http2Wire.Open(Told);
        var headers = Http2Wire.Request("POST", _batches, _key);
        var reading = wire.Read(Http2Wire.GoAway, _patience.Token);
        try
        {
            for (; opened < count; opened++)
            {
                await wire.OpenAndReset(2 * opened + 1, headers);
                if (opened % 500 == 0) await Service.Submit(_survey, Some.Response()).Body(201);
            }
        }
        catch (IOException)
        {
            // The server may have enough of it.
        }
        var answer = await Service.Ingest.PostAsync(_batches, Wire.Text(Some.Response().ToJsonString(), "application/x-ndjson")).Body(200);
        Assert.That((int)answer["stored"]!, Is.EqualTo(1), "Those that were given up hold no places.");
        Tried.Line("Streams of one connection opened and reset", $"{opened}", reading.IsCompleted ? "the connection was ended; posts and batches beside it went on" : "posts and batches beside it went on");
    }

    [Test]
    public async Task Headers_that_go_on_and_on_end_the_connection()
    {
        using var wire = await Http2Wire.Open(Told);
        var ended = wire.Read(Http2Wire.GoAway, _patience.Token);
        var more = Enumerable.Range(0, 100).SelectMany(i => Http2Wire.Header($"x{i}", new string('y', 100))).ToArray();
        try
        {
            await wire.Send(Http2Wire.Headers, 0, 1, Http2Wire.Header("x", "y"));
            while (!ended.IsCompleted) await wire.Send(Http2Wire.Continuation, 0, 1, more);
        }
        catch (IOException)
        {
        }
        await ended;
        Assert.That(_patience.IsCancellationRequested, Is.False);
        await Service.Submit(_survey, Some.Response()).Body(201);
    }
}
