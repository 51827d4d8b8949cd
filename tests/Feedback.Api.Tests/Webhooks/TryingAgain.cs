using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>An address that does not take a message hears of it again, under the same id, until it does or time is up.</summary>
public sealed class TryingAgain(string engine) : WebhookFixture(engine)
{
    private async Task<string> Test(string id) => (string)(await Service.Admin.PostAsync($"/v1/webhooks/{id}/test", null).Body(202))["message"]!;

    [Test]
    public async Task What_was_not_taken_is_sent_again_under_the_same_id_and_signed_anew()
    {
        var (id, secret) = await Tell(null, "response.stored");
        Receiver.Answer(503, 200);
        var message = await Test(id);
        var waiting = await Refused(id);
        Assert.That(((int)waiting["answered"]!, (string?)waiting["fault"]), Is.EqualTo((503, "refused")));
        Assert.That(waiting["dueAt"]!.GetValue<DateTimeOffset>(), Is.InRange(Service.Clock.Now.AddSeconds(5), Service.Clock.Now.AddSeconds(6)));
        Service.Clock.Advance(TimeSpan.FromSeconds(7));
        Assert.That((int)(await Settled(id, "delivered"))["attempts"]!, Is.EqualTo(2));
        Assert.That(Receiver.All.Select(m => m.Id), Is.EqualTo((string[])[message, message]));
        Assert.That(Receiver.All.Select(m => m.Body).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Receiver.All.All(m => m.IsSignedWith(secret)));
        Assert.That(Receiver.All[1].Timestamp, Is.EqualTo(Receiver.All[0].Timestamp + 7), "A receiver that refuses old messages must take this one.");
    }

    [Test]
    public async Task An_address_that_asks_to_be_left_alone_is()
    {
        var (id, _) = await Tell(null, "response.stored");
        Receiver.RetryAfter = "3600";
        Receiver.Answer(429);
        await Test(id);
        Assert.That((await Refused(id))["dueAt"]!.GetValue<DateTimeOffset>(), Is.EqualTo(Service.Clock.Now.AddHours(1)));
    }

    [Test]
    public async Task After_eleven_attempts_in_three_days_a_message_is_given_up_and_can_be_replayed()
    {
        var (id, _) = await Tell(null, "response.stored");
        Receiver.Answer(500);
        var (began, message) = (Service.Clock.Now, await Test(id));
        // While one is under way it is due when its time runs out; the clock passes that too.
        var givenUp = await Newest(id, m =>
        {
            if (m["dueAt"] is { } due) Service.Clock.Now = due.GetValue<DateTimeOffset>() + TimeSpan.FromMinutes(1);
            return (string?)m["state"] == "failed";
        });
        Assert.That((int)givenUp["attempts"]!, Is.EqualTo(11));
        Assert.That(Service.Clock.Now - began, Is.InRange(TimeSpan.FromDays(3), TimeSpan.FromDays(4)));
        Receiver.Answer(204);
        Service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That((int)(await Service.Admin.Post($"/v1/webhooks/{id}/replay", new JsonObject { ["messages"] = new JsonArray(message, "msg_unknown") }).Body(202))["replayed"]!, Is.EqualTo(1));
        Assert.That((int)(await Settled(id, "delivered"))["attempts"]!, Is.EqualTo(1));
        Assert.That(Receiver.All.Select(m => m.Id).Distinct(), Is.EqualTo((string[])[message]));
        Service.Clock.Now = TestClock.Start;
    }

    [Test]
    public async Task A_message_that_somebody_died_over_is_sent_when_their_time_is_up()
    {
        var (id, _) = await Tell(null, "response.stored");
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/pause", null).Body();
        var message = await Test(id);
        // What a process leaves behind that ends between claiming and settling.
        var until = Service.Clock.Now.AddMinutes(2).ToUnixTimeMilliseconds();
        await Service.InSession(s => Dapper.SqlMapper.ExecuteAsync(s.Connection, "update webhook_message set due_at = @until, attempts = 1 where message_id = @message", new { until, message }, s.Transaction));
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/resume", null).Body();
        await Task.Delay(1_500);
        Assert.That(Receiver.All, Is.Empty);
        Service.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.That((await Receiver.Wait(_ => true)).Single().Id, Is.EqualTo(message));
        Assert.That((int)(await Settled(id, "delivered"))["attempts"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task An_address_that_is_gone_is_told_nothing_until_somebody_resumes_it()
    {
        var (id, _) = await Tell(null, "response.stored");
        Receiver.Answer(410);
        await Test(id);
        await Settled(id, "failed");
        Assert.That((string?)(await Service.Admin.GetAsync("/v1/webhooks").Body())["value"]![0]!["paused"], Is.EqualTo("gone"));
        Receiver.Answer(200);
        var second = await Test(id);
        Service.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.Delay(1_200);
        Assert.That(Receiver.All, Has.Count.EqualTo(1));
        Assert.That((await Service.Admin.PostAsync($"/v1/webhooks/{id}/resume", null).Body())["paused"], Is.Null);
        Assert.That((await Receiver.Wait(m => m.Id == second)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_redirection_is_not_followed()
    {
        var (id, _) = await Tell(null, "response.stored");
        Receiver.Location = new Uri(Receiver.Address, "/elsewhere").ToString();
        Receiver.Answer(302);
        await Test(id);
        var waiting = await Refused(id);
        Assert.That(((int)waiting["answered"]!, (string?)waiting["fault"]), Is.EqualTo((302, "redirected")));
        Assert.That(Receiver.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_stop_loses_no_message()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (id, secret) = await Tell(null, "response.stored");
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/pause", null).Body();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        await Service.Restart();
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/resume", null).Body();
        Assert.That((await Receiver.Wait(_ => true)).Single().IsSignedWith(secret), "The secret is read back from the store.");
    }

    [Test]
    public async Task Messages_that_are_old_go()
    {
        var (id, _) = await Tell(null, "response.stored");
        await Test(id);
        await Settled(id, "delivered");
        Service.Clock.Advance(TimeSpan.FromDays(31));
        for (var i = 0; i < 1_200 && (await Messages(id)).Count > 0; i++) await Task.Delay(50);
        Assert.That(await Messages(id), Is.Empty);
        Service.Clock.Now = TestClock.Start;
    }
}
