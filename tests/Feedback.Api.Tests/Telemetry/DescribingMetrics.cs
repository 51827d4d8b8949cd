using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Feedback.Api.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>The list of metrics in docs/telemetry.md is what the code makes; the dashboard and the alerts ask for nothing else. A collector that is dead costs nothing, and without one nothing is sent.</summary>
[NonParallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed partial class DescribingMetrics(string engine)
{
    /// <summary>An address at which nobody listens.</summary>
    private const string Dead = "http://127.0.0.1:9";

    private static readonly string[] OfServer = ["http.server.request.duration", "kestrel.active_connections", "kestrel.queued_connections", "kestrel.rejected_connections"];

    private readonly List<Instrument> _instruments = [];

    [OneTimeSetUp]
    public async Task MakeEveryInstrument()
    {
        await using var service = await TestService.Start(engine, new Dictionary<string, string?> { ["Feedback:Telemetry:Endpoint"] = Dead });
        foreach (var type in typeof(Feedback.Api.Service).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters && t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Any(f => typeof(Instrument).IsAssignableFrom(f.FieldType))))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => _instruments.Add(instrument) };
        listener.Start();
        Assert.That(_instruments, Is.Not.Empty);
        var survey = await service.Publish(Some.CustomerSurvey());
        for (var i = 0; i < 20; i++) await service.Submit(survey, Some.Response()).Body(201);
        Assert.That(service.Log.Lines, Has.None.Contains("OpenTelemetry").And.None.Contains("127.0.0.1:9"), "A collector that is dead is told of by nobody.");
    }

    [Test]
    public void The_document_lists_every_metric_with_its_unit()
    {
        var listed = RowPattern().Matches(File.ReadAllText(Repository.Path("docs", "telemetry.md"))).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}");
        var made = _instruments.Where(i => i.Meter.Name.StartsWith("Feedback.", StringComparison.Ordinal)).Select(i => $"{i.Name} {i.Unit}").Distinct();
        Assert.That(listed.Where(l => l.StartsWith("feedback.", StringComparison.Ordinal)), Is.EquivalentTo(made));
        Assert.That(OfServer, Is.EqualTo(MetricShapes.Served));
    }

    [TestCase("deploy/grafana/feedback.json")]
    [TestCase("deploy/prometheus/alerts.yaml")]
    public void What_is_drawn_and_watched_exists(string file)
    {
        var known = _instruments.Select(Prometheus).ToHashSet();
        var named = NamePattern().Matches(File.ReadAllText(Repository.Path(file.Split('/')))).Select(m => SuffixPattern().Replace(m.Value, "")).Distinct().ToList();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Except(known), Is.Empty);
    }

    [Test]
    public void A_dashboard_is_JSON_that_Grafana_reads()
    {
        var board = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Repository.Path("deploy", "grafana", "feedback.json")))!;
        Assert.That(board["panels"]!.AsArray().Select(p => (string?)p!["title"]), Is.Unique.And.No.Member(null));
    }

    [Test]
    public async Task Without_a_collector_nothing_is_there_that_could_send()
    {
        await using var service = await TestService.Start(engine);
        Assert.That(service.Services.GetService<Exporting>(), Is.Null);
    }

    [TestCase("Endpoint", "collector")]
    [TestCase("Endpoint", "ftp://collector")]
    [TestCase("Protocol", "http/json")]
    [TestCase("SampleRatio", "2")]
    public void A_setting_that_is_wrong_stops_the_start(string name, string value) => Assert.That(() => Read(new() { ["Feedback:Telemetry:Endpoint"] = Dead, [$"Feedback:Telemetry:{name}"] = value }), Throws.TypeOf<InvalidSettingException>());

    [Test]
    public void The_standard_variables_say_it_too()
    {
        var read = Read(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Dead, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_SERVICE_NAME"] = "voice" });
        Assert.That((read.Endpoint, read.Protocol, read.ServiceName, read.IsOn), Is.EqualTo((Dead, "http/protobuf", "voice", true)));
        Assert.That(Read(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Dead, ["OTEL_SDK_DISABLED"] = "true" }).IsOn, Is.False);
        Assert.That(Read([]).IsOn, Is.False);
    }

    private static TelemetrySettings Read(Dictionary<string, string?> settings) =>
        Feedback.Api.Settings.Read(new Microsoft.Extensions.Configuration.ConfigurationManager().Holding(settings)).Telemetry;

    /// <summary>As Prometheus names it that takes OTLP: dots are underscores, the unit follows, and a counter ends in total.</summary>
    private static string Prometheus(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_');
        var type = instrument.GetType().Name;
        name += instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "1" when type.Contains("Gauge") => "_ratio", _ => "" };
        return type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? name + "_total" : name;
    }

    [GeneratedRegex(@"^\| `([a-z_.]+)` \| [a-z]+ \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"\b(feedback|http_server|kestrel|dotnet)_[a-z_]+")]
    private static partial Regex NamePattern();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex SuffixPattern();
}

file static class Configured
{
    public static Microsoft.Extensions.Configuration.IConfiguration Holding(this Microsoft.Extensions.Configuration.ConfigurationManager manager, Dictionary<string, string?> settings)
    {
        foreach (var (name, value) in settings) manager[name] = value;
        return manager;
    }
}
