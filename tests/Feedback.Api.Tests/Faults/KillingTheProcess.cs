using System.Net;
using System.Text;

namespace Feedback.Api.Tests.Faults;

/// <summary>What was acknowledged is there after the process was killed, and nothing is there twice.</summary>
[Category("Faults"), Platform(Exclude = "Win", Reason = "Signals of POSIX.")]
public sealed class KillingTheProcess
{
    private const string Responses = "/v1/surveys/airport/responses";

    private ServiceProcess _process = null!;

    [SetUp]
    public async Task Start()
    {
        _process = new ServiceProcess();
        await _process.Start();
    }

    [TearDown]
    public async Task Stop() => await _process.DisposeAsync();

    [Test]
    public async Task A_batch_that_a_kill_interrupts_is_sent_again_without_a_second_copy()
    {
        await _process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
        var lines = Enumerable.Range(0, 8_000).Select(_ => Some.Response().ToJsonString() + "\n").ToList();
        using var killed = new CancellationTokenSource();
        var interrupted = _process.Admin.PostAsync(Responses + "/batch", new Halting(lines.Take(5_000), killed.Token));
        for (var i = 0; i < 3_000 && _process.Number("select count(*) from response") == 0; i++) await Task.Delay(20);
        await _process.Kill();
        await killed.CancelAsync();
        Assert.That(async () => await interrupted, Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<OperationCanceledException>());
        await _process.Start();
        var before = (int)_process.Number("select count(*) from response");
        Assert.That(before, Is.InRange(1, 5_000));
        var answer = await _process.Admin.PostAsync(Responses + "/batch", Wire.Text(string.Concat(lines), "application/x-ndjson")).Body();
        Assert.That(((int)answer["stored"]!, (int)answer["alreadyStored"]!, (int)answer["rejectedCount"]!), Is.EqualTo((lines.Count - before, before, 0)));
        Assert.That((_process.Number("select count(*) from response"), _process.Number("select count(*) from comment")), Is.EqualTo(((long)lines.Count, (long)lines.Count)));
        await _process.Check();
        Tried.Line("`kill -9` in the middle of a batch of 5,000 lines", "1", "sent again whole: nothing twice, nothing missing, store clean");
    }

    [Test]
    public async Task Nothing_acknowledged_is_lost_and_nothing_stored_twice_however_often_it_is_killed()
    {
        var load = new MixedLoad(_process);
        await load.Prepare();
        var (rounds, before) = (Tried.Times(2, 50), 0);
        for (var round = 0; round < rounds; round++)
        {
            await load.Run(KillAfter(load, answers: Random.Shared.Next(20, Tried.Times(300, 3_000)), isFirst: round == 0));
            await _process.Start();
            // All of this time, all that is open, and some of what was told before.
            await load.SendAgain([.. load.Sent.Where((s, i) => i >= before || i % 50 == 0 || s.Fate is Fate.Unknown or Fate.Doomed)]);
            await AssertReleased(load.Released);
            await _process.Kill();
            AssertAsTold(load);
            await _process.Check();
            before = load.Sent.Count;
            await _process.Start();
        }
        await load.SendAgain(load.Sent);
        Assert.That(load.Sent.Where(s => s.Fate == Fate.Erased), Is.Not.Empty);
        Tried.Line("`kill -9` under mixed load (posts, batches, retries, erasures, codes, concerns, releases)", $"{2 * rounds}", $"{load.Sent.Count} responses, {load.Sent.Count(s => s.Fate == Fate.Erased)} erased, {load.Released} releases: nothing lost, nothing twice, store clean each time");
    }

    /// <summary>Kills when so many were answered; the first time something was erased by then.</summary>
    private async Task KillAfter(MixedLoad load, int answers, bool isFirst)
    {
        var before = load.Answers;
        for (var i = 0; i < 60_000 && (load.Answers < before + answers || isFirst && load.Sent.All(s => s.Fate != Fate.Erased)); i++) await Task.Delay(1);
        await _process.Kill();
    }

    /// <summary>A release that was acknowledged comes to its end by itself after the kill.</summary>
    private async Task AssertReleased(int wave)
    {
        if (wave == 0) return;
        var period = "";
        for (var i = 0; i < 1_200; i++)
        {
            var read = await _process.Admin.GetAsync($"/v1/periods/pulse-wave-{wave}").Body();
            if (read["releases"]!.AsArray().All(r => (string?)r!["state"] is "released" or "merged")) return;
            period = read.ToJsonString();
            await Task.Delay(50);
        }
        Assert.Fail($"It was not released: {period} {string.Join(' ', _process.Output)}");
    }

    /// <summary>The store holds what senders were told, and no more of anything that comes with it.</summary>
    private void AssertAsTold(MixedLoad load)
    {
        var (live, erased) = (load.Sent.Count(s => s.Fate == Fate.Stored), load.Sent.Count(s => s.Fate == Fate.Erased));
        var customers = load.Sent.Where(s => s.Path == MixedLoad.Customers).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(_process.Number("select count(*) from response where erased = 0"), Is.EqualTo(live));
            Assert.That(_process.Number("select count(*) from response where erased = 1"), Is.EqualTo(erased));
            Assert.That(_process.Number("select count(*) from comment c join response r on r.seq = c.response where r.erased = 0"), Is.EqualTo(load.Sent.Count(s => s.Fate == Fate.Stored && s.Path != MixedLoad.Employees)), "texts");
            Assert.That(_process.Number("select count(*) from comment c join response r on r.seq = c.response where r.erased = 1"), Is.Zero, "texts of what was erased");
            Assert.That(_process.Number("select count(*) from invitation_code where used = 1"), Is.EqualTo(load.Sent.Count(s => s.Code is not null)), "codes");
            Assert.That(_process.Number("select count(*) from webhook_message m join survey s on s.id = m.survey where s.survey_key = 'airport' and m.event = 'response.stored'"), Is.EqualTo(customers.Count), "messages");
            Assert.That(_process.Number("select count(*) from webhook_message where event = 'response.erased'"), Is.EqualTo(erased), "messages of erasures");
            Assert.That(_process.Number("select count(*) from flag"), Is.EqualTo(load.Sent.Count(s => (string?)s.Body["kind"] == "concern")), "concerns");
        });
    }

    [Test]
    public async Task Answers_whose_time_is_over_are_erased_whole_however_often_it_is_killed_at_it()
    {
        const int old = 3_000;
        var definition = Some.CustomerSurvey();
        definition["retentionDays"] = 1;
        await _process.Admin.Put("/v1/surveys/airport", definition).Body(201);
        var lines = Enumerable.Range(0, old).Select(_ =>
        {
            var response = Some.Response();
            response["answeredAt"] = "2026-03-10T10:00:00Z";
            return response.ToJsonString() + "\n";
        });
        var stored = await _process.Admin.PostAsync(Responses + "/batch", new StringContent(string.Concat(lines), Encoding.UTF8, "application/x-ndjson")).Body();
        Assert.That((int)stored["stored"]!, Is.EqualTo(old));
        const string erased = "select count(*) from response where erased = 2 and answers is null", left = "select count(*) from response where erased = 0";
        var kills = Tried.Times(2, 12);
        for (var i = 0; i < kills; i++)
        {
            await _process.Kill();
            var before = _process.Number(erased);
            // It looks as soon as it is started.
            await _process.Start();
            await Until(() => _process.Number(erased) > before || before == old);
        }
        await _process.Kill();
        await _process.Check();
        Assert.That(_process.Number(left) + _process.Number(erased), Is.EqualTo(old));
        await _process.Start();
        await Until(() => _process.Number(left) == 0);
        await _process.Check();
        Assert.That(_process.Number("select coalesce(sum(responses), 0) from expired_day"), Is.EqualTo(old));
        var row = (await _process.Admin.GetAsync("/v1/indicators/recommend?survey=airport").Body())["value"]!.AsArray().Single()!;
        Assert.That((int)row["n"]!, Is.EqualTo(old), "The counts stay.");
        Tried.Line("kill -9 while answers are erased whose time is over", $"{kills + 1}", "check clean after it, the rest is erased after the start, counts stay");
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (isSo()) return;
            await Task.Delay(50);
        }
        Assert.Fail("Not within a minute.");
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
