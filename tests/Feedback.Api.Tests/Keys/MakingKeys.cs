using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Keys;

/// <summary>Keys are made, listed and revoked by whoever holds an admin key.</summary>
public sealed class MakingKeys(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_new_key_is_shown_once_and_lets_in()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject
        {
            ["name"] = "website",
            ["scope"] = "ingest",
            ["audience"] = "customer",
            ["origins"] = new JsonArray("https://Example.org", "http://localhost:8080", "https://example.org:443"),
            ["expiresAt"] = "2027-01-01T01:00:00+01:00",
        }).Body(201);
        Assert.That((string?)made["key"], Does.StartWith("fb_ingest_").And.Length.GreaterThan(40));
        Assert.That(made["origins"]!.ToJsonString(), Is.EqualTo("""["https://example.org","http://localhost:8080"]"""));
        Assert.That((string?)made["expiresAt"], Is.EqualTo("2027-01-01T00:00:00Z"));
        Assert.That((string?)made["createdAt"], Is.EqualTo("2026-11-21T10:15:00Z"));

        var listed = (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Single(k => (string?)k!["id"] == (string?)made["id"])!.AsObject();
        Assert.That(listed.Select(m => m.Key), Is.EqualTo((string[])["id", "name", "scope", "audience", "origins", "expiresAt", "createdAt", "units", "rateLimit", "earlierKeyUntil"]));
        Assert.That((string?)listed["name"], Is.EqualTo("website"));
    }

    [Test]
    public async Task A_key_can_be_made_with_a_name_and_a_scope_alone()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "Power BI", ["scope"] = "read" }).Body(201);
        Assert.That(made["audience"], Is.Null);
        Assert.That(made["origins"]!.AsArray(), Is.Empty);
        Assert.That(made["expiresAt"], Is.Null);
    }

    [TestCase("""{"scope":"read"}""", "name")]
    [TestCase("""{"name":" ","scope":"read"}""", "name")]
    [TestCase("""{"name":"a\nb","scope":"read"}""", "name")]
    [TestCase("""{"name":"a"}""", "scope")]
    [TestCase("""{"name":"a","scope":"admin","audience":"customer"}""", "audience")]
    [TestCase("""{"name":"a","scope":"read","expiresAt":"2026-11-21T10:15:00Z"}""", "expiresAt")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["https://example.org","https://example.org/path"]}""", "origins[1]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["https://example.org/"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["*"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["https://*.example.org"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["ftp://example.org"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["https://user@example.org"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":["example.org"]}""", "origins[0]")]
    [TestCase("""{"name":"a","scope":"ingest","origins":[null]}""", "origins[0]")]
    public async Task A_key_that_breaks_a_rule_is_refused_by_field(string body, string field)
    {
        var problem = await Service.Admin.PostAsync("/v1/keys", Wire.Text(body)).Problem(400, "invalid_request");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
    }

    [TestCase("""{"name":"a","scope":"root"}""", "malformed_json")]
    [TestCase("""{"name":"a","scope":1}""", "malformed_json")]
    [TestCase("""{"name":"a","scope":"read","expiresAt":"2027-01-01T00:00:00"}""", "malformed_json")]
    [TestCase("""{"name":"a","scope":"read","expiresAt":"2027-01-01"}""", "malformed_json")]
    [TestCase("""{"name":"a","scope":"read","extra":1}""", "unknown_field")]
    [TestCase("""{"Name":"a","scope":"read"}""", "unknown_field")]
    [TestCase("""{"name":"a","name":"b","scope":"read"}""", "malformed_json")]
    [TestCase("null", "malformed_json")]
    [TestCase("", "malformed_json")]
    public async Task A_body_that_is_not_of_the_contract_is_refused(string body, string code) =>
        await Service.Admin.PostAsync("/v1/keys", Wire.Text(body)).Problem(400, code);

    [Test]
    public async Task A_revoked_key_is_refused_at_once_and_listed_no_more()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "old", ["scope"] = "admin" }).Body(201);
        var client = Service.Client((string)made["key"]!);
        await client.GetAsync("/v1/keys").Body();
        var answer = await Service.Admin.DeleteAsync($"/v1/keys/{made["id"]}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await client.GetAsync("/v1/keys").Problem(401, "unauthorized");
        var ids = (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Select(k => (string)k!["id"]!);
        Assert.That(ids, Has.None.EqualTo((string)made["id"]!));
        await Service.Admin.DeleteAsync($"/v1/keys/{made["id"]}").Problem(404, "unknown_key");
    }

    [Test]
    public async Task A_response_with_a_key_that_was_just_revoked_is_refused()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "old", ["scope"] = "ingest" }).Body(201);
        var client = Service.Client((string)made["key"]!);
        await client.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        await Service.Admin.DeleteAsync($"/v1/keys/{made["id"]}");
        await client.Post($"/v1/surveys/{survey}/responses", Some.Response()).Problem(401, "unauthorized");
    }

    [Test]
    public async Task A_key_that_was_never_made_cannot_be_revoked() =>
        await Service.Admin.DeleteAsync("/v1/keys/nothing").Problem(404, "unknown_key");

    [Test]
    public async Task Keys_are_listed_page_by_page_in_the_order_they_were_made()
    {
        for (var i = 0; i < 3; i++)
        {
            Service.Clock.Advance(TimeSpan.FromMilliseconds(5));
            await Service.MakeKey(KeyScope.Read);
        }
        var all = (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Select(k => (string)k!["id"]!).ToList();
        var paged = new List<string>();
        var cursor = "";
        do
        {
            var page = await Service.Admin.GetAsync("/v1/keys?limit=2" + cursor).Body();
            Assert.That(page["value"]!.AsArray(), Has.Count.InRange(1, 2));
            paged.AddRange(page["value"]!.AsArray().Select(k => (string)k!["id"]!));
            cursor = (string?)page["nextCursor"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        Assert.That(paged, Is.EqualTo(all));
        Assert.That(all, Is.Ordered.And.Count.GreaterThan(3));
    }

    [TestCase("limit=0", "limit")]
    [TestCase("limit=20001", "limit")]
    [TestCase("limit=1&limit=2", "limit")]
    [TestCase("limit=ten", "limit")]
    [TestCase("cursor=%20", "cursor")]
    public async Task A_page_that_cannot_be_is_refused(string query, string field)
    {
        var problem = await Service.Admin.GetAsync("/v1/keys?" + query).Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
    }

    [Test]
    public async Task Neither_a_key_nor_a_refused_value_is_logged()
    {
        var key = await Service.MakeKey(KeyScope.Ingest);
        await Service.Client("no-key-that-anybody-has").GetAsync("/v1/keys");
        await Service.Admin.PostAsync("/v1/keys", Wire.Text("""{"name":"a","scope":"a-value-nobody-logs"}"""));
        Assert.That(Service.Log.Lines, Has.None.Contains(key).And.None.Contains("no-key-that-anybody-has").And.None.Contains("a-value-nobody-logs"));
        Assert.That(Service.Log.Errors, Is.Empty);
    }
}
