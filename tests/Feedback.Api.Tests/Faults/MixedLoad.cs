using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Faults;

/// <summary>
/// Everything that senders and operators do, at once: single posts, batches, retries, erasures, invitation codes, concerns, and a release of
/// employees' answers under way. Remembers what each of them was told.
/// </summary>
internal sealed class MixedLoad(ServiceProcess process)
{
    public const string Customers = "/v1/surveys/airport/responses", Employees = "/v1/surveys/pulse/responses", Unprompted = "/v1/feedback";
    private const int BatchSize = 200;

    private readonly ConcurrentQueue<SentResponse> _sent = new();
    private readonly ConcurrentQueue<SentResponse> _erasable = new();
    private readonly ConcurrentQueue<string> _codes = new();
    private int _wave = 1, _answers;

    /// <summary>How many requests were answered.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>Every response that was sent, in about this order.</summary>
    public IReadOnlyCollection<SentResponse> Sent => _sent;

    /// <summary>The wave whose release was acknowledged last; 0 for none.</summary>
    public int Released { get; private set; }

    /// <summary>Publishes what is answered, and has every event told to somebody who does not listen yet.</summary>
    public async Task Prepare()
    {
        await process.Admin.Put("/v1/surveys/airport", Some.CustomerSurvey()).Body(201);
        var pulse = Some.EmployeeSurvey();
        (pulse["access"], pulse["period"]) = ("code", "wave");
        await process.Admin.Put("/v1/surveys/pulse", pulse).Body(201);
        var webhook = await process.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "CRM", ["url"] = "https://hooks.example.org", ["events"] = new JsonArray("response.stored", "response.erased") }).Body(201);
        await process.Admin.PostAsync($"/v1/webhooks/{webhook["id"]}/pause", null).Body();
    }

    /// <summary>Goes on until the process is gone.</summary>
    public async Task Run(Task gone)
    {
        var codes = await process.Admin.Post("/v1/surveys/pulse/codes", new JsonObject { ["count"] = 400 }).Body(201);
        foreach (var code in codes["codes"]!.AsArray()) _codes.Enqueue((string)code!);
        List<Task> all =
        [
            .. Many(gone, 20, SendCustomer), .. Many(gone, 6, SendEmployee), .. Many(gone, 4, SendUnprompted), .. Many(gone, 3, SendBatch), .. Many(gone, 4, Resend), .. Many(gone, 3, Erase), .. Many(gone, 1, Release), .. Many(gone, 2, Read), gone,
        ];
        await Task.WhenAll(all);
    }

    /// <summary>Sends everything again of which it is not sure, or all; asserts that what comes back fits what was said before.</summary>
    public async Task SendAgain(IEnumerable<SentResponse> responses) =>
        await Parallel.ForEachAsync(responses, new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (sent, _) =>
        {
            var answer = await process.Admin.Post(sent.Path, sent.Body);
            var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            var status = (string?)JsonNode.Parse(text)?["status"];
            Assert.That(status, Is.AnyOf([.. sent.Expected]), () => $"{sent.Fate} {sent.Path}: {text}");
            sent.Note(status!);
        });

    private IEnumerable<Task> Many(Task gone, int count, Func<Task<bool>> act) => Enumerable.Range(0, count).Select(_ => Task.Run(async () =>
    {
        try
        {
            while (!gone.IsCompleted && await act()) Interlocked.Increment(ref _answers);
        }
        catch (HttpRequestException)
        {
            // The process is gone.
        }
    }));

    private Task<bool> SendCustomer() => Send(Customers, Some.Response());

    private Task<bool> SendUnprompted() => Send(Unprompted, new JsonObject
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["audience"] = Random.Shared.Next(2) == 0 ? "employee" : "customer",
        ["kind"] = Random.Shared.Next(2) == 0 ? "concern" : "idea",
        ["text"] = "The stairs are dark, call 0171 2345678.",
    });

    private async Task<bool> SendEmployee()
    {
        if (!_codes.TryDequeue(out var code)) return false;
        var response = Some.EmployeeResponse();
        response["code"] = code;
        return await Send(Employees, response);
    }

    private async Task<bool> Send(string path, JsonObject body)
    {
        var sent = new SentResponse(path, body);
        _sent.Enqueue(sent);
        var answer = await process.Admin.Post(path, body);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return true;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        sent.Fate = Fate.Stored;
        if (path == Customers) _erasable.Enqueue(sent);
        return true;
    }

    private async Task<bool> SendBatch()
    {
        var batch = Enumerable.Range(0, BatchSize).Select(_ => new SentResponse(Customers, Some.Response())).ToList();
        foreach (var sent in batch) _sent.Enqueue(sent);
        var answer = await process.Admin.PostAsync(Customers + "/batch", Wire.Text(string.Join('\n', batch.Select(s => s.Body.ToJsonString())), "application/x-ndjson"));
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return true;
        var told = await answer.Body();
        Assert.That((int)told["stored"]!, Is.EqualTo(BatchSize), told.ToJsonString());
        foreach (var sent in batch) sent.Fate = Fate.Stored;
        return true;
    }

    /// <summary>What was acknowledged a moment ago, as an impatient sender does it.</summary>
    private async Task<bool> Resend()
    {
        await Task.Delay(5);
        if (!_erasable.TryPeek(out var sent)) return true;
        var answer = await process.Admin.Post(sent.Path, sent.Body);
        if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) Assert.That((string?)(await answer.Body())["status"], Is.AnyOf("already_stored", "erased"));
        return true;
    }

    private async Task<bool> Erase()
    {
        await Task.Delay(5);
        if (!_erasable.TryDequeue(out var sent)) return true;
        sent.Fate = Fate.Doomed;
        var answer = await process.Admin.DeleteAsync($"/v1/responses/{sent.Id}");
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return true;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        sent.Fate = Fate.Erased;
        return true;
    }

    private async Task<bool> Release()
    {
        await Task.Delay(Random.Shared.Next(400));
        var answer = await process.Admin.PostAsync($"/v1/periods/pulse-wave-{_wave}/release", null);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return true;
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 202), await answer.Content.ReadAsStringAsync());
        Released = _wave++;
        return true;
    }

    private async Task<bool> Read()
    {
        await Task.Delay(5);
        var answer = await process.Admin.GetAsync("/v1/indicators/recommend?survey=airport");
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 503));
        return true;
    }
}
