using System.Net;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Keys;

/// <summary>What a browser gets that shows a page of another origin (CORS).</summary>
public sealed class AskingFromAnotherOrigin(string engine) : ServiceFixture(engine)
{
    private const string Allow = "Access-Control-Allow-Origin";

    [Test]
    public async Task A_preflight_is_answered_for_an_origin_that_a_living_key_lists()
    {
        var origin = SomeOrigin();
        await Service.MakeKey(KeyScope.Ingest, origins: origin);
        var answer = await Preflight(origin);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(answer.Headers.GetValues(Allow), Is.EqualTo((string[])[origin]));
        Assert.That(string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), Is.EqualTo("Authorization,X-Api-Key,Content-Type,If-None-Match"));
        Assert.That(string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Methods")), Is.EqualTo("GET,POST,DELETE"));
    }

    [Test]
    public async Task A_preflight_of_any_other_origin_is_not_allowed_anything()
    {
        var answer = await Preflight(SomeOrigin());
        Assert.That(answer.Headers.Contains(Allow), Is.False);
    }

    [Test]
    public async Task An_origin_is_forgotten_with_the_last_key_that_lists_it()
    {
        var origin = SomeOrigin();
        await Service.MakeKey(KeyScope.Ingest, expiresAt: Service.Clock.Now.AddMinutes(1), origins: origin);
        Assert.That((await Preflight(origin)).Headers.Contains(Allow));
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await Preflight(origin)).Headers.Contains(Allow), Is.False);
    }

    [Test]
    public async Task Answers_and_problems_can_be_read_by_a_listed_origin()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var origin = SomeOrigin();
        var key = await Service.MakeKey(KeyScope.Ingest, origins: origin);
        foreach (var (path, presented, status) in ((string, string, int)[])
            [($"/v1/surveys/{survey}/responses", key, 201), ("/v1/surveys/nothing/responses", key, 404), ($"/v1/surveys/{survey}/responses", "wrong", 401), ("/v1/nothing", key, 404)])
        {
            var answer = await Submit(path, presented, origin);
            Assert.That((int)answer.StatusCode, Is.EqualTo(status), path);
            Assert.That(answer.Headers.GetValues(Allow), Is.EqualTo((string[])[origin]), path);
            Assert.That(answer.Headers.Vary, Has.Member("Origin"));
        }
    }

    [Test]
    public async Task Nothing_can_be_read_by_an_origin_that_is_not_listed()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var answer = await Submit($"/v1/surveys/{survey}/responses", await Service.MakeKey(KeyScope.Ingest, origins: SomeOrigin()), SomeOrigin());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Headers.Contains(Allow), Is.False);
    }

    private static string SomeOrigin() => $"https://{Some.Key()}.example.org";

    private Task<HttpResponseMessage> Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/v1/surveys/any/responses");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return Service.Nobody.SendAsync(request);
    }

    private Task<HttpResponseMessage> Submit(string path, string key, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Wire.Json(Some.Response()) };
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("Origin", origin);
        return Service.Nobody.SendAsync(request);
    }
}
