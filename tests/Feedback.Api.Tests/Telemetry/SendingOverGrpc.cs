using Feedback.Api.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>The protocol that a collector is spoken to with when nobody says which. What is in the messages is the same as over HTTP.</summary>
[NonParallelizable]
public sealed class SendingOverGrpc(string engine) : ServiceFixture(engine)
{
    private Collector _collector = null!;

    protected override IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            _collector ??= Collector.Start(isGrpc: true).GetAwaiter().GetResult();
            return new Dictionary<string, string?> { ["Feedback:Telemetry:Endpoint"] = _collector.Address };
        }
    }

    [OneTimeTearDown]
    public async Task StopTheCollector()
    {
        if (_collector is not null) await _collector.DisposeAsync();
    }

    [Test]
    public async Task Spans_metrics_and_lines_arrive()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Submit(survey, Some.Response()).Body(201);
        Service.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Feedback.Api.Tests").LogWarning("It has {Count} parts", 3);
        Assert.That(() => Texts("traces", 5), Has.Member("commit").And.Member("POST /v1/surveys/{key}/responses").After(60_000, 100));
        Assert.That(() => Texts("metrics", 1), Has.Member("feedback.responses").After(60_000, 100));
        Assert.That(() => Texts("logs", 5, 1), Has.Member("It has 3 parts").After(60_000, 100));
    }

    /// <summary>What each span, metric or line has at a path of fields.</summary>
    private List<string> Texts(string signal, params int[] path) => [.. Sent().Of(signal).SelectMany(m => m.At([1, 2, 2, .. path])).Select(m => m.Text)];

    /// <summary>With all that there is to send by now.</summary>
    private Collector Sent()
    {
        Service.Services.GetRequiredService<Exporting>().Flush();
        Service.Services.GetRequiredService<LoggerProvider>().ForceFlush(5_000);
        return _collector;
    }
}
