using System.Net;
using System.Text.RegularExpressions;
using Feedback.Api.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Browser.Tests;

/// <summary>How the page's files are served: to everybody, from the service alone, and kept by browsers as long as is right.</summary>
public sealed partial class ServingTheReport
{
    private TestService? _service;

    [OneTimeTearDown]
    public async Task StopTheService()
    {
        if (_service is not null) await _service.DisposeAsync();
    }

    [Test]
    public async Task Without_its_files_the_page_says_how_they_are_built()
    {
        await using var service = await TestService.Start("sqlite", services: s => s.AddSingleton(new ReportPage(new Dictionary<string, byte[]>())));
        var answer = await service.Nobody.GetAsync("/report");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(text, Does.Contain("make report").And.Contain("Node 20"));
        Assert.That(answer.Headers.CacheControl!.NoCache, "The page that is built next is to be seen at once.");
    }

    [Test]
    public async Task The_page_is_asked_for_anew_and_its_files_are_kept_for_ever()
    {
        var service = await Built();
        var page = await service.Nobody.GetAsync("/report");
        Assert.That(page.Headers.CacheControl!.NoCache);
        var files = FilePattern().Matches(await page.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(4));
        foreach (var file in files)
        {
            Assert.That(file, Does.Match("^report/[a-z]+-[A-Z0-9]{8}[.](js|css|svg|txt)$"));
            var answer = await service.Nobody.GetAsync("/" + file);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), file);
            Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("immutable").And.Contain("max-age=31536000"));
        }
        var again = new HttpRequestMessage(HttpMethod.Get, "/report");
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Headers.GetValues("ETag"));
        Assert.That((await service.Nobody.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Nothing_from_elsewhere_may_run_in_it()
    {
        var service = await Built();
        var headers = (await service.Nobody.GetAsync("/report")).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'").And.Not.Contain("unsafe").And.Not.Contain("http").And.Not.Contain("*"));
        Assert.That(headers.GetValues("X-Content-Type-Options"), Is.EqualTo((string[])["nosniff"]));
        Assert.That(headers.GetValues("Referrer-Policy"), Is.EqualTo((string[])["no-referrer"]));
    }

    [Test]
    public async Task Its_scripts_are_compressed_for_who_asks()
    {
        var service = await Built();
        var script = FilePattern().Matches(await service.Nobody.GetStringAsync("/report")).Select(m => m.Groups[1].Value).First(f => f.EndsWith(".js", StringComparison.Ordinal));
        var request = new HttpRequestMessage(HttpMethod.Get, "/" + script);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        Assert.That((await service.Nobody.SendAsync(request)).Content.Headers.ContentEncoding, Is.EqualTo((string[])["br"]));
    }

    [Test]
    public async Task The_notices_of_what_it_is_made_with_go_with_it()
    {
        var service = await Built();
        var file = FilePattern().Matches(await service.Nobody.GetStringAsync("/report")).Select(m => m.Groups[1].Value).Single(f => f.EndsWith(".txt", StringComparison.Ordinal));
        Assert.That(await service.Nobody.GetStringAsync("/" + file), Does.Contain("@observablehq/plot").And.Contain("d3-scale").And.Contain("Copyright"));
    }

    [TestCase("/report/nothing-here.js")]
    [TestCase("/report/index.html")]
    [TestCase("/report/../appsettings.json")]
    public async Task What_is_not_a_file_of_the_page_is_not_there(string path) =>
        await (await Built()).Nobody.GetAsync(path).Problem(404, ProblemCodes.NotFound);

    [Test]
    public async Task A_slash_at_the_end_leads_to_the_page() =>
        Assert.That((await (await Built()).Nobody.GetAsync("/report/")).RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/report"));

    private async Task<TestService> Built()
    {
        if (!ReportPage.Embedded().IsBuilt) Assert.Ignore("The report page is not built: make report, then build again.");
        return _service ??= await TestService.Start("sqlite");
    }

    [GeneratedRegex("(?:src|href)=\"(report/[^\"]+)\"")]
    private static partial Regex FilePattern();
}
