using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Api.Catalogue;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>What somebody sees who asks a demo over HTTP.</summary>
public sealed class TryingTheDemo(string engine) : DemoFixture(engine)
{
    protected override DemoOptions Options => new() { People = 100, Customers = 8_000 };

    [Test]
    public async Task Every_request_that_the_console_shows_works()
    {
        var keys = new DemoKeys(TestService.AdminKey, await Service.MakeKey(KeyScope.Read), await Service.MakeKey(KeyScope.Ingest), "", "", await Service.MakeKey(KeyScope.Champion));
        var lines = DemoGuide.Text(Service.Address.ToString(), keys, []).Split('\n').Where(l => l.Contains("curl ", StringComparison.Ordinal)).ToArray();
        Assert.That(lines, Has.Length.EqualTo(13));
        foreach (var line in lines)
        {
            using var client = Service.Client(Regex.Match(line, "X-Api-Key: ([^\"]+)").Groups[1].Value);
            var url = Regex.Match(line, "\"(http[^\"]+)\"").Groups[1].Value;
            var sent = Regex.Match(line, "-d '([^']+)'").Groups[1].Value;
            var answer = sent.Length == 0 ? await client.GetAsync(url) : await client.Post(url, JsonNode.Parse(sent)!);
            Assert.That((int)answer.StatusCode, Is.EqualTo(sent.Length == 0 ? 200 : 201), line);
        }
    }

    [Test]
    public async Task Every_page_that_the_console_names_is_there_in_both_languages()
    {
        var guide = DemoGuide.Text(Service.Address.ToString(), new DemoKeys("", "", "", "", "", ""), []);
        var pages = Regex.Matches(guide, @"^ *(http\S+/s/\S+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        Assert.That(pages, Has.Count.EqualTo(2));
        foreach (var page in pages)
        {
            Assert.That(await Service.Nobody.GetStringAsync(page + "&lang=de"), Does.Contain("<html lang=\"de\""));
            Assert.That(await Service.Nobody.GetStringAsync(page), Does.Contain("<html lang=\"en\"").And.Contain("name=\"about.unit\" value=\"retail-south\""));
        }
    }

    [Test]
    public async Task Customers_trust_the_bank_and_test_responses_do_not_count()
    {
        var row = (await Rows("trust?audience=customer")).Single();
        Assert.That((string?)row["status"], Is.EqualTo("released"));
        Assert.That((long)row["n"]!, Is.InRange(7_800, 8_000));
        Assert.That((double)row["estimate"]!, Is.EqualTo(Counts.Of(Customers, "trust").Mean).Within(.5));
        Assert.That((long)(await Rows("trust?audience=customer&includeTest=true")).Single()["n"]!, Is.EqualTo((long)row["n"]! + 24));
    }

    [Test]
    public async Task The_app_is_the_channel_that_falls()
    {
        var quarters = await Rows("satisfaction?audience=customer&interval=quarter&by=channel");
        double Satisfied(string channel, Func<IEnumerable<JsonNode>, JsonNode> which) =>
            (double)which(quarters.Where(r => (string?)r["channel"] == channel && (string?)r["status"] == "released").OrderBy(r => (string?)r["from"], StringComparer.Ordinal))["estimate"]!;
        Assert.That(Satisfied("app", rows => rows.First()) - Satisfied("app", rows => rows.Last()), Is.GreaterThan(25));
        foreach (var steady in (string[])["branch", "phone", "web"])
            Assert.That(Satisfied(steady, rows => rows.First()) - Satisfied(steady, rows => rows.Last()), Is.LessThan(15));
    }

    [Test]
    public async Task Customers_in_the_south_feel_the_trouble_from_its_third_month()
    {
        var months = (await Rows("satisfaction?audience=customer&interval=month&where=unit:retail-south&where=channel:branch")).ToDictionary(r => (string)r["from"]!, r => (double?)r["components"]!["mean"]);
        double Mean(int from, int to) => Enumerable.Range(from, to - from + 1).Average(m => months[$"{Month(m) / 100}-{Month(m) % 100:00}-01"]!.Value);
        Assert.That(Mean(0, 11) - Mean(12, 13), Is.LessThan(6));
        Assert.That(Mean(0, 11) - Mean(14, 17), Is.GreaterThan(7));
    }

    private async Task<JsonNode[]> Rows(string request)
    {
        var body = await Service.Read.GetAsync("/v1/indicators/" + request).Body();
        return [.. body["value"]!.AsArray().Select(r => r!)];
    }
}
