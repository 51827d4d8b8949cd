using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Audit;

namespace Feedback.Api.Tests.SignOn;

/// <summary>People read and administer with tokens of an issuer the organisation has; wrong ones open nothing, and keys go on working.</summary>
public sealed class SigningOn(string engine) : ServiceFixture(engine)
{
    private readonly string _engine = engine;
    private Issuer _issuer = null!;

    /// <summary>The service is told the address of an issuer that was there before; the clock is every service's first moment.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings => For(_issuer ??= Issuer.Start(new TestClock()).GetAwaiter().GetResult());

    [OneTimeTearDown]
    public async Task StopTheIssuer()
    {
        if (_issuer is not null) await _issuer.DisposeAsync();
    }

    [TestCase("feedback.read", "/v1/surveys", 200)]
    [TestCase("feedback.comments", "/v1/comments?audience=customer", 200)]
    [TestCase("feedback.champion", "/v1/flags", 200)]
    [TestCase("feedback.admin", "/v1/keys", 200)]
    [TestCase("feedback.admin", "/v1/surveys", 200)]
    [TestCase("feedback.read", "/v1/keys", 403)]
    [TestCase("feedback.read", "/v1/comments?audience=customer", 403)]
    [TestCase("feedback.comments", "/v1/surveys", 403)]
    [TestCase("feedback.ingest", "/v1/surveys", 403)]
    [TestCase("feedback.admin.customer", "/v1/keys", 403)]
    [TestCase("admin", "/v1/keys", 403)]
    [TestCase("Feedback.Admin", "/v1/keys", 403)]
    public async Task A_role_opens_what_its_scope_opens(string role, string path, int status) => Assert.That(await Status(_issuer.Token(role), path), Is.EqualTo(status));

    [Test]
    public async Task Several_roles_open_all_that_each_opens()
    {
        var token = _issuer.Token("feedback.read", "feedback.comments");
        Assert.That((await Status(token, "/v1/surveys"), await Status(token, "/v1/comments?audience=customer"), await Status(token, "/v1/keys")), Is.EqualTo((200, 200, 403)));
    }

    [Test]
    public async Task A_role_may_be_bound_to_an_audience()
    {
        const string Query = "/v1/indicators/trust?audience=";
        var bound = _issuer.Token("feedback.read.customer");
        Assert.That((await Status(bound, Query + "customer"), await Status(bound, Query + "employee")), Is.EqualTo((200, 403)));
        var both = _issuer.Token("feedback.read.customer", "feedback.read.employee");
        Assert.That(await Status(both, "/v1/surveys"), Is.EqualTo(200));
    }

    [Test]
    public async Task A_token_brings_in_no_answers_whatever_its_role()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var client = Service.Client(_issuer.Token("feedback.admin", "feedback.ingest"));
        await client.Post(Asking.Responses(survey), Some.EmployeeResponse()).Problem(403, "forbidden_scope");
        await client.DeleteAsync($"/v1/responses/{Guid.NewGuid()}").Problem(403, "forbidden_scope");
    }

    [Test]
    public async Task A_wrong_token_opens_nothing_and_says_nothing([Range(0, 15)] int which)
    {
        var (name, make) = WrongTokens.All[which];
        var problem = await Service.Client(make(_issuer)).GetAsync("/v1/keys").Problem(401, "unauthorized");
        Assert.That(problem.Detail, Is.EqualTo("The request carries no key that lives."), name);
    }

    [Test]
    public void Every_wrong_token_is_tried() => Assert.That(WrongTokens.All, Has.Length.EqualTo(16));

    [Test]
    public async Task A_token_is_no_password_and_no_part_of_an_address()
    {
        var token = _issuer.Token("feedback.admin");
        using var basic = new HttpRequestMessage(HttpMethod.Get, "/v1/keys") { Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + token))) } };
        await (await Service.Nobody.SendAsync(basic)).Problem(401, "unauthorized");
        using var header = new HttpRequestMessage(HttpMethod.Get, "/v1/keys") { Headers = { { "X-Api-Key", token } } };
        await (await Service.Nobody.SendAsync(header)).Problem(401, "unauthorized");
        await Service.Nobody.GetAsync($"/v1/surveys/any/form?key={token}").Problem(401, "unauthorized");
    }

    [Test]
    public async Task The_ledger_names_who_signed_on()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var admin = Service.Client(_issuer.Sign(_issuer.With("sub", "b1946ac9-2492-d234-7c62-35b4d2611184", "feedback.admin")));
        var lines = await Service.LedgerOf(async () =>
        {
            await admin.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-10").Problem(404, "period_not_released");
            await admin.PostAsync($"/v1/surveys/{survey}/close", null).Body();
            await Service.Client(_issuer.Token()).PostAsync($"/v1/surveys/{survey}/close", null).Problem(403, "forbidden_scope");
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"], (string?)l["key"]!["id"])), Is.EquivalentTo(new[]
        {
            ("CloseSurvey", "refused", "oidc:anna"), ("CloseSurvey", "done", "oidc:b1946ac9-2492-d234-7c62-35b4d2611184"), ("ReadIndicator", "not_released", "oidc:b1946ac9-2492-d234-7c62-35b4d2611184"),
        }));
        Assert.That(await Service.Ledger("?key=oidc:b1946ac9-2492-d234-7c62-35b4d2611184"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_period_can_be_released_by_somebody_with_a_very_long_name()
    {
        await Service.Publish(Some.EmployeeSurvey());
        var client = Service.Client(_issuer.Sign(_issuer.With("sub", new string('n', 250) + "\u00e9", "feedback.admin")));
        Assert.That((int)(await client.PostAsync("/v1/periods/2026-10/release", null)).StatusCode, Is.AnyOf(200, 202));
        Assert.That((string?)(await Service.Ledger("?limit=1")).Single()["key"]?["id"], Does.StartWith("oidc:sha256-").Or.Null);
    }

    [Test]
    public async Task What_wrong_tokens_held_is_in_no_log()
    {
        await Service.Client(_issuer.Sign(_issuer.With("iss", "https://canary.example.org"))).GetAsync("/v1/keys").Problem(401, "unauthorized");
        Assert.That(Service.Log.Lines, Has.None.Contains("canary"));
    }

    [Test]
    public async Task Another_key_of_the_issuer_is_found_with_the_first_token_that_it_signed()
    {
        var issuer = await Issuer.Start(new TestClock());
        await using var service = await TestService.Start(_engine, For(issuer));
        Assert.That(await Status(issuer.Token("feedback.read"), "/v1/surveys", service), Is.EqualTo(200));
        issuer.RollOver("second");
        Assert.That(async () => await Status(issuer.Token("feedback.read"), "/v1/surveys", service), Is.EqualTo(200).After(10_000, 50));
        await issuer.DisposeAsync();
    }

    [Test]
    public async Task While_the_issuer_cannot_be_asked_tokens_wait_and_keys_work()
    {
        await using var issuer = await Issuer.Start(new TestClock());
        issuer.IsDown = true;
        await using var service = await TestService.Start(_engine, For(issuer));
        var client = service.Client(issuer.Token("feedback.read"));
        for (var i = 0; i < 3; i++) await client.GetAsync("/v1/surveys").Problem(503, "issuer_unavailable");
        Assert.That((await service.Read.GetAsync("/v1/surveys")).IsSuccessStatusCode);
        Assert.That(service.Log.Lines.Count(l => l.Contains("Feedback:Oidc:Authority")), Is.EqualTo(1), "It is left alone for a moment, and told of once.");
        issuer.IsDown = false;
        service.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That((await client.GetAsync("/v1/surveys")).IsSuccessStatusCode);
    }

    [Test]
    public async Task Roles_may_lie_inside_another_claim_and_units_in_one_of_their_own()
    {
        var settings = new Dictionary<string, string?>(For(_issuer)) { ["Feedback:Oidc:ScopeClaim"] = "realm_access.roles", ["Feedback:Oidc:UnitClaim"] = "units" };
        await using var service = await TestService.Start(_engine, settings);
        var claims = _issuer.With("realm_access", new JsonObject { ["roles"] = new JsonArray("feedback.read", "feedback.champion") });
        Assert.That((await Status(_issuer.Sign(claims), "/v1/surveys", service), await Status(_issuer.Sign(claims), "/v1/flags", service)), Is.EqualTo((200, 403)), "No unit is none, and not all.");
        claims["units"] = new JsonArray("emea");
        Assert.That(await Status(_issuer.Sign(claims), "/v1/flags", service), Is.EqualTo(200));
        Assert.That(await Status(_issuer.Token("feedback.read"), "/v1/surveys", service), Is.EqualTo(403), "It looks at the claim that was named.");
    }

    [TestCase("http://login.example.org", "api", "Feedback:Oidc:Authority")]
    [TestCase("login", "api", "Feedback:Oidc:Authority")]
    [TestCase("https://login.example.org", null, "Feedback:Oidc:Audience")]
    [TestCase(null, "api", "Feedback:Oidc:Authority")]
    public void A_setting_that_is_wrong_stops_the_start(string? authority, string? audience, string named) => Assert.That(
        new Feedback.Api.Http.SignOn.OidcSettings { Authority = authority, Audience = audience }.Check, Throws.TypeOf<InvalidSettingException>().With.Message.Contains(named));

    private static Dictionary<string, string?> For(Issuer issuer) => new() { ["Feedback:Oidc:Authority"] = issuer.Address, ["Feedback:Oidc:Audience"] = Issuer.Audience };

    private async Task<int> Status(string token, string path, TestService? service = null) => (int)(await (service ?? Service).Client(token).GetAsync(path)).StatusCode;
}
