using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Demo;

/// <summary>The pages about BI tools: every address on them answers with the key that a tool has, and has something to show.</summary>
public sealed partial class AskingWhatToolsAsk(string engine) : StoryFixture(engine)
{
    private const string Root = "http://localhost:5080";

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Repository.Path("docs", "bi"), "*.md").Select(p => Path.GetFileName(p)!);

    [TestCaseSource(nameof(Pages))]
    public async Task Every_address_on_a_page_is_answered(string page)
    {
        var addresses = Address().Matches(await File.ReadAllTextAsync(Repository.Path("docs", "bi", page))).Select(m => m.Groups[1].Value).Distinct()
            // What only an administrator calls, and what is the beginning of addresses.
            .Where(a => a is not ("" or "/" or "/v1/keys")).ToList();
        Assert.That(addresses, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var address in addresses)
            {
                // Grafana puts a day there.
                using var answer = await Service.Read.GetAsync(Variable().Replace(address, m => m.Value.Contains("from", StringComparison.Ordinal) ? "2026-05-01" : "2026-11-01"), HttpCompletionOption.ResponseHeadersRead);
                Assert.That((int)answer.StatusCode, Is.EqualTo(200), address);
                if (answer.Content.Headers.ContentType?.MediaType != "application/json" || address.Contains("Removed", StringComparison.Ordinal)) continue;
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("\"value\":[]"), address);
            }
        }
    }

    [Test]
    public async Task A_mean_of_channels_is_not_the_bank_and_weighed_they_are()
    {
        var (whole, channels) = (await Figures("null"), await Figures("'channel'"));
        var mean = channels.Average(c => c.Estimate);
        Assert.That(Math.Abs(mean - whole.Single().Estimate), Is.GreaterThan(5), "The page says that a plain mean is far off.");
        Assert.That(channels.Sum(c => c.Estimate * c.N) / channels.Sum(c => c.N), Is.EqualTo(whole.Single().Estimate).Within(1e-9));
    }

    private async Task<List<(double Estimate, long N)>> Figures(string dimension)
    {
        var filter = $"indicator eq 'recommend' and interval eq 'quarter' and unit eq null and audience eq 'customer' and from eq 2026-07-01 and dimension eq {dimension}";
        var answer = await Service.Read.GetAsync("/odata/Figures?$filter=" + Uri.EscapeDataString(filter)).Body();
        return [.. answer["value"]!.AsArray().Select(r => (r!.Number("estimate"), (long)r!["n"]!))];
    }

    [GeneratedRegex(Root + "([^\\s`\"<>),]*(?:,[^\\s`\"<>),]+)*)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\$\{[^}]+\}")]
    private static partial Regex Variable();
}
