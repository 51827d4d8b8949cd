using System.Net;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Ingest;

/// <summary>Requests that are refused whatever the response in them says.</summary>
public sealed class RefusingRequests(string engine) : ServiceFixture(engine)
{
    private const string Marker = "Marker-6021";
    private string _survey = "";
    private Totals _before = null!;

    [SetUp]
    public async Task Publish()
    {
        _survey = await Service.Publish(Some.CustomerSurvey());
        _before = await Service.Totals();
    }

    [TearDown]
    public async Task Nothing_was_stored_or_logged()
    {
        Assert.That(await Service.Totals(), Is.EqualTo(_before));
        Assert.That(Service.Log.Lines, Has.None.Contain(Marker));
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [TestCase("text/plain")]
    [TestCase("text/html")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/jsonp")]
    public async Task Another_media_type_is_refused(string mediaType) =>
        await Service.Ingest.PostAsync(Asking.Responses(_survey), Wire.Text(Answered(), mediaType)).Problem(415, "unsupported_media_type");

    [Test]
    public async Task Another_charset_and_no_media_type_are_refused()
    {
        var other = new StringContent(Answered(), System.Text.Encoding.Latin1, "application/json");
        await Service.Ingest.PostAsync(Asking.Responses(_survey), other).Problem(415, "unsupported_media_type");
        await Service.Ingest.PostAsync(Asking.Responses(_survey), new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Answered()))).Problem(415, "unsupported_media_type");
    }

    [TestCase(5 << 20, false)]
    [TestCase(300_000, false)]
    [TestCase(300_000, true)]
    public async Task A_body_over_the_limit_is_refused(int length, bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.Responses(_survey)) { Content = Wire.Text(Answered(new string('x', length))) };
        if (isChunked) request.Headers.TransferEncodingChunked = true;
        await Service.Ingest.SendAsync(request).Problem(413, "body_too_large");
    }

    [Test]
    public async Task A_batch_over_64_MiB_is_refused()
    {
        var line = "{\"answers\":{\"clean\":\"" + Marker + "\"},\"language\":\"" + new string('x', 200_000) + "\"}\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.Responses(_survey) + "/batch");
        request.Content = Wire.Text(string.Concat(Enumerable.Repeat(line, 340)), "application/x-ndjson");
        // The client waits for a word before it sends, so that the answer never meets a connection that is still being written to.
        request.Headers.ExpectContinue = true;
        await Service.Ingest.SendAsync(request).Problem(413, "body_too_large");
    }

    [Test]
    public async Task Keys_without_the_right_to_post_are_refused()
    {
        var response = Some.Response();
        await Service.Nobody.Post(Asking.Responses(_survey), response).Problem(401, "unauthorized");
        await Service.Client(Marker + "-which-is-no-key").Post(Asking.Responses(_survey), response).Problem(401, "unauthorized");
        await Service.Read.Post(Asking.Responses(_survey), response).Problem(403, "forbidden_scope");
        var comments = Service.Client(await Service.MakeKey(KeyScope.Comments));
        await comments.Post(Asking.Responses(_survey), response).Problem(403, "forbidden_scope");
        var employees = Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Employee));
        await employees.Post(Asking.Responses(_survey), response).Problem(403, "forbidden_audience");
        await employees.PostAsync(Asking.Responses(_survey) + "/batch", Wire.Text(Answered(), "application/x-ndjson")).Problem(403, "forbidden_audience");
    }

    [Test]
    public async Task A_key_that_has_expired_is_refused()
    {
        var key = Service.Client(await Service.MakeKey(KeyScope.Ingest, expiresAt: Service.Clock.Now.AddHours(1)));
        Service.Clock.Advance(TimeSpan.FromHours(2));
        await key.Post(Asking.Responses(_survey), Some.Response()).Problem(401, "unauthorized");
    }

    [Test]
    public async Task An_origin_that_the_key_does_not_list_is_refused()
    {
        var key = await Service.MakeKey(KeyScope.Ingest, null, null, "https://shop.example");
        await Service.Client(key).From("https://evil.example").Post(Asking.Responses(_survey), Some.Response()).Problem(403, "forbidden_origin");
        await Service.Client(key).From("https://shop.example.evil.example").Post(Asking.Responses(_survey), Some.Response()).Problem(403, "forbidden_origin");
        await Service.Nobody.From("https://evil.example").PostAsync($"{Asking.Responses(_survey)}?key={key}", Asking.Beacon(Some.Response())).Problem(403, "forbidden_origin");
    }

    [Test]
    public async Task A_key_to_post_reads_nothing()
    {
        foreach (var path in (string[])["/v1/indicators/recommend?audience=customer", "/v1/surveys", $"/v1/surveys/{_survey}", "/v1/keys"])
            await Service.Ingest.GetAsync(path).Problem(403, "forbidden_scope");
    }

    [Test]
    public async Task An_unknown_survey_and_an_unknown_parameter_are_refused()
    {
        await Service.Ingest.Post(Asking.Responses("no-such-survey"), Some.Response()).Problem(404, "unknown_survey");
        await Service.Ingest.Post(Asking.Responses(_survey) + "?dryRun=" + Marker, Some.Response()).Problem(400, "unknown_parameter");
        Assert.That((await Service.Ingest.PutAsync(Asking.Responses(_survey), null)).StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    private static string Answered(string text = Marker) => $$$"""{"answers":{"why":"{{{text}}}"}}""";
}
