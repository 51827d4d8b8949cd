using System.Net.Http.Headers;
using Feedback.Api.Tests.Contract;
using Feedback.Api.Tests.Fuzzing;

namespace Feedback.Api.Tests.Requests;

/// <summary>What every answer says to browsers and caches: of every operation of the document, of pages and their files, of refusals, and of what is at no address.</summary>
public sealed class SendingSafeHeaders(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Addresses =
    [
        "/", "/nothing", "/v1", "/v1/nothing", "/openapi/v1.json", "/openapi/v2.json", "/swagger", "/swagger/index.html", "/swagger/index.js", "/swagger/swagger-ui.css", "/swagger/nothing", "/report", "/report/", "/report/nothing",
        "/widget.js", "/widget.js?unknown=1", "/s/nothing", "/s/_/nothing", "/thread", "/odata/$batch", "/odata/Items/a/b", "/health/ready",
    ];

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ForwardedHeaders_Enabled"] = "true" };

    [Test]
    public async Task Every_example_of_every_operation_is_answered_safely()
    {
        var examples = new Examples(Service.Nobody);
        foreach (var block in Examples.Blocks)
        {
            var (request, _, answer, _) = await examples.Send(block);
            IsSafe(answer, $"{request.Method} {request.RequestUri}");
            if (request.Method != HttpMethod.Get || answer.Headers.ETag is not { } tag) continue;
            using var again = new HttpRequestMessage(HttpMethod.Get, request.RequestUri) { Headers = { Authorization = request.Headers.Authorization } };
            foreach (var key in request.Headers.Where(h => h.Key is "X-Api-Key" or "Origin")) again.Headers.TryAddWithoutValidation(key.Key, key.Value);
            again.Headers.IfNoneMatch.Add(tag);
            using var known = await Service.Nobody.SendAsync(again);
            IsSafe(known, $"{request.Method} {request.RequestUri} again");
        }
    }

    [Test]
    public async Task Every_refusal_of_every_operation_is_answered_safely()
    {
        foreach (var operation in DescribedOperation.Of(await Service.Nobody.GetAsync("/openapi/v1.json").Body()))
        {
            var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", "9");
            foreach (var client in (HttpClient[])[Service.Nobody, Service.Ingest, Service.Admin])
            {
                foreach (var type in (string[])["application/json", "application/xml"])
                {
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path + "?surplus=1") { Content = operation.Bodies.Count > 0 ? Wire.Text("{", type) : null };
                    IsSafe(await client.SendAsync(request), $"{operation} {type}");
                }
            }
            using var other = new HttpRequestMessage(HttpMethod.Patch, path);
            var refused = await Service.Admin.SendAsync(other);
            IsSafe(refused, $"PATCH {path}");
            if ((int)refused.StatusCode == 405) Assert.That(refused.Content.Headers.Allow, Is.Not.Empty.And.Not.Contain("TRACE"), path);
        }
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task An_address_is_answered_safely(string path)
    {
        using var client = Service.Client(handler: new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var method in (string[])["GET", "HEAD", "OPTIONS", "TRACE", "POST"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            var answer = await client.SendAsync(request);
            IsSafe(answer, $"{method} {path}");
            if (method == "TRACE") Assert.That((int)answer.StatusCode, Is.InRange(400, 499), path);
        }
    }

    [Test]
    public async Task A_preflight_is_answered_safely()
    {
        await Service.MakeKey(Feedback.Api.Catalogue.KeyScope.Ingest, null, null, "https://shop.example");
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/feedback");
        request.Headers.Add("Origin", "https://shop.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["https://shop.example"]));
        Assert.That(answer.Headers.Contains("Access-Control-Allow-Credentials"), Is.False, "There is nothing that a browser sends by itself.");
        IsSafe(answer, "preflight");
    }

    [TestCase("https", "feedback.example", true)]
    [TestCase("http", "feedback.example", false)]
    [TestCase("https", "localhost", false)]
    public async Task Behind_TLS_alone_a_browser_is_told_to_come_by_TLS(string scheme, string host, bool isTold)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That(answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : null, Is.EqualTo(isTold ? "max-age=31536000" : null));
    }

    [Test]
    public async Task Links_of_the_feed_have_the_host_that_was_called_and_none_that_a_header_made_up()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/");
        foreach (var (name, value) in ((string, string)[])[("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"), ("X-Original-Host", "evil.example"), ("X-Host", "evil.example")]) request.Headers.Add(name, value);
        var answer = await Service.Read.SendAsync(request);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(Service.Address.Authority).And.Not.Contain("evil"));
        Assert.That(answer.Headers.CacheControl!.Private || answer.Headers.CacheControl.NoStore, "Nobody else is answered with links to the host that one caller named.");
    }

    [TestCase("")]
    [TestCase("3000")]
    public async Task A_feed_that_could_not_link_to_itself_is_refused(string length)
    {
        var host = new string('a', length.Length == 0 ? 0 : int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));
        using var client = new RawClient(Service.Address);
        foreach (var path in (string[])["/odata/", "/odata/$metadata", "/odata/Calendar", "/odata/Calendar/$count"])
        {
            var answer = await client.Send(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {TestService.AdminKey}\r\n\r\n"));
            Assert.That((answer!.Status, answer.Text.Contains("invalid_request", StringComparison.Ordinal)), Is.EqualTo((400, true)), path);
        }
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task A_host_that_is_not_allowed_is_refused_and_nothing_told()
    {
        await using var service = await TestService.Start(Service.Store.Engine, new Dictionary<string, string?> { ["AllowedHosts"] = "feedback.example;127.0.0.1" });
        foreach (var (host, status) in ((string, int)[])[("feedback.example", 200), ("evil.example", 400), ("feedback.example.evil.example", 400)])
        {
            using var client = new RawClient(service.Address);
            var answer = await client.Send(System.Text.Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            Assert.That((answer!.Status, answer.Status == 200 || answer.Body.Length == 0), Is.EqualTo((status, true)), host);
        }
    }

    [TestCase("/report/..%2f..%2fappsettings.json")]
    [TestCase("/report/%2e%2e/%2e%2e/etc/passwd")]
    [TestCase("/report/../../../etc/passwd")]
    [TestCase("/report//etc/passwd")]
    [TestCase("/report/..%5c..%5cfeedback.dll")]
    [TestCase("/s/_/..%2f..%2ffeedback.db")]
    [TestCase("/s/_/%2e%2e%2ffeedback.db")]
    [TestCase("/s/_/survey.css%00.js")]
    [TestCase("/swagger/..%2f..%2ffeedback.dll")]
    [TestCase("/swagger/%2e%2e/%2e%2e/etc/passwd")]
    [TestCase("/swagger/..%5cfeedback.dll")]
    [TestCase("/openapi/..%2fv1.json")]
    [TestCase("/openapi/%2e%2e%2f%2e%2e%2fetc%2fpasswd.json")]
    public async Task No_address_leads_out_of_the_files_that_are_served(string path)
    {
        using var client = new RawClient(Service.Address);
        var answer = await client.Send(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {Service.Address.Authority}\r\n\r\n"));
        Assert.That(answer!.Status, Is.EqualTo(404).Or.EqualTo(400), path);
        Assert.That(answer.Text, Does.Not.Contain("root:").And.Not.Contain("SQLite"));
    }

    private static void IsSafe(HttpResponseMessage answer, string what)
    {
        var said = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        what = $"{what} -> {(int)answer.StatusCode}";
        Assert.That(said.Keys, Has.None.Matches("(?i)^(Server|X-Powered-By|X-AspNet|X-Swagger)"), what);
        Assert.That((said["X-Content-Type-Options"], said["Referrer-Policy"], said["X-Frame-Options"]), Is.EqualTo(("nosniff", "no-referrer", "DENY")), what);
        var policy = said["Content-Security-Policy"];
        Assert.That(policy, Does.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'").And.StartWith("default-src '").And.Not.Contain("unsafe-eval"), what);
        Assert.That(policy.Split("; ").Where(d => d.StartsWith("script-src", StringComparison.Ordinal)), Has.None.Contain("unsafe-inline"), what);
        var isOfTheWidget = answer.RequestMessage!.RequestUri!.AbsolutePath == "/widget.js";
        Assert.That(said["Cross-Origin-Resource-Policy"], Is.EqualTo(isOfTheWidget && answer.IsSuccessStatusCode ? "cross-origin" : "same-origin").Or.EqualTo(isOfTheWidget ? "cross-origin" : "same-origin"), what);
        Assert.That(said["Cross-Origin-Opener-Policy"], Is.EqualTo("same-origin"), what);
        IsKeptByNobodyElse(answer, CacheControlHeaderValue.Parse(said["Cache-Control"]), what);
    }

    /// <summary>Only files that are the same for everybody may be kept by caches between: those with a hash in their name, and the widget.</summary>
    private static void IsKeptByNobodyElse(HttpResponseMessage answer, CacheControlHeaderValue cache, string what)
    {
        if (cache.Public) Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Does.Match("^/(widget\\.js|s/_/[a-z]+-[0-9a-f]{10}\\.(css|js)|report/.+)$"), what);
        else Assert.That(cache.NoStore || cache.NoCache || cache.MaxAge == TimeSpan.Zero, what);
        if (answer.RequestMessage!.Method != HttpMethod.Get && answer.RequestMessage.Method != HttpMethod.Head || (int)answer.StatusCode >= 400) Assert.That(cache.NoStore, what);
    }
}
