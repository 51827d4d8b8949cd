using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Pages;

namespace Feedback.Api.Tests.Limits;

/// <summary>Who sends without a secret is told to wait once it sends too fast; everybody else goes on.</summary>
public sealed class SlowingDownSenders(string engine) : ServiceFixture(engine)
{
    private const int Burst = 5, WrongKeys = 50, WrongCodes = 100, Plenty = 200;
    private const string Intranet = "https://intranet.example.org", Shop = "https://shop.example.org";

    private string _survey = "";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Feedback:Limits:RequestsPerSecond"] = "1",
        ["Feedback:Limits:Burst"] = $"{Burst}",
        ["Feedback:Limits:PageRequestsPerSecond"] = "1",
        ["Feedback:Limits:PageBurst"] = $"{Burst}",
        ["Feedback:Limits:WrongKeysPerSecond"] = "1",
        ["Feedback:Limits:TrustedProxies"] = "127.0.0.0/8, ::1",
    };

    [OneTimeSetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey().Opened());

    [Test]
    public async Task A_key_in_a_page_has_a_bucket_for_each_of_its_origins_and_one_without()
    {
        var key = await Service.MakeKey(KeyScope.Ingest, origins: [Intranet, Shop]);
        var refused = await UntilRefused(() => Post(key, Intranet), HttpStatusCode.Created);
        await refused.Problem(429, "too_many_requests");
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(refused.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])[Intranet]), "The page can read why, and when to come back.");
        Assert.That(refused.Headers.GetValues("Access-Control-Expose-Headers").Single(), Does.Contain("Retry-After"));
        var left = 0;
        await UntilRefused(() => { left++; return Post(key, Intranet.ToUpperInvariant()); }, HttpStatusCode.Created);
        Assert.That(left, Is.LessThan(Burst), "Another spelling is the same origin, whose bucket has no more than what came in since.");
        foreach (var origin in (string?[])[Shop, null]) Assert.That((await Post(key, origin)).StatusCode, Is.EqualTo(HttpStatusCode.Created), origin);
        Assert.That((await Post(await Service.MakeKey(KeyScope.Ingest, origins: Intranet), Intranet)).StatusCode, Is.EqualTo(HttpStatusCode.Created), "Another key.");
    }

    [Test]
    public async Task A_bucket_fills_again()
    {
        var key = await Service.MakeKey(KeyScope.Ingest, origins: Intranet);
        await UntilRefused(() => Post(key, Intranet), HttpStatusCode.Created);
        for (var tries = 0; (await Post(key, Intranet)).StatusCode != HttpStatusCode.Created; tries++)
        {
            Assert.That(tries, Is.LessThan(500));
            await Task.Delay(20);
        }
    }

    [Test]
    public async Task Origins_that_are_made_up_are_refused_and_use_nothing_up()
    {
        var key = await Service.MakeKey(KeyScope.Ingest, origins: Intranet);
        for (var i = 0; i < 3 * Burst; i++) await (await Post(key, $"https://{i}.example.net")).Problem(403, "forbidden_origin");
        Assert.That((await Post(key, Intranet)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_key_without_origins_is_slowed_down_only_where_it_has_a_rate_of_its_own()
    {
        for (var i = 0; i < 3 * Burst; i++) await Service.Submit(_survey, Some.Response()).Body(201);
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "till", ["scope"] = "ingest", ["rateLimit"] = 1 }).Body(201);
        Assert.That((int)made["rateLimit"]!, Is.EqualTo(1));
        var listed = (await Service.Admin.GetAsync("/v1/keys?limit=1000").Body())["value"]!.AsArray();
        Assert.That((int?)listed.Single(k => (string?)k!["id"] == (string?)made["id"])!["rateLimit"], Is.EqualTo(1));
        Assert.That(listed.Where(k => (string?)k!["id"] != (string?)made["id"]).Select(k => (int?)k!["rateLimit"]), Is.All.Null);
        var served = 0;
        await (await UntilRefused(() => { served++; return Post((string)made["key"]!, null); }, HttpStatusCode.Created)).Problem(429, "too_many_requests");
        Assert.That(served, Is.GreaterThan(30), "Thirty seconds' worth may come at once.");
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(100_001)]
    public async Task A_rate_that_is_none_is_refused(int rate) =>
        Assert.That((await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "till", ["scope"] = "ingest", ["rateLimit"] = rate }).Problem(400, "invalid_request")).Errors!.Keys, Is.EqualTo((string[])["rateLimit"]));

    [Test]
    public async Task A_page_is_counted_by_the_address_that_a_trusted_proxy_passes_on()
    {
        var forged = 0;
        var refused = await UntilRefused(() => Open($"198.51.100.{++forged % 250}, 203.0.113.9"), HttpStatusCode.OK);
        Assert.That((int)refused.StatusCode, Is.EqualTo(429), "What a client says of itself counts for nothing.");
        Assert.That(refused.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That((await Open("203.0.113.10")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_network_of_IPv6_is_one_address()
    {
        var host = 0;
        await UntilRefused(() => Open($"2001:db8:1:2::{++host:x}"), HttpStatusCode.OK);
        Assert.That((await Open("2001:db8:1:3::1")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Answers_that_come_too_fast_stay_on_the_page()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        Page refused;
        do
        {
            refused = await page.Send("keep", ("answers.nps", "9"), ("answers.why", "Kept"));
        }
        while (refused.Status == 200);
        Assert.That(refused.Status, Is.EqualTo(429));
        Assert.That((refused.Field("answers.nps"), refused.Field("answers.why"), refused.Field("id")), Is.EqualTo(("9", "Kept", page.Field("id"))));
        Assert.That(refused.Answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task Wrong_keys_are_told_to_wait_and_right_ones_beside_them_are_not()
    {
        using var wrong = Service.Client("fb_ingest_wrong");
        var tried = 0;
        foreach (var ask in (Func<Task<HttpResponseMessage>>[])[() => wrong.Post(Asking.Responses(_survey), Some.Response()), () => wrong.GetAsync("/v1/indicators")])
        {
            var refused = await UntilRefused(() => { tried++; return ask(); }, HttpStatusCode.Unauthorized);
            await refused.Problem(429, "too_many_requests");
            Assert.That(tried, Is.GreaterThan(WrongKeys));
        }
        await Service.Submit(_survey, Some.Response()).Body(201);
        await Service.Read.GetAsync("/v1/indicators").Body();
        await Service.Nobody.GetAsync("/v1/indicators").Problem(401, "unauthorized");
    }

    [Test]
    public async Task Wrong_codes_are_told_to_wait_and_right_ones_beside_them_are_not()
    {
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        var survey = await Service.Publish(definition);
        var code = (string)(await Service.Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = 1 }).Body(201))["codes"]![0]!;
        var key = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "page", ["scope"] = "ingest", ["origins"] = new JsonArray(Intranet), ["rateLimit"] = 1_000 }).Body(201);
        using var page = Service.Client((string)key["key"]!);
        await UntilRefused(() => page.Post(Asking.Responses(survey), With("wrong")), HttpStatusCode.BadRequest);
        var guesses = string.Join('\n', Enumerable.Range(0, WrongCodes).Select(i => With($"wrong-{i}").ToJsonString()));
        var codes = new HashSet<string?>();
        for (var i = 0; i < 20 && !codes.Contains("too_many_requests"); i++)
        {
            var answer = await page.PostAsync(Asking.Responses(survey) + "/batch", Wire.Text(guesses, "application/x-ndjson")).Body();
            codes.UnionWith(answer["rejected"]!.AsArray().Select(r => (string?)r!["code"]));
        }
        Assert.That(codes, Does.Contain("too_many_requests"), "One by one or many at once.");
        await page.Post(Asking.Responses(survey), With(code)).Body(201);

        static JsonObject With(string code)
        {
            var response = Some.EmployeeResponse();
            response["code"] = code;
            return response;
        }
    }

    private async Task<HttpResponseMessage> Post(string key, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.Responses(_survey)) { Content = Wire.Json(Some.Response()) };
        request.Headers.Authorization = new("Bearer", key);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await Service.Nobody.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Open(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/s/{_survey}");
        request.Headers.Add("X-Forwarded-For", address);
        return await Service.Nobody.SendAsync(request);
    }

    /// <summary>Asks until the answer is another one, which it must become.</summary>
    private static async Task<HttpResponseMessage> UntilRefused(Func<Task<HttpResponseMessage>> ask, HttpStatusCode expected)
    {
        for (var i = 0; i < Plenty; i++)
        {
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            Assert.That(answer.StatusCode, Is.EqualTo(expected));
        }
        throw new AssertionException("Nothing was refused.");
    }
}
