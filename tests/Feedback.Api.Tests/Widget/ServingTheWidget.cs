using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Widget;

/// <summary>What a browser gets that meets the script tag on somebody's page.</summary>
public sealed class ServingTheWidget(string engine) : ServiceFixture(engine)
{
    private static readonly string Built = Repository.Path("src", "Feedback.Api", "Pages", "widget.js");

    [Test]
    public async Task Everybody_gets_the_script_without_a_key()
    {
        var answer = await Service.Nobody.GetAsync("/widget.js");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/javascript; charset=utf-8"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await File.ReadAllBytesAsync(Built)));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo((string[])["nosniff"]));
        Assert.That(answer.Headers.GetValues("Cross-Origin-Resource-Policy"), Is.EqualTo((string[])["cross-origin"]));
        Assert.That(answer.Headers.CacheControl!.Public);
        Assert.That(answer.Headers.CacheControl.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [TestCase("https://nobody-knows.example.org")]
    [TestCase(null)]
    public async Task A_page_of_any_origin_may_hold_it_to_a_hash(string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js?v=2");
        if (origin is not null) request.Headers.Add("Origin", origin);
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        Assert.That(SHA384.HashData(await answer.Content.ReadAsByteArrayAsync()), Is.EqualTo(SHA384.HashData(await File.ReadAllBytesAsync(Built))));
    }

    [Test]
    public async Task Who_has_it_is_told_so()
    {
        var tag = (await Service.Nobody.GetAsync("/widget.js")).Headers.ETag!;
        var again = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        again.Headers.IfNoneMatch.Add(tag);
        var answer = await Service.Nobody.SendAsync(again);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(answer.Headers.ETag, Is.EqualTo(tag));
    }

    [TestCase("br, gzip", "br")]
    [TestCase("gzip, deflate", "gzip")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("identity", null)]
    public async Task It_is_compressed_as_far_as_the_visitor_takes_it(string accepted, string? encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.Add("Accept-Encoding", accepted);
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That(answer.Content.Headers.ContentEncoding, encoding is null ? Is.Empty : Is.EqualTo((string[])[encoding]));
        Assert.That(string.Join(',', answer.Headers.Vary), Does.Contain("Accept-Encoding"));
        var body = await answer.Content.ReadAsStreamAsync();
        await using var plain = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes);
        Assert.That(bytes.ToArray(), Is.EqualTo(await File.ReadAllBytesAsync(Built)));
    }

    [Test]
    public async Task Gzipped_it_stays_below_twelve_kilobytes_with_all_its_languages()
    {
        var plain = await File.ReadAllBytesAsync(Built);
        var (gzip, brotli) = (await Length("gzip"), await Length("br"));
        TestContext.Out.WriteLine($"widget.js: {plain.Length} bytes, {gzip} gzipped, {brotli} with brotli");
        Assert.That(gzip, Is.LessThan(12_000));
        Assert.That(brotli, Is.LessThan(gzip));
        var text = System.Text.Encoding.UTF8.GetString(plain);
        foreach (var word in (string[])["Before you send", "Bevor Sie senden", "Avant d’envoyer", "Antes de enviar"]) Assert.That(text, Does.Contain(word));
    }

    [Test]
    public async Task Nothing_in_it_evaluates_text_parses_html_sets_cookies_or_styles_inline()
    {
        var text = await File.ReadAllTextAsync(Built);
        Assert.That(Regex.Matches(text, @"\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.cookie|\.style\b|createElement\(.style|userAgent|canvas|https?://").Select(m => m.Value), Is.Empty);
    }

    [Test]
    public async Task Its_head_is_answered_alone()
    {
        var answer = await Service.Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/widget.js"));
        Assert.That(((int)answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length, answer.Headers.ETag is not null), Is.EqualTo((200, 0, true)));
    }

    [Test]
    public async Task Only_a_parameter_that_fetches_it_anew_is_known() => await Service.Nobody.GetAsync("/widget.js?key=1").Problem(400, "unknown_parameter");

    private async Task<int> Length(string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.Add("Accept-Encoding", encoding);
        return (await (await Service.Nobody.SendAsync(request)).Content.ReadAsByteArrayAsync()).Length;
    }
}
