using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Audit;

/// <summary>The ledger tells who read which figures of employees, and what was refused; no figure, and nothing that a refused request sent.</summary>
public sealed class KeepingTheLedger(string engine) : ServiceFixture(engine)
{
    private const string Secret = "Anna-Meier";

    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveEmployees() => _survey = await Service.PulseOfEmployees();

    [Test]
    public async Task A_read_of_employees_is_a_line_with_its_question_and_without_its_answer()
    {
        var line = (await Service.LedgerOf(() => Service.Indicator($"trust?survey={_survey}&by=channel"))).Single();
        var key = (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Single(k => (string?)k!["scope"] == "read")!;
        Assert.That(line.ToJsonString(), Is.EqualTo(new JsonObject
        {
            ["at"] = "2026-11-21T10:15:00Z",
            ["key"] = new JsonObject { ["id"] = (string?)key["id"], ["name"] = (string?)key["name"] },
            ["operation"] = "ReadIndicator",
            ["indicator"] = "trust",
            ["period"] = Read.Period,
            ["filter"] = new JsonObject { ["by"] = new JsonArray("channel"), ["survey"] = new JsonArray(_survey) },
            ["status"] = "answered",
            ["released"] = 2,
            ["withheld"] = 2,
            ["detail"] = null,
        }.ToJsonString()));
    }

    [Test]
    public async Task A_filter_is_kept_with_its_values_so_that_differences_can_be_found()
    {
        var line = (await Service.LedgerOf(() => Service.Indicator($"item?survey={_survey}&item=humanity&where=channel:c2&where=unit:nowhere&limit=10&format=json"))).Single();
        Assert.That(line["filter"]!.ToJsonString(), Is.EqualTo($$"""{"item":["humanity"],"survey":["{{_survey}}"],"where":["channel:c2","unit:nowhere"]}"""));
    }

    [Test]
    public async Task Only_the_rows_that_were_served_are_counted()
    {
        var query = $"/v1/indicators/trust?survey={_survey}&by=channel&limit=3";
        JsonNode page = null!;
        var first = await Service.LedgerOf(async () => page = await Service.Read.GetAsync(query).Body());
        var second = await Service.LedgerOf(() => Service.Read.GetAsync($"{query}&cursor={page["nextCursor"]}").Body());
        Assert.That(first.Concat(second).Select(l => ((int)l["released"]!, (int)l["withheld"]!)), Is.EqualTo(new[] { (2, 1), (0, 1) }));
    }

    [Test]
    public async Task An_answer_that_the_caller_has_already_and_one_as_CSV_are_lines_too()
    {
        var lines = await Service.LedgerOf(async () =>
        {
            var path = $"/v1/indicators/trust?survey={_survey}";
            var tag = (await Service.Read.GetAsync(path)).Headers.ETag!;
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
            Assert.That((int)(await Service.Read.SendAsync(again)).StatusCode, Is.EqualTo(304));
            using var csv = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/csv") } } };
            Assert.That((await Service.Read.SendAsync(csv)).IsSuccessStatusCode);
        });
        Assert.That(lines.Select(l => (int)l["released"]!), Is.EqualTo(new[] { 1, 1, 1 }));
    }

    [Test]
    public async Task Reads_of_customers_are_no_concern_of_the_ledger()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var client = Service.Client(await Service.MakeKey(KeyScope.Read, Feedback.Indicators.Audience.Customer));
        Assert.That(await Service.LedgerOf(async () =>
        {
            await Service.Indicator($"recommend?survey={survey}");
            await Service.Indicator("recommend?audience=customer&by=channel");
            await Service.Read.GetAsync($"/v1/indicators/recommend?survey={survey}&where=channel").Problem(400, "invalid_parameter");
            await Service.Read.GetAsync("/v1/indicators/recommend?audience=customer&nothing=1").Problem(400, "unknown_parameter");
            await client.GetAsync("/v1/indicators/recommend?from=1").Problem(400, "invalid_parameter");
        }), Is.Empty);
    }

    [TestCase("alignment?audience=customer", 200)]
    [TestCase("ambassadors?audience=customer&where=x", 400)]
    public async Task What_joins_both_audiences_is_a_read_of_employees_whichever_it_names(string query, int status)
    {
        var lines = await Service.LedgerOf(async () => Assert.That((int)(await Service.Read.GetAsync("/v1/indicators/" + query)).StatusCode, Is.EqualTo(status)));
        Assert.That((string?)lines.Single()["status"], Is.EqualTo(status == 200 ? "answered" : "refused"));
    }

    [TestCase($"where=channel!:{Secret}", "unknown_dimension", "where")]
    [TestCase($"where={Secret}", "invalid_parameter", "where")]
    [TestCase($"where=channel:c1&where=channel:{Secret}", "invalid_parameter", "where")]
    [TestCase($"by={Secret}", "unknown_dimension", "by")]
    [TestCase($"period={Secret}", "invalid_parameter", "period")]
    [TestCase($"{Secret}=1", "unknown_parameter", "?")]
    [TestCase($"percentile={Secret}", "unknown_parameter", "?")]
    [TestCase($"senior=channel:{Secret}", "unknown_parameter", "senior")]
    [TestCase($"cursor={Secret}", "invalid_parameter", "cursor")]
    public async Task A_refusal_tells_which_parameter_was_wrong_and_nothing_of_what_was_sent(string query, string code, string parameter)
    {
        var line = (await Service.LedgerOf(() => Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&{query}").Problem(400, code))).Single();
        Assert.That((string?)line["status"], Is.EqualTo("refused"));
        Assert.That((string?)line["indicator"], Is.EqualTo("trust"));
        Assert.That(line["filter"], Is.Null);
        Assert.That(line["period"], Is.Null);
        Assert.That(line["detail"]!.ToJsonString(), Is.EqualTo($$"""{"code":"{{code}}","parameters":["{{parameter}}"]}"""));
        Assert.That((await Service.Ledger()).Select(l => l.ToJsonString()), Has.None.Contains(Secret).IgnoreCase);
        Assert.That(Service.Log.Lines, Has.None.Contains(Secret).IgnoreCase);
    }

    [Test]
    public async Task Who_asks_for_a_period_that_is_not_released_again_and_again_is_seen()
    {
        var lines = await Service.LedgerOf(async () =>
        {
            for (var i = 0; i < 3; i++) await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&period=2026-11&where=channel:c3").Problem(404, "period_not_released");
        });
        Assert.That(lines.Select(l => ((string?)l["status"], (string?)l["period"], (int)l["withheld"]!)), Is.EqualTo(Enumerable.Repeat(("not_released", "2026-11", 0), 3)));
        Assert.That((string?)lines[0]["filter"]!["where"]![0], Is.EqualTo("channel:c3"));
    }

    [Test]
    public async Task A_refusal_that_does_not_say_whom_it_means_may_mean_employees()
    {
        var lines = await Service.LedgerOf(() => Service.Read.GetAsync("/v1/indicators/trust").Problem(400, "invalid_parameter"));
        Assert.That(lines.Select(l => (string?)l["status"]), Is.EqualTo(new[] { "refused" }));
    }

    [Test]
    public async Task What_has_no_key_or_names_nothing_is_no_read()
    {
        Assert.That(await Service.LedgerOf(async () =>
        {
            await Service.Nobody.GetAsync($"/v1/indicators/trust?survey={_survey}").Problem(401, "unauthorized");
            await Service.Ingest.GetAsync($"/v1/indicators/trust?survey={_survey}").Problem(403, "forbidden_scope");
            await Service.Read.GetAsync($"/v1/indicators/{Secret}?survey={_survey}").Problem(404, "unknown_indicator");
            await Service.Read.GetAsync($"/v1/indicators/trust?survey={Secret}").Problem(404, "unknown_survey");
        }), Is.Empty);
    }

    [Test]
    public async Task A_read_that_fails_is_answered_as_any_and_is_no_line()
    {
        await using var broken = await TestService.Start(Service.Store.Engine);
        var survey = await broken.PulseOfEmployees();
        await broken.InSession(s => s.Connection.ExecuteAsync("drop table released_base", transaction: s.Transaction));
        Assert.That(await broken.LedgerOf(() => broken.Read.GetAsync($"/v1/indicators/trust?survey={survey}").Problem(500, "internal_error")), Is.Empty);
    }

    [Test]
    public async Task The_committees_pages_are_reads_of_employees()
    {
        var line = (await Service.LedgerOf(() => Service.Read.GetAsync("/v1/committee/2026-Q4").Body())).Single();
        Assert.That(((string?)line["operation"], (string?)line["period"], (string?)line["status"]), Is.EqualTo(("ReadCommittee", "2026-Q4", "answered")));
    }

    [Test]
    public async Task The_admin_key_of_the_setting_has_a_name_and_a_revoked_key_keeps_its_own()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "the board's report", ["scope"] = "read" }).Body(201);
        await Service.Client((string)made["key"]!).GetAsync($"/v1/indicators/trust?survey={_survey}").Body();
        await Service.Admin.GetAsync($"/v1/indicators/trust?survey={_survey}").Body();
        Assert.That((await Service.Admin.DeleteAsync($"/v1/keys/{made["id"]}")).IsSuccessStatusCode);
        var lines = await Service.Ledger();
        Assert.That(lines.Take(2).Select(l => (string?)l["key"]!["name"]), Is.EqualTo(new[] { "Feedback:AdminKey", "the board's report" }));
    }

    [Test]
    public async Task A_publication_is_a_line_of_the_transaction_that_publishes()
    {
        string survey = "";
        var line = (await Service.LedgerOf(async () => survey = await Service.PulseOfEmployees())).Single(l => (string?)l["status"] == "published");
        Assert.That(((string?)line["operation"], (string?)line["status"], (string?)line["period"], (string?)line["key"]!["name"]), Is.EqualTo(("ReleasePeriod", "published", Read.Period, "Feedback:AdminKey")));
        var detail = line["detail"]!;
        Assert.That((string?)detail["survey"], Is.EqualTo(survey));
        Assert.That(detail["primes"]!.ToJsonString(), Is.EqualTo("""["2305843009213693951","2147483647"]"""));
        Assert.That((string?)detail["hash"], Is.EqualTo((await Service.Column<string>("select p.hash from survey_period p join survey s on s.id = p.survey where s.survey_key = @survey", new { survey })).Single()));
        Assert.That((int)detail["candidates"]!, Is.EqualTo((int)line["released"]! + (int)line["withheld"]!), "Every cell that is large enough is released or refused.");
        Assert.That(((int)line["released"]!, (int)detail["protectedSets"]!), Is.EqualTo((6, 4)));
    }

    [Test]
    public async Task What_was_handed_over_is_stored_before_the_service_stops()
    {
        var before = (await Service.Ledger()).Count;
        for (var i = 0; i < 20; i++) await Service.Indicator($"trust?survey={_survey}");
        await Service.Restart();
        Assert.That(await Service.Number("select count(*) from ledger"), Is.EqualTo(before + 20));
    }
}
