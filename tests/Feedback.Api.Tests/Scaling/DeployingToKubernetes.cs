using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Feedback.Api.Tests.Scaling;

/// <summary>What the manifests name is there: settings, and the addresses of the probes.</summary>
public sealed partial class DeployingToKubernetes(string engine) : ServiceFixture(engine)
{
    private static readonly string Folder = Repository.Path("deploy", "kubernetes");

    private static IEnumerable<string> Manifests => Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!);

    [TestCaseSource(nameof(Manifests))]
    public void Settings_in_a_manifest_are_settings(string manifest)
    {
        var names = SettingPattern().Matches(File.ReadAllText(Path.Combine(Folder, manifest))).Select(m => m.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();
        var values = names.ToDictionary(n => n, n => n switch
        {
            "Feedback:Database:Engine" => "sqlserver",
            "Feedback:Database:ConnectionString" or "Feedback:Database:ReadConnectionString" => "Server=HOST;Database=feedback",
            "Feedback:TimeZone" => "UTC",
            "Feedback:Telemetry:Endpoint" or "Feedback:Oidc:Authority" => "https://example.org",
            "Feedback:Webhooks:AllowPrivateAddresses" => "true",
            _ => (string?)new string('x', 40),
        });
        Assert.That(() => Feedback.Api.Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build()), Throws.Nothing);
    }

    [TestCaseSource(nameof(Manifests))]
    public async Task Probes_ask_what_the_service_answers(string manifest)
    {
        foreach (var path in PathPattern().Matches(File.ReadAllText(Path.Combine(Folder, manifest))).Select(m => m.Groups[1].Value).Distinct()) await Service.Nobody.GetAsync(path).Body();
    }

    [TestCaseSource(nameof(Manifests))]
    public void A_manifest_has_no_tabs_and_names_what_it_makes(string manifest)
    {
        var text = File.ReadAllText(Path.Combine(Folder, manifest));
        Assert.That(text, Does.Not.Contain('\t'));
        foreach (var part in text.Split("\n---\n")) Assert.That(part, Does.Match(@"(?m)^apiVersion: \S+$").And.Match(@"(?m)^kind: \w+$").And.Match(@"(?m)^  name: feedback"));
    }

    [GeneratedRegex(@"Feedback__\w+")]
    private static partial Regex SettingPattern();

    [GeneratedRegex(@"httpGet: \{ path: ([^,]+),")]
    private static partial Regex PathPattern();
}
