using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Webhooks;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>Who may be told of what, and with which secret.</summary>
public sealed class MakingWebhooks(string engine) : WebhookFixture(engine)
{
    [Test]
    public async Task The_secret_is_shown_once_and_stands_nowhere_in_the_store()
    {
        var (id, secret) = await Tell(null, "response.stored", "period.released");
        Assert.That(secret, Does.Match("^whsec_[A-Za-z0-9+/]{43}=$"));
        var listed = await Service.Admin.GetAsync("/v1/webhooks").Body();
        Assert.That(listed.ToJsonString(), Does.Not.Contain(secret).And.Contain(id));
        var stored = (await Service.Column<string>("select secret from webhook")).Single();
        Assert.That(stored, Does.Not.Contain(secret["whsec_".Length..]));
        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(stored)), Does.Not.Contain("whsec"));
    }

    [Test]
    public async Task A_new_secret_signs_at_once_and_the_one_before_for_a_day_beside_it()
    {
        var (id, first) = await Tell(null, "response.stored");
        var rotated = await Service.Admin.PostAsync($"/v1/webhooks/{id}/secret", null).Body();
        var second = (string)rotated["secret"]!;
        Assert.That(rotated["earlierSecretUntil"]!.GetValue<DateTimeOffset>(), Is.EqualTo(Service.Clock.Now.AddDays(1)));
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/test", null).Body(202);
        var both = (await Receiver.Wait(_ => true)).Single();
        Assert.That((both.IsSignedWith(first), both.IsSignedWith(second)), Is.EqualTo((true, true)));
        Service.Clock.Advance(TimeSpan.FromHours(25));
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/test", null).Body(202);
        var one = (await Receiver.Wait(_ => true, 2))[1];
        Assert.That((one.IsSignedWith(first), one.IsSignedWith(second)), Is.EqualTo((false, true)));
        Service.Clock.Now = TestClock.Start;
    }

    /// <summary>The example of the Standard Webhooks libraries' own tests.</summary>
    [Test]
    public void A_message_is_signed_as_the_specification_has_it() => Assert.That(
        WebhookSecret.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8),
        Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [TestCase("""{"name":"","url":"https://a.example","events":["response.stored"]}""", "name")]
    [TestCase("""{"name":"x","events":["response.stored"]}""", "url")]
    [TestCase("""{"name":"x","url":"ftp://a.example","events":["response.stored"]}""", "url")]
    [TestCase("""{"name":"x","url":"https://user:pass@a.example","events":["response.stored"]}""", "url")]
    [TestCase("""{"name":"x","url":"https://a.example/#part","events":["response.stored"]}""", "url")]
    [TestCase("""{"name":"x","url":"hook","events":["response.stored"]}""", "url")]
    [TestCase("""{"name":"x","url":"https://a.example"}""", "events")]
    [TestCase("""{"name":"x","url":"https://a.example","events":[]}""", "events")]
    [TestCase("""{"name":"x","url":"https://a.example","events":["response.read"]}""", "events[0]")]
    [TestCase("""{"name":"x","url":"https://a.example","events":["webhook.test"]}""", "events[0]")]
    [TestCase("""{"name":"x","url":"https://a.example","events":["response.stored"],"surveys":[]}""", "surveys")]
    [TestCase("""{"name":"x","url":"https://a.example","events":["early_warning.raised"],"surveys":["a"]}""", "surveys")]
    public async Task A_webhook_that_breaks_a_rule_is_refused_with_the_field(string body, string field)
    {
        var problem = await Service.Admin.PostAsync("/v1/webhooks", Wire.Text(body)).Problem(400, "invalid_request");
        Assert.That(problem.Errors!.Keys, Does.Contain(field));
        Assert.That((await Service.Admin.GetAsync("/v1/webhooks").Body())["value"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_webhook_without_a_name_goes_by_its_host()
    {
        var made = await Service.Admin.PostAsync("/v1/webhooks", Wire.Text("""{"url":"https://hooks.example.org/a","events":["response.stored"]}""")).Body(201);
        Assert.That((string?)made["name"], Is.EqualTo("hooks.example.org"));
    }

    [Test]
    public async Task What_is_unknown_is_told()
    {
        await Service.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "x", ["url"] = "https://a.example", ["events"] = new JsonArray("response.stored"), ["surveys"] = new JsonArray("nowhere") }).Problem(400, "unknown_survey");
        await Service.Admin.DeleteAsync("/v1/webhooks/none").Problem(404, "unknown_webhook");
        foreach (var verb in (string[])["pause", "resume", "secret", "test"]) await Service.Admin.PostAsync($"/v1/webhooks/none/{verb}", null).Problem(404, "unknown_webhook");
        await Service.Admin.GetAsync("/v1/webhooks/none/messages").Problem(404, "unknown_webhook");
        await Service.Read.GetAsync("/v1/webhooks").Problem(403, "forbidden_scope");
        var (id, _) = await Tell(null, "response.stored");
        await Service.Admin.GetAsync($"/v1/webhooks/{id}/messages?state=lost").Problem(400, "invalid_parameter");
        await Service.Admin.GetAsync($"/v1/webhooks/{id}/messages?cursor=YQ").Problem(400, "invalid_parameter");
        foreach (var body in (string[])["{}", """{"from":"2026-11-01T00:00:00Z","messages":["a"]}""", """{"messages":[]}""", """{"from":"2026-11-02T00:00:00Z","to":"2026-11-01T00:00:00Z"}""", """{"from":"2026-11-02T00:00:00Z","state":"waiting"}"""])
            await Service.Admin.PostAsync($"/v1/webhooks/{id}/replay", Wire.Text(body)).Problem(400, "invalid_request");
    }

    [Test]
    public async Task A_webhook_that_is_removed_is_told_nothing_and_what_waited_is_gone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (id, _) = await Tell(null, "response.stored");
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/pause", null).Body();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        Assert.That((int)(await Service.Admin.DeleteAsync($"/v1/webhooks/{id}")).StatusCode, Is.EqualTo(204));
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        Assert.That(await Service.Number("select count(*) from webhook_message"), Is.Zero);
    }

    [Test]
    public async Task Pages_of_messages_hold_each_once_newest_first()
    {
        var (id, _) = await Tell(null, "response.stored");
        var sent = new List<string>();
        for (var i = 0; i < 5; i++) sent.Add((string)(await Service.Admin.PostAsync($"/v1/webhooks/{id}/test", null).Body(202))["message"]!);
        var (listed, cursor) = (new List<string>(), "");
        do
        {
            var page = await Service.Admin.GetAsync($"/v1/webhooks/{id}/messages?limit=2{cursor}").Body();
            listed.AddRange(page["value"]!.AsArray().Select(m => (string)m!["id"]!));
            cursor = page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        sent.Reverse();
        Assert.That(listed, Is.EqualTo(sent));
    }
}
