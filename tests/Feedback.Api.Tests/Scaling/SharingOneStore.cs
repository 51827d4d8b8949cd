using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Periods;
using Feedback.Api.Tests.Webhooks;

namespace Feedback.Api.Tests.Scaling;

/// <summary>Three services on one store do everything at once: each thing is done once, whoever does it, and all answer the same.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class SharingOneStore(string engine)
{
    private static readonly Dictionary<string, string?> Private = new() { ["Feedback:Webhooks:AllowPrivateAddresses"] = "true" };

    private TestStore _store = null!;
    private TestService[] _services = [];

    [OneTimeSetUp]
    public async Task StartThreeAtOnce()
    {
        _store = new TestStore(engine);
        _services = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TestService.Start(_store, Private))));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var service in _services) await service.Stop();
        await _store.DisposeAsync();
    }

    [Test]
    public async Task Whatever_is_sent_to_all_of_them_is_stored_counted_and_told_of_once()
    {
        await using var receiver = await Receiver.Start();
        var survey = await _services[0].Publish(Some.CustomerSurvey());
        await _services[1].Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "CRM", ["url"] = new Uri(receiver.Address, "/hook").ToString(), ["events"] = new JsonArray("response.stored"), ["surveys"] = new JsonArray(survey) }).Body(201);
        // Each response goes to two of three services in different order, and brings values that nobody has seen before.
        var responses = Enumerable.Range(0, Tried.Times(60, 600)).Select(i => Response(i % 20)).ToList();
        using var end = new CancellationTokenSource();
        var others = Task.WhenAll(ChangeTheCatalogue(end.Token), Read(survey, end.Token));
        await Task.WhenAll(_services.Select((service, s) => Task.WhenAll(Shuffled(responses.Where((_, i) => i % 3 != s), s).Chunk(5).Chunk(4)
            .SelectMany(some => some).Select((chunk, c) => Task.Run(() => SendAll(service, survey, chunk))))));
        await end.CancelAsync();
        await others;

        var wanted = responses.Count;
        Assert.That(await _services[0].ResponsesStored(survey), Is.EqualTo(wanted));
        Assert.That(await _services[0].ResponsesCounted(survey), Is.EqualTo(wanted));
        Assert.That(await _services[0].Number("select count(*) from cohort c join survey s on s.id = c.survey where s.survey_key = @survey", new { survey }), Is.EqualTo(20));
        foreach (var service in _services) Assert.That((int)(await service.Row($"recommend?survey={survey}"))["n"]!, Is.EqualTo(wanted));
        var told = await receiver.Wait(m => m.Type == "response.stored", wanted);
        Assert.That(told.Select(m => m.Id), Is.Unique);
        Assert.That(told.Select(m => (string)m.Data["response"]!["id"]!).ToHashSet(), Is.EquivalentTo(responses.Select(r => (string)r["id"]!)));
    }

    [Test]
    public async Task A_code_lets_one_answer_in_wherever_it_is_tried()
    {
        var survey = await _services[0].Publish(Pulse.Survey());
        var codes = (await _services[0].Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = 25 }).Body(201))["codes"]!.AsArray().Select(c => (string)c!).ToList();
        var outcomes = await Task.WhenAll(_services.SelectMany((service, s) => Shuffled(codes, s).Select(code => Task.Run(async () =>
        {
            var response = Some.EmployeeResponse();
            response["code"] = code;
            return (code, Status: await Send(service, survey, response));
        }))));
        Assert.That(outcomes.Where(o => o.Status == HttpStatusCode.Created).Select(o => o.code), Is.EquivalentTo(codes));
        Assert.That(await _services[0].ResponsesCounted(survey), Is.EqualTo(codes.Count));
    }

    [Test]
    public async Task What_is_erased_while_others_send_it_again_stays_erased()
    {
        var survey = await _services[0].Publish(Some.CustomerSurvey());
        var responses = Enumerable.Range(0, 40).Select(i => Response(i % 4)).ToList();
        foreach (var chunk in responses.Chunk(10)) await SendAll(_services[0], survey, chunk);
        await Task.WhenAll(responses.Select((response, i) => Task.Run(async () =>
        {
            var again = Send(_services[i % 3], survey, response);
            // Erased by two at once, of which one does it.
            await Task.WhenAll(Erase(_services[(i + 1) % 3], response), Erase(_services[(i + 2) % 3], response), again);
            Assert.That((int)await again, Is.AnyOf(200, 201, 409, 410));
        })));
        Assert.That(await _services[0].ResponsesStored(survey), Is.Zero);
        Assert.That(await _services[0].CountsLeft(survey), Is.Zero, "what was taken back was taken back once");
    }

    [Test]
    public async Task A_period_that_all_of_them_release_is_released_once()
    {
        await _services[0].Admin.Put("/v1/units", Pulse.Units(("north", null), ("south", null))).Body();
        var survey = await _services[0].Publish(Pulse.Survey());
        await _services[0].StoreInvited(survey, [.. Pulse.People(40, "2026-03", "north"), .. Pulse.People(40, "2026-03", "south")]);
        await Task.WhenAll(_services.Select(service => service.Release("2026-03")));
        Assert.That(await _services[0].Number("select count(*) from survey_period p join survey s on s.id = p.survey where s.survey_key = @survey and p.state = 'released'", new { survey }), Is.EqualTo(1));
        var lines = await _services[0].Number("select count(*) from ledger where operation = 'ReleasePeriod' and status = 'published'");
        Assert.That(lines, Is.EqualTo(1), "one of them released it, the others found it released");
        var rows = await Task.WhenAll(_services.Select(service => service.Rows($"trust?audience=employee&survey={survey}&period=2026-03&by=unit")));
        Assert.That(rows.Select(r => string.Join('\n', r.Select(row => row.ToJsonString()))).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_change_of_the_catalogue_is_seen_by_all_at_once()
    {
        for (var i = 0; i < 6; i++)
        {
            var key = await _services[i % 3].MakeKey(KeyScope.Read);
            foreach (var service in _services) await service.Client(key).GetAsync("/v1/indicators").Body();
        }
    }

    /// <summary>Publishes surveys and makes keys by turns, so that what others check against is never the state for long.</summary>
    private async Task ChangeTheCatalogue(CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested && i < 30; i++)
        {
            await _services[i % 3].Publish(Some.CustomerSurvey());
            await _services[(i + 1) % 3].MakeKey(KeyScope.Ingest);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>No service ever counts fewer than it did before: what was answered with 201 stays.</summary>
    private Task Read(string survey, CancellationToken end) => Task.WhenAll(_services.Select(async service =>
    {
        for (var last = 0; !end.IsCancellationRequested;)
        {
            var row = (await service.Rows($"recommend?survey={survey}")).Single();
            var now = row["n"] is { } n ? (int)n : 0;
            Assert.That(now, Is.GreaterThanOrEqualTo(last));
            last = now;
        }
    }));

    private static async Task SendAll(TestService service, string survey, IEnumerable<JsonObject> responses)
    {
        foreach (var response in responses) Assert.That((int)await Send(service, survey, response), Is.AnyOf(200, 201));
    }

    /// <summary>Sends again what was turned away, as a sender does.</summary>
    private static async Task<HttpStatusCode> Send(TestService service, string survey, JsonObject response)
    {
        while (true)
        {
            using var answer = await service.Submit(survey, response);
            if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)) return answer.StatusCode;
            await Task.Delay(20);
        }
    }

    private static async Task Erase(TestService service, JsonObject response)
    {
        using var answer = await service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 204, 404), await answer.Content.ReadAsStringAsync());
    }

    private static JsonObject Response(int channel)
    {
        var response = Some.Response();
        response["about"]!["channel"] = $"channel-{channel}";
        return response;
    }

    private static List<T> Shuffled<T>(IEnumerable<T> all, int seed)
    {
        var list = all.ToArray();
        new Random(seed).Shuffle(list);
        return [.. list];
    }
}
