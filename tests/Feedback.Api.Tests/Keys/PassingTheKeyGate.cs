using System.Net.Http.Headers;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Keys;

/// <summary>Every way to carry a key, and every reason to be turned away.</summary>
public sealed class PassingTheKeyGate(string engine) : ServiceFixture(engine)
{
    private const string Site = "https://www.example.org";

    [Test]
    public async Task A_key_is_taken_as_bearer_in_a_header_of_its_own_and_as_the_password_of_basic()
    {
        var key = await Service.MakeKey(KeyScope.Read);
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Bearer", key)).Body();
        await Send("/v1/surveys", r => r.Headers.TryAddWithoutValidation("Authorization", "bearer " + key)).Body();
        await Send("/v1/surveys", r => r.Headers.Add("X-Api-Key", key)).Body();
        await Send("/v1/surveys", r => r.Headers.Authorization = Basic("anybody", key)).Body();
        await Send("/v1/surveys", r => r.Headers.Authorization = Basic("", key)).Body();
    }

    [Test]
    public async Task Without_a_key_that_lives_nobody_gets_in()
    {
        var key = await Service.MakeKey(KeyScope.Read);
        await Send("/v1/surveys").Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Bearer", key + "x")).Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Bearer")).Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Digest", key)).Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Basic", "%%%")).Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)))).Problem(401, "unauthorized");
        await Send("/v1/surveys", r => r.Headers.Add("X-Api-Key", new string('a', 5_000))).Problem(401, "unauthorized");
        var answer = await Send("/v1/surveys");
        Assert.That(answer.Headers.WwwAuthenticate.Select(h => h.Scheme), Is.EquivalentTo((string[])["Bearer", "Basic"]));
    }

    [Test]
    public async Task A_key_in_the_address_is_taken_on_ingest_routes_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var ingest = await Service.MakeKey(KeyScope.Ingest);
        var admin = await Service.MakeKey(KeyScope.Admin);
        await Service.Nobody.Post($"/v1/surveys/{survey}/responses?key={ingest}", Some.Response()).Body(201);
        await Service.Nobody.PostAsync($"/v1/surveys/{survey}/responses?key={ingest}", Wire.Text(Some.Response().ToJsonString(), "text/plain")).Body(201);
        await Service.Nobody.GetAsync($"/v1/surveys/{survey}/form?key={ingest}").Body();
        await Service.Nobody.Post($"/v1/surveys/{survey}/responses?key=wrong", Some.Response()).Problem(401, "unauthorized");
        await Service.Nobody.GetAsync($"/v1/surveys?key={admin}").Problem(401, "unauthorized");
        await Service.Admin.GetAsync($"/v1/surveys?key={admin}").Problem(400, "unknown_parameter");
    }

    [Test]
    public async Task Text_is_taken_from_a_beacon_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Ingest.PostAsync($"/v1/surveys/{survey}/responses", Wire.Text(Some.Response().ToJsonString(), "text/plain")).Problem(415, "unsupported_media_type");
    }

    [Test]
    public async Task A_scope_opens_its_own_operations_and_no_other()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Read.Post($"/v1/surveys/{survey}/responses", Some.Response()).Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync("/v1/surveys").Problem(403, "forbidden_scope");
        await Service.Read.GetAsync("/v1/keys").Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync("/v1/keys").Problem(403, "forbidden_scope");
        await Service.Client(await Service.MakeKey(KeyScope.Comments)).GetAsync("/v1/keys").Problem(403, "forbidden_scope");
        await Service.Admin.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        await Service.Admin.GetAsync("/v1/surveys").Body();
    }

    [Test]
    public async Task A_key_bound_to_an_audience_cannot_touch_the_other()
    {
        var client = Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Customer));
        await client.Post($"/v1/surveys/{await Service.Publish(Some.CustomerSurvey())}/responses", Some.Response()).Body(201);
        await client.Post($"/v1/surveys/{await Service.Publish(Some.EmployeeSurvey())}/responses", Some.EmployeeResponse()).Problem(403, "forbidden_audience");
    }

    [Test]
    public async Task A_key_is_refused_from_the_instant_it_expires()
    {
        var client = Service.Client(await Service.MakeKey(KeyScope.Read, expiresAt: Service.Clock.Now.AddHours(1)));
        Service.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await client.GetAsync("/v1/surveys").Body();
        Service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await client.GetAsync("/v1/surveys").Problem(401, "unauthorized");
    }

    [Test]
    public async Task A_key_with_origins_serves_these_and_servers()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var key = await Service.MakeKey(KeyScope.Ingest, origins: Site);
        await Submit(survey, key, Site).Body(201);
        await Submit(survey, key, null).Body(201);
        await Submit(survey, key, "https://evil.example").Problem(403, "forbidden_origin");
        await Submit(survey, key, "http://www.example.org").Problem(403, "forbidden_origin");
        await Submit(survey, key, "null").Problem(403, "forbidden_origin");
        await Submit(survey, await Service.MakeKey(KeyScope.Ingest), "https://evil.example").Body(201);
    }

    [Test]
    public async Task Keys_live_on_after_a_restart()
    {
        var key = await Service.MakeKey(KeyScope.Read);
        await Service.Restart();
        await Service.Client(key).GetAsync("/v1/surveys").Body();
    }

    private Task<HttpResponseMessage> Submit(string survey, string key, string? origin) => Send($"/v1/surveys/{survey}/responses", request =>
    {
        request.Method = HttpMethod.Post;
        request.Content = Wire.Json(Some.Response());
        request.Headers.Authorization = new("Bearer", key);
        if (origin is not null) request.Headers.Add("Origin", origin);
    });

    private Task<HttpResponseMessage> Send(string path, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        change?.Invoke(request);
        return Service.Nobody.SendAsync(request);
    }

    private static AuthenticationHeaderValue Basic(string user, string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
