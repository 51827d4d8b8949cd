using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>
/// Requests made from the OpenAPI document, right and wrong, to every operation under every scope: each is answered as the document says,
/// none with a 500, and no refusal repeats what was sent. <c>FEEDBACK_FUZZ_SEED</c> repeats a run; a failure prints it.
/// </summary>
[Category("Fuzz")]
public sealed partial class AnsweringAnything(string engine) : ServiceFixture(engine)
{
    private const int QuickRounds = 6, RoundsAtLength = 260, MostFailures = 25;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FEEDBACK_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed
        : Tried.IsAtLength ? Random.Shared.Next() : 20261122;

    private readonly Words _words = new();
    private readonly Dictionary<string, List<byte[]>> _bodies = [];
    private readonly Dictionary<string, string> _keys = [];
    private readonly Dictionary<string, (FuzzedRequest Request, string Fault)> _failures = [];
    private readonly Dictionary<int, int> _statuses = [];
    private readonly HashSet<string> _reached = [];
    private int _sent, _ofServer, _withoutAnswer;
    private JsonNode _document = null!;
    private AnswerCheck _check = null!;
    private RawClient _client = null!;

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    [Test]
    public async Task Every_answer_is_one_that_the_document_describes()
    {
        _document = await Service.Nobody.GetAsync("/openapi/v1.json").Body();
        var operations = DescribedOperation.Of(_document);
        await Populated.Fill(Service, _words, operations, _bodies);
        await MakeKeys();
        _check = new AnswerCheck(_document);
        _client = new RawClient(Service.Address);
        var maker = new RequestMaker(new SchemaCheck(_document), _words, _bodies, [.. _keys.Keys], Seed);
        var rounds = Tried.Times(QuickRounds, RoundsAtLength);
        for (var round = 0; round < rounds && _failures.Count < MostFailures; round++)
        {
            if (round % 10 == 9) await Populated.Again(Service);
            for (var i = 0; i < operations.Count; i++) await Try(operations[i], maker.Make(operations[i], round * 1_000 + i));
        }
        foreach (var (kind, (request, fault)) in _failures) TestContext.Out.WriteLine($"--- {kind}: {fault}\n{request}\n");
        Assert.That(_failures.Keys, Is.Empty, $"FEEDBACK_FUZZ_SEED={Seed}: {_failures.Count} kinds of failure; the smallest requests stand above.");
        Assert.That(Service.Log.Errors, Is.Empty, $"FEEDBACK_FUZZ_SEED={Seed}");
        Assert.That(Service.Log.Lines.Where(l => CanaryPattern().IsMatch(l)), Is.Empty, $"FEEDBACK_FUZZ_SEED={Seed}: a line of the log repeats what was sent.");
        await Service.Nobody.GetAsync("/health/ready").Body();
        var differences = new List<string>();
        await new StoreCheck(Service.Services.GetRequiredService<Database>(), TimeProvider.System, difference => differences.Add(difference.Text)).Run(false, CancellationToken.None);
        Assert.That(differences, Is.Empty, $"FEEDBACK_FUZZ_SEED={Seed}: the counts are not those of the answers.");
        Tell(operations);
    }

    private void Tell(IReadOnlyList<DescribedOperation> operations)
    {
        if (Tried.IsAtLength) Assert.That(operations.Select(o => o.Id).Where(o => !_reached.Contains(o)), Is.Empty, "Nothing right was ever sent to these.");
        Tried.Line("requests made from the OpenAPI document", $"{_sent} to {operations.Count} operations as {_keys.Count} scopes and nobody, seed {Seed}",
            $"answers as described: {string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} x {s.Key}"))}; {_ofServer} refused by the web server, {_withoutAnswer} closed without an answer; healthy and counted right afterwards");
        Assert.That(_statuses.Where(s => s.Key < 300).Sum(s => s.Value), Is.GreaterThan(_sent / 8), "Enough was right to get somewhere.");
        Assert.That(_statuses.Where(s => s.Key >= 400).Sum(s => s.Value), Is.GreaterThan(_sent / 8), "Enough was wrong.");
    }

    private async Task MakeKeys()
    {
        foreach (var scope in new SchemaCheck(_document).Resolve("#/components/schemas/KeyScope")["enum"]!.AsArray().Select(s => (string)s!))
        {
            var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "of the requests", ["scope"] = scope }).Body(201);
            _keys[scope] = (string)made["key"]!;
            _words.Withheld.Add((string)made["id"]!);
            _words.Withheld.Add((string)made["key"]!);
        }
    }

    private async Task Try(DescribedOperation operation, FuzzedRequest request)
    {
        _sent++;
        var answer = await Send(request);
        if (answer is null)
        {
            _withoutAnswer++;
            if (!request.IsCutShort) _failures.TryAdd($"closed {operation.Id}", (request, "closed without an answer"));
            return;
        }
        if (AnswerCheck.IsOfServer(answer))
        {
            _ofServer++;
            return;
        }
        _statuses[answer.Status] = _statuses.GetValueOrDefault(answer.Status) + 1;
        if (answer.Status < 400 && request.Operation is not null) _reached.Add(operation.Id);
        if (_check.Of(request, answer) is { } found) await Failed(operation, request, found);
        else if (answer.Status is 200 or 201 && answer.MediaType == "application/json" && request.Operation is not null) Learn(operation, answer);
    }

    private async Task Failed(DescribedOperation operation, FuzzedRequest request, (string Kind, string Fault) found)
    {
        var kind = $"{found.Kind} {operation.Id}";
        if (_failures.ContainsKey(kind)) return;
        var smallest = await Smallest.Of(request, async smaller => await Send(smaller) is { } again && !AnswerCheck.IsOfServer(again) && _check.Of(smaller, again)?.Kind == found.Kind);
        var last = await Send(smallest);
        _failures[kind] = (smallest, last is not null && _check.Of(smallest, last) is { } told ? told.Fault : found.Fault + " (once)");
    }

    private Task<RawAnswer?> Send(FuzzedRequest request) =>
        _client.Send(request.Bytes(Service.Address.Authority, request.Scope is null ? null : _keys[request.Scope]), request.Method != "HEAD", request.IsCutShort);

    private void Learn(DescribedOperation operation, RawAnswer answer)
    {
        if (answer.Body.Length < 200_000) _words.Learn(operation.Path, JsonNode.Parse(answer.Body), new Random(_sent));
    }

    [GeneratedRegex("xq[0-9]+zj", RegexOptions.IgnoreCase)]
    private static partial Regex CanaryPattern();
}
