using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>What goes to a collector: names, counts and times of readers', admins' and customers' requests; nothing that somebody wrote or was, and no time of an employee's answer.</summary>
[NonParallelizable]
public sealed class SendingTelemetry(string engine) : ServiceFixture(engine)
{
    private const string Canary = "Canary-4711", Wish = "00-{0}-00f067aa0ba902b7-01";
    private const string OfCustomer = "0af7651916cd43dd8448eb211c80319c", OfEmployee = "1bf7651916cd43dd8448eb211c80319d", OfReader = "2cf7651916cd43dd8448eb211c80319e";

    private readonly List<string> _secrets = [Canary, TestService.AdminKey, OfEmployee];
    private Collector _collector = null!;
    private (DateTimeOffset From, DateTimeOffset To) _employees;
    private Received _told = null!;

    protected override IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            _collector ??= Collector.Start().GetAwaiter().GetResult();
            return new Dictionary<string, string?>
            {
                ["Feedback:Telemetry:Endpoint"] = _collector.Address,
                ["Feedback:Telemetry:Protocol"] = "http/protobuf",
                ["Feedback:Webhooks:AllowPrivateAddresses"] = "true",
            };
        }
    }

    /// <summary>Everything there is to see, and then a stop, which sends it.</summary>
    [OneTimeSetUp]
    public async Task DoAllThereIs()
    {
        await using var receiver = await Receiver.Start();
        await Customers(receiver);
        await Employees();
        await Readers();
        Lines();
        await Service.Stop();
    }

    [OneTimeTearDown]
    public async Task StopTheCollector()
    {
        if (_collector is not null) await _collector.DisposeAsync();
    }

    [Test]
    public void Nothing_that_somebody_wrote_holds_or_is_leaves()
    {
        var everything = _collector.Everything;
        Assert.That(everything, Is.Not.Empty);
        foreach (var secret in _secrets) Assert.That(everything.Contains(Latin(secret), StringComparison.OrdinalIgnoreCase), Is.False, secret);
        foreach (var place in (string[])["127.0.0.1", Environment.MachineName]) Assert.That(everything.Contains(place, StringComparison.Ordinal), Is.False, place);
        Assert.That(everything.Contains(Encoding.Latin1.GetString(Convert.FromHexString(OfEmployee)), StringComparison.Ordinal), Is.False, "The caller's trace of an employee's answer.");
        Assert.That(everything.Contains(Encoding.Latin1.GetString(Convert.FromHexString(OfCustomer)), StringComparison.Ordinal), Is.True, "It would be found.");
    }

    [Test]
    public void Readers_admins_and_customers_requests_are_spans_by_their_route()
    {
        var names = Spans().Select(s => s[5].Single().Text).ToList();
        Assert.That(names, Is.SupersetOf((string[])["PUT /v1/surveys/{key}", "GET /v1/indicators/{slug}", "POST /v1/surveys/{key}/responses", "check", "wait", "commit", "deliver"]));
        var response = Spans().Single(s => s[5].Single().Text == "POST /v1/surveys/{key}/responses" && s[1].Single().Hex == OfCustomer);
        Assert.That(Attributes(response[9]), Is.SupersetOf((string[])["http.request.method=POST", "http.route=/v1/surveys/{key}/responses", "feedback.operation=SubmitResponse"]));
        Assert.That(Spans().Where(s => s[1].Single().Hex == OfCustomer).Select(s => s[5].Single().Text), Is.EquivalentTo((string[])["POST /v1/surveys/{key}/responses", "check", "wait"]));
        Assert.That(Spans().Any(s => s[5].Single().Text == "GET /v1/indicators/{slug}" && s[1].Single().Hex == OfReader));
    }

    [Test]
    public void A_commit_of_customers_responses_is_linked_to_their_requests() =>
        Assert.That(Spans().Where(s => s[5].Single().Text == "commit").SelectMany(s => s.At(13, 1)).Select(t => t.Hex), Has.Member(OfCustomer));

    [Test]
    public void No_span_begins_or_ends_while_employees_answer_ask_and_take_back()
    {
        var during = Spans().Where(s => s[7].Concat(s[8]).Any(t => t.Time > _employees.From && t.Time < _employees.To)).Select(s => s[5].Single().Text);
        // What a customer wrote may be told of at any time.
        Assert.That(during.Where(n => n != "deliver"), Is.Empty);
        var concerning = Spans().Select(s => s[5].Single().Text).Where(n => n.Contains("feedback") || n.Contains("thread") || n.Contains("/s/") || n.Contains("flags") || n.Contains("{id") || n.Contains("respondents"));
        Assert.That(concerning, Is.Empty);
    }

    [Test]
    public void Metrics_arrive_with_labels_of_closed_lists_and_without_exemplars()
    {
        var metrics = _collector.Of("metrics").SelectMany(m => m.At(1, 2, 2)).ToList();
        Assert.That(metrics.Select(m => m[1].Single().Text), Is.SupersetOf((string[])
        [
            "feedback.responses", "feedback.commit.duration", "feedback.commit.size", "feedback.inbox.wait", "feedback.inbox.waiting", "feedback.refusals",
            "feedback.webhooks.attempts", "http.server.request.duration", "dotnet.gc.heap.total_allocated",
        ]));
        var points = metrics.SelectMany(m => m.At(5, 1).Concat(m.At(7, 1)).Select(p => (Name: m[1].Single().Text, Labels: p[7], Exemplars: p[5]))
            .Concat(m.At(9, 1).Select(p => (Name: m[1].Single().Text, Labels: p[9], Exemplars: p[8])))).ToList();
        Assert.That(points.Where(p => p.Exemplars.Any()), Is.Empty);
        var labels = points.Where(p => p.Name.StartsWith("feedback.", StringComparison.Ordinal) || p.Name.StartsWith("http.", StringComparison.Ordinal)).SelectMany(p => p.Labels).Select(l => l[1].Single().Text).Distinct();
        Assert.That(labels, Is.SubsetOf((string[])["outcome", "way", "code", "operation", "status", "format", "http.request.method", "http.route", "http.response.status_code"]));
        Assert.That(points.Where(p => p.Name == "feedback.responses").SelectMany(p => Attributes(p.Labels)), Has.Member("way=single").And.Member("outcome=Stored"));
    }

    [Test]
    public void Lines_of_the_log_arrive_without_values_of_others_and_without_what_exceptions_say()
    {
        var lines = _collector.Of("logs").SelectMany(m => m.At(1, 2, 2)).Where(l => l.At(5, 1).Any()).ToList();
        var own = lines.Single(l => l.At(5, 1).Single().Text == "It has 3 parts");
        Assert.That(Attributes(own[6]), Has.Some.StartsWith("exception.type=System.InvalidOperationException < System.FormatException"));
        Assert.That(lines.Select(l => l.At(5, 1).Single().Text), Has.Member("A line about {Value}"));
        Assert.That(own[9], Is.Empty, "It was written within no request.");
        Assert.That(lines.SelectMany(l => l[9]).Select(t => t.Hex).Except(Spans().Select(s => s[1].Single().Hex)), Is.Empty, "Only requests that are traced give lines an id.");
    }

    [Test]
    public void Who_is_told_of_an_event_can_join_the_trace()
    {
        var trace = _told.Headers["traceparent"].ToString().Split('-')[1];
        Assert.That(Spans().Where(s => s[5].Single().Text == "deliver").Select(s => s[1].Single().Hex), Has.Member(trace));
    }

    private async Task Customers(Receiver receiver)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var made = await Service.Admin.Post("/v1/webhooks", new JsonObject { ["url"] = receiver.Address.ToString(), ["events"] = new JsonArray("response.stored") }).Body(201);
        _secrets.Add((string)made["secret"]!);
        var response = Some.Response();
        (response["respondent"], response["answers"]!["why"]) = (Canary, Canary);
        _secrets.Add((string)response["id"]!);
        Assert.That((int)(await Send(HttpMethod.Post, Asking.Responses(survey), response, OfCustomer)).StatusCode, Is.EqualTo(201));
        Assert.That(() => receiver.All.Count, Is.GreaterThan(0).After(20_000, 20));
        _told = receiver.All[0];
        await Service.Admin.DeleteAsync($"/v1/respondents/{Canary}-other").Body();
        await Service.Ingest.PostAsync(Asking.Responses(survey), Wire.Json(new JsonObject { ["answers"] = new JsonObject { [Canary] = 1 } })).Problem(400, "unknown_item");
    }

    private async Task Employees()
    {
        var definition = Some.EmployeeSurvey();
        definition["page"] = true;
        var survey = await Service.Publish(definition);
        await Task.Delay(50);
        _employees.From = DateTimeOffset.UtcNow;
        var response = Some.EmployeeResponse();
        response["answers"]!["why"] = Canary;
        _secrets.Add((string)response["id"]!);
        Assert.That((int)(await Send(HttpMethod.Post, Asking.Responses(survey), response, OfEmployee)).StatusCode, Is.EqualTo(201));
        Assert.That((int)(await Send(HttpMethod.Post, Asking.Responses(survey) + "/batch", new JsonArray(Some.EmployeeResponse()), OfEmployee)).StatusCode, Is.EqualTo(200));
        var concern = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["audience"] = "employee", ["kind"] = "concern", ["text"] = Canary };
        _secrets.Add((string)concern["id"]!);
        Assert.That((int)(await Send(HttpMethod.Post, "/v1/feedback", concern, OfEmployee)).StatusCode, Is.EqualTo(201));
        Assert.That((int)(await Send(HttpMethod.Get, $"/v1/feedback/{concern["id"]}/thread", null, OfEmployee)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await Send(HttpMethod.Get, $"/v1/surveys/{survey}/form", null, OfEmployee)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await Send(HttpMethod.Get, $"/s/{survey}?about.channel={Canary}", null, OfEmployee)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await Send(HttpMethod.Delete, $"/v1/responses/{response["id"]}", null, OfEmployee)).StatusCode, Is.EqualTo(204));
        _employees.To = DateTimeOffset.UtcNow;
        await Task.Delay(50);
    }

    private async Task Readers()
    {
        await Send(HttpMethod.Get, $"/v1/indicators/recommend?audience=customer&where=channel:{Canary}", null, OfReader, Service.Read);
        await Send(HttpMethod.Get, $"/v1/indicators/{Canary}?audience=customer", null, OfReader, Service.Read);
        await Service.Nobody.GetAsync($"/{Canary}?key={TestService.AdminKey}");
        await Service.Client(Canary).GetAsync("/v1/keys").Problem(401, "unauthorized");
    }

    private void Lines()
    {
        var loggers = Service.Services.GetRequiredService<ILoggerFactory>();
        loggers.CreateLogger("Feedback.Api.Tests").LogError(new InvalidOperationException(Canary, new FormatException(Canary)), "It has {Count} parts", 3);
        loggers.CreateLogger("Microsoft.Something").LogWarning(new InvalidOperationException(Canary), "A line about {Value}", Canary);
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, JsonNode? body, string trace, HttpClient? client = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Wire.Json(body) };
        request.Headers.Add("traceparent", string.Format(null, Wish, trace));
        request.Headers.Add("tracestate", "vendor=" + Canary);
        request.Headers.Add("baggage", "user=" + Canary);
        request.Headers.Add("User-Agent", Canary);
        return (client ?? Service.Ingest).SendAsync(request);
    }

    private IEnumerable<OtlpMessage> Spans() => _collector.Of("traces").SelectMany(m => m.At(1, 2, 2));

    private static List<string> Attributes(IEnumerable<OtlpMessage> attributes) => [.. attributes.Select(a => a[1].Single().Text + "=" + a.At(2, 1).Select(v => v.Text).FirstOrDefault())];

    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
