using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Keys;

/// <summary>A key gets another plain text and stays the same key; for a while both open.</summary>
public sealed class RotatingKeys(string engine) : ServiceFixture(engine)
{
    private string _id = "", _first = "";

    [SetUp]
    public async Task HaveAKey()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = Some.Key(), ["scope"] = "read" }).Body(201);
        (_id, _first) = ((string)made["id"]!, (string)made["key"]!);
    }

    [Test]
    public async Task Both_texts_open_until_the_time_is_over()
    {
        var rotated = await Rotate(3600);
        Assert.That((string?)rotated["id"], Is.EqualTo(_id));
        Assert.That((string?)rotated["key"], Does.StartWith("fb_read_").And.Not.EqualTo(_first));
        Assert.That((DateTimeOffset)rotated["earlierKeyUntil"]!, Is.EqualTo(Service.Clock.Now.AddHours(1)));
        var second = (string)rotated["key"]!;
        Assert.That((await Opens(_first), await Opens(second)), Is.EqualTo((true, true)));
        Assert.That((DateTimeOffset?)(await Listed())["earlierKeyUntil"], Is.EqualTo(Service.Clock.Now.AddHours(1)));
        Service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That((await Opens(_first), await Opens(second)), Is.EqualTo((false, true)));
        Assert.That((await Listed())["earlierKeyUntil"], Is.Null);
    }

    [Test]
    public async Task Both_are_good_after_a_restart_and_for_a_day_without_a_word()
    {
        var rotated = await Service.Admin.Post($"/v1/keys/{_id}/rotate", new JsonObject()).Body();
        Assert.That((DateTimeOffset)rotated["earlierKeyUntil"]!, Is.EqualTo(Service.Clock.Now.AddDays(1)));
        await Service.Restart();
        Assert.That((await Opens(_first), await Opens((string)rotated["key"]!)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Nothing_of_the_text_before_is_left_where_no_time_is_given()
    {
        var second = (string)(await Rotate(0))["key"]!;
        Assert.That((await Opens(_first), await Opens(second)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Rotated_again_the_first_of_three_ends_at_once()
    {
        var second = (string)(await Rotate(3600))["key"]!;
        var third = (string)(await Rotate(3600))["key"]!;
        Assert.That((await Opens(_first), await Opens(second), await Opens(third)), Is.EqualTo((false, true, true)));
    }

    [Test]
    public async Task A_revoked_key_opens_with_neither_and_is_rotated_no_more()
    {
        var second = (string)(await Rotate(3600))["key"]!;
        Assert.That((await Service.Admin.DeleteAsync($"/v1/keys/{_id}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Opens(_first), await Opens(second)), Is.EqualTo((false, false)));
        await Service.Admin.Post($"/v1/keys/{_id}/rotate", new JsonObject()).Problem(404, "unknown_key");
    }

    [Test]
    public async Task An_end_of_the_key_is_the_end_of_both()
    {
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = Some.Key(), ["scope"] = "read", ["expiresAt"] = Service.Clock.Now.AddMinutes(10) }).Body(201);
        var second = (string)(await Service.Admin.Post($"/v1/keys/{made["id"]}/rotate", new JsonObject { ["overlap"] = 3600 }).Body())["key"]!;
        Service.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That((await Opens((string)made["key"]!), await Opens(second)), Is.EqualTo((false, false)));
        await Service.Admin.Post($"/v1/keys/{made["id"]}/rotate", new JsonObject()).Problem(404, "unknown_key");
    }

    [TestCase("""{"overlap":-1}""", "invalid_request")]
    [TestCase("""{"overlap":604801}""", "invalid_request")]
    [TestCase("""{"overlap":"long"}""", "malformed_json")]
    [TestCase("""{"overlaps":1}""", "unknown_field")]
    public async Task A_time_that_is_none_is_refused(string body, string code)
    {
        await Service.Admin.PostAsync($"/v1/keys/{_id}/rotate", Wire.Text(body)).Problem(400, code);
        Assert.That(await Opens(_first), Is.True);
    }

    [Test]
    public async Task The_key_of_the_setting_and_keys_that_are_none_cannot_be_rotated()
    {
        await Service.Admin.Post("/v1/keys/setting/rotate", new JsonObject()).Problem(404, "unknown_key");
        await Service.Admin.Post("/v1/keys/nothing/rotate", new JsonObject()).Problem(404, "unknown_key");
    }

    private Task<JsonNode> Rotate(int overlap) => Service.Admin.Post($"/v1/keys/{_id}/rotate", new JsonObject { ["overlap"] = overlap }).Body();

    private async Task<bool> Opens(string key) => (await Service.Client(key).GetAsync("/v1/surveys")).IsSuccessStatusCode;

    private async Task<JsonNode> Listed() => (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Single(k => (string?)k!["id"] == _id)!;
}
