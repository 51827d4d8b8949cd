using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Faults;

namespace Feedback.Api.Tests.Limits;

/// <summary>The program in a process of its own under more than it takes: it says so and goes on, in bounded memory, and nobody waits for somebody else's flood.</summary>
[NonParallelizable]
[Category("Load")]
[Platform(Exclude = "Win", Reason = "Memory and limits of processes are read from /proc.")]
public sealed class HoldingUp
{
    private const string Responses = "/v1/surveys/airport/responses", Survey = "airport";

    /// <summary>MiB beside what the limits allow, as docs/limits.md promises: the runtime and the store's cache, and what is done with and not given back yet.</summary>
    private const int Base = 350;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Tried.Times(2, 20));

    private ServiceProcess _process = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _process = new ServiceProcess { Settings = Tried.IsAtLength ? [] : new() { ["Feedback:Limits:Waiting"] = "200", ["Feedback:Limits:WaitingMegabytes"] = "8" } };
        await _process.Start();
        var survey = Some.CustomerSurvey();
        for (var i = 0; i < 20; i++) survey["items"]!.AsArray().Add(new JsonObject { ["code"] = $"text{i}", ["kind"] = "text", ["text"] = "Why?" });
        await _process.Admin.Put($"/v1/surveys/{Survey}", survey).Body(201);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _process.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task More_than_the_store_takes_is_turned_away_and_memory_stays_bounded(bool isBig)
    {
        if (isBig && !Tried.IsAtLength) Assert.Ignore("To read so much text takes a minute.");
        var (before, connections) = (await Count(), Tried.Times(400, isBig ? 2_000 : 9_000));
        NeedFiles(connections);
        var flood = new Flood(_process.Address, Flood.Request("POST", Responses, await Key(), isBig ? Big() : Small()));
        var memory = 0L;
        await using (new SlowStore(_process.Folder))
        {
            var running = flood.Run(connections, Time);
            while (!running.IsCompleted)
            {
                memory = Math.Max(memory, _process.Memory);
                await Task.WhenAny(running, Task.Delay(100));
            }
            await running;
        }
        // Whoever is refused in the middle of a body and goes on sending may find the connection closed.
        Assert.That(flood.Answers.Keys, Is.SubsetOf(isBig ? [0, 201, 503] : (int[])[201, 503]));
        Assert.That(flood.Count(503), Is.GreaterThan(0));
        Assert.That(await Count() - before, Is.EqualTo(flood.Count(201)), "What was acknowledged is stored, once, and nothing else.");
        Assert.That(memory >> 20, Is.LessThan(Base + 64 + 96 + connections * 20 / 1024), "With 20 KiB a connection, as docs/limits.md says.");
        await _process.Admin.Post(Responses, Some.Response()).Body(201);
        Tried.Line($"{connections} connections post {(isBig ? "texts of 180 kB" : "small responses")} to a store that takes a tenth", $"{flood.Answers.Values.Sum()} posts",
            $"{flood.Count(201)} stored, {flood.Count(503)} told 503, {flood.Count(0)} cut off while they sent, none lost; at most {memory >> 20} MiB");
    }

    [Test]
    public async Task A_key_that_floods_holds_up_no_other_key()
    {
        NeedFiles(Tried.Times(300, 9_000));
        var floods = new Flood(_process.Address, Flood.Request("POST", Responses, await Key(), Small()));
        var batches = new Flood(_process.Address, Flood.Request("POST", Responses + "/batch", await Key(), $"[{string.Join(',', Enumerable.Repeat(Small(), 200))}]"));
        var reads = new Flood(_process.Address, Flood.Request("GET", "/v1/indicators/satisfaction?survey=airport", await Key("read")));
        using var other = Client(await Key());
        using var read = Client(await Key("read"));
        var taken = 0;
        await using (new SlowStore(_process.Folder))
        {
            var running = Task.WhenAll(floods.Run(Tried.Times(300, 9_000), Time), batches.Run(40, Time), reads.Run(40, Time));
            do
            {
                await other.Post(Responses, Some.Response()).Body(201);
                Assert.That((await read.GetAsync("/v1/indicators/satisfaction?survey=airport")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
                if (taken++ % 5 == 0) Assert.That((int)(await other.PostAsync(Responses + "/batch", Wire.Text(Small(), "application/x-ndjson")).Body())["stored"]!, Is.EqualTo(1));
            }
            while (!running.IsCompleted);
            await running;
        }
        foreach (var flood in (Flood[])[floods, batches, reads]) Assert.That(flood.Answers.Keys, Is.SubsetOf((int[])[200, 201, 503]));
        Assert.That(floods.Count(503), Is.GreaterThan(0), "There was a flood.");
        Tried.Line("Keys that flood with posts, batches and reads, beside keys that do not", $"{floods.Answers.Values.Sum()}, {batches.Answers.Values.Sum()} and {reads.Answers.Values.Sum()} beside {taken} of each",
            $"{floods.Count(503)} posts, {batches.Count(503)} batches and {reads.Count(503)} reads told 503; of the others' none");
    }

    [Test]
    public async Task Idle_connections_cost_little_and_hold_up_nobody()
    {
        var count = Tried.Times(500, 10_000);
        NeedFiles(count);
        var (ask, idle) = (Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"), new List<Socket>());
        var before = _process.Memory;
        try
        {
            for (var i = 0; i < count; i++)
            {
                idle.Add(await Flood.Connect(_process.Address));
                await idle[^1].SendAsync(ask);
                Assert.That(await Flood.Read(idle[^1]), Is.EqualTo((int[])[200]));
            }
            var flood = new Flood(_process.Address, Flood.Request("POST", Responses, await Key(), Small()));
            await flood.Run(16, Time / 2);
            Assert.That(flood.Answers.Keys, Is.EqualTo((int[])[201]));
            await _process.Admin.GetAsync("/v1/indicators/satisfaction?survey=airport").Body();
            var grown = _process.Memory - before;
            Assert.That(grown / 1024, Is.LessThan(200 * 1024 + 20L * count), "KiB");
            await idle[0].SendAsync(ask);
            Assert.That(await Flood.Read(idle[0]), Is.EqualTo((int[])[200]), "They are still served.");
            Tried.Line("Connections that idle, while 16 others post", string.Create(CultureInfo.InvariantCulture, $"{count}"), $"{flood.Count(201)} stored, none refused; {grown >> 20} MiB more, {_process.Memory >> 20} MiB in all");
        }
        finally
        {
            foreach (var socket in idle) socket.Dispose();
        }
    }

    [Test]
    public async Task Pipelined_requests_are_answered_one_after_the_other()
    {
        var (count, before) = (Tried.Times(100, 5_000), await Count());
        using var socket = await Flood.Connect(_process.Address);
        var request = Flood.Request("POST", Responses, await Key(), Small());
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < count; i++) await socket.SendAsync(request);
        });
        var statuses = await Flood.Read(socket, count);
        await sending;
        Assert.That(statuses, Has.Count.EqualTo(count).And.All.EqualTo(201));
        Assert.That(await Count() - before, Is.EqualTo(count));
        Tried.Line("Requests pipelined on one connection", $"{count}", "all stored, answered in turn");
    }

    [Test]
    public async Task Clients_that_dawdle_are_let_go_of()
    {
        if (!Tried.IsAtLength) Assert.Ignore("It takes the time the limits are.");
        var post = Encoding.ASCII.GetString(Flood.Request("POST", Responses, await Key(), Small()));
        foreach (var (what, sent, status) in ((string, string, int)[])
            [("headers that do not end", "GET /health/live HTTP/1.1\r\nHost: x\r\n", 408), ("a body that stops", post[..^20], 400), ("half a line", "POST /v1/sur", 408)])
        {
            var sockets = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Flood.Connect(_process.Address)));
            foreach (var socket in sockets) await socket.SendAsync(Encoding.ASCII.GetBytes(sent));
            await _process.Admin.Post(Responses, Some.Response()).Body(201);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            foreach (var socket in sockets)
            {
                Assert.That(await Flood.Read(socket, 2, patience.Token), Is.Empty.Or.EqualTo((int[])[status]), what);
                socket.Dispose();
            }
            Tried.Line($"Connections with {what}", $"{sockets.Length}", "closed in time; posts went on");
        }
    }

    private static string Small() => """{"about":{"channel":"web"},"answers":{"clean":4,"nps":9}}""";

    private static string Big() => new JsonObject { ["answers"] = new JsonObject(Enumerable.Range(0, 18).Select(i => KeyValuePair.Create($"text{i}", (JsonNode?)new string('x', 10_000)))) }.ToJsonString();

    private async Task<string> Key(string scope = "ingest") => (string)(await _process.Admin.Post("/v1/keys", new JsonObject { ["name"] = Some.Key(), ["scope"] = scope }).Body(201))["key"]!;

    private HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = _process.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private async Task<long> Count() => await Task.FromResult(_process.Number("select count(*) from response"));

    /// <summary>A connection is a file of either process.</summary>
    private static void NeedFiles(int connections)
    {
        var line = File.ReadLines("/proc/self/limits").Single(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        var most = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        if (most != "unlimited" && long.Parse(most, null) < connections + 1_000) Assert.Ignore($"A process may have {most} files open here (ulimit -n), and this takes {connections + 1_000}.");
    }
}
