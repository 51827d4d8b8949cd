using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Faults;

/// <summary>What was acknowledged is there after the process was killed, and nothing is there twice.</summary>
[Platform(Exclude = "Win", Reason = "Signals of POSIX.")]
public sealed class KillingTheProcess
{
    private const int Connections = 64, Rounds = 3;
    private const string Responses = "/v1/surveys/airport/responses";

    private ServiceProcess _process = null!;

    [SetUp]
    public async Task Start()
    {
        _process = new ServiceProcess();
        await _process.Start();
        await _process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
    }

    [TearDown]
    public async Task Stop() => await _process.DisposeAsync();

    [Test]
    public async Task Every_acknowledged_response_survives_a_kill_and_none_is_stored_twice()
    {
        var webhook = await _process.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "CRM", ["url"] = "https://hooks.example.org", ["events"] = new JsonArray("response.stored") }).Body(201);
        await _process.Admin.PostAsync($"/v1/webhooks/{webhook["id"]}/pause", null).Body();
        var sent = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (acknowledged, unknown) = await PostUntil(async () =>
            {
                await Task.Delay(500 + 200 * round);
                await _process.Kill();
            });
            await _process.Start();
            Assert.That(acknowledged, Is.Not.Empty);
            foreach (var status in await Retry(acknowledged)) Assert.That(status, Is.EqualTo("already_stored"));
            foreach (var status in await Retry(unknown)) Assert.That(status, Is.AnyOf("already_stored", "stored"));
            sent += acknowledged.Count + unknown.Count;
        }
        Assert.That(await _process.Terminate(), Is.Zero);
        AssertStored(sent);
        Assert.That((_process.Number("select count(*) from webhook_message"), _process.Number("select count(*) from response r where exists (select 1 from webhook_message m where m.response = r.id)")),
            Is.EqualTo(((long)sent, (long)sent)), "One message waits for each response, and none for what was not stored.");
    }

    [Test]
    public async Task A_batch_that_a_kill_interrupts_is_sent_again_without_a_second_copy()
    {
        var lines = Enumerable.Range(0, 8_000).Select(_ => Some.Response().ToJsonString() + "\n").ToList();
        using var killed = new CancellationTokenSource();
        var interrupted = _process.Admin.PostAsync(Responses + "/batch", new Halting(lines.Take(5_000), killed.Token));
        for (var i = 0; i < 100 && _process.Number("select count(*) from response") == 0; i++) await Task.Delay(20);
        await _process.Kill();
        await killed.CancelAsync();
        Assert.That(async () => await interrupted, Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<OperationCanceledException>());
        await _process.Start();
        var before = (int)_process.Number("select count(*) from response");
        Assert.That(before, Is.InRange(1, 5_000));
        var answer = await _process.Admin.PostAsync(Responses + "/batch", Wire.Text(string.Concat(lines), "application/x-ndjson")).Body();
        Assert.That(((int)answer["stored"]!, (int)answer["alreadyStored"]!, (int)answer["rejectedCount"]!), Is.EqualTo((lines.Count - before, before, 0)));
        AssertStored(lines.Count);
    }

    [Test]
    public async Task A_process_that_is_asked_to_end_stores_what_it_acknowledged_and_ends_well()
    {
        var (acknowledged, unknown) = await PostUntil(async () =>
        {
            await Task.Delay(700);
            Assert.That(await _process.Terminate(), Is.Zero);
        });
        Assert.That(acknowledged, Is.Not.Empty);
        var stored = _process.Number("select count(*) from response");
        Assert.That(stored, Is.InRange(acknowledged.Count, acknowledged.Count + unknown.Count));
        AssertStored((int)stored);
        await _process.Start();
        foreach (var status in await Retry(acknowledged)) Assert.That(status, Is.EqualTo("already_stored"));
    }

    /// <summary>Posts from all connections until the process is gone: what it acknowledged, and what it did not answer.</summary>
    private async Task<(List<JsonObject> Acknowledged, List<JsonObject> Unknown)> PostUntil(Func<Task> end)
    {
        var (acknowledged, unknown) = (new ConcurrentBag<JsonObject>(), new ConcurrentBag<JsonObject>());
        var posts = Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var response = Some.Response();
                try
                {
                    var answer = await _process.Admin.Post(Responses, response);
                    if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    {
                        unknown.Add(response);
                        continue;
                    }
                    Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
                    acknowledged.Add(response);
                }
                catch (HttpRequestException)
                {
                    unknown.Add(response);
                    return;
                }
            }
        })).ToList();
        await end();
        await Task.WhenAll(posts);
        return ([.. acknowledged], [.. unknown]);
    }

    private async Task<IEnumerable<string?>> Retry(List<JsonObject> responses)
    {
        var statuses = new ConcurrentBag<string?>();
        await Parallel.ForEachAsync(responses, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (response, _) =>
        {
            var answer = await _process.Admin.Post(Responses, response);
            statuses.Add((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None))!["status"]);
        });
        Assert.That(statuses, Has.Count.EqualTo(responses.Count));
        return statuses;
    }

    /// <summary>One row an id, and as many counted as stored.</summary>
    private void AssertStored(int responses)
    {
        Assert.That(_process.Number("select count(*) from response"), Is.EqualTo(responses));
        Assert.That(_process.Number("select count(distinct id) from response"), Is.EqualTo(responses));
        Assert.That(_process.Number("select count(*) from comment"), Is.EqualTo(responses));
        foreach (var grain in (int[])[1, 2, 3])
        {
            Assert.That(_process.Number(
                $"""
                select sum(n) from (
                  select variable, n from tally where grain = {grain}
                  union all
                  select variable, n from tally_fresh) c
                join variable v on v.id = c.variable and v.kind = 'response'
                """), Is.EqualTo(responses));
        }
    }

    /// <summary>A body that begins and never ends.</summary>
    private sealed class Halting : HttpContent
    {
        private readonly IEnumerable<string> _lines;
        private readonly CancellationToken _end;

        public Halting(IEnumerable<string> lines, CancellationToken end)
        {
            (_lines, _end) = (lines, end);
            Headers.ContentType = new("application/x-ndjson");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var line in _lines) await stream.WriteAsync(Encoding.UTF8.GetBytes(line));
            await stream.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), _end);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
