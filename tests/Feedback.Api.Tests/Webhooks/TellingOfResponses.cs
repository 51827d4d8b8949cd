using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>What customers answer is told to those who asked for it, signed, and as it is exported.</summary>
public sealed class TellingOfResponses(string engine) : WebhookFixture(engine)
{
    [Test]
    public async Task A_stored_response_is_told_of_signed_and_with_its_answers()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (id, secret) = await Tell(null, "response.stored");
        var response = Some.Response();
        response["answers"]!["why"] = "Call me on +49 30 901820 or write to jo@example.org.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        var message = (await Receiver.Wait(m => m.Type == "response.stored")).Single();
        Assert.That(message.IsSignedWith(secret));
        Assert.That(message.Headers.ContentType.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(message.Headers["traceparent"].Count, Is.Zero, "Nothing of our own requests goes out.");
        Assert.That((string?)message.Json["timestamp"], Is.EqualTo("2026-11-21T10:15:00Z"));
        Assert.That((string?)message.Data["survey"], Is.EqualTo(survey));
        var told = message.Data["response"]!;
        Assert.That(((string?)told["id"], (string?)told["about"]!["channel"], (int)told["answers"]!["nps"]!, (bool)told["isTest"]!), Is.EqualTo(((string?)response["id"], "web", 9, false)));
        Assert.That((string?)told["answers"]!["why"], Is.EqualTo("Call me on [phone] or write to [email]."), "Personal data is masked as in every export.");
        var listed = await Settled(id, "delivered");
        Assert.That(((string?)listed["id"], (string?)listed["survey"], (int)listed["attempts"]!, (int)listed["answered"]!), Is.EqualTo((message.Id, survey, 1, 200)));
    }

    [Test]
    public async Task What_is_sent_twice_or_refused_is_told_of_once_or_never()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (id, _) = await Tell(null, "response.stored");
        var (first, second) = (Some.Response(), Some.Response());
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", first).Body(201);
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", first).Body(200);
        var other = first.DeepClone();
        other["answers"]!["nps"] = 1;
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", other).Problem(409, "response_conflict");
        var batch = await Service.Ingest.Post($"/v1/surveys/{survey}/responses/batch", new JsonArray(first.DeepClone(), second.DeepClone(), new JsonObject { ["answers"] = new JsonObject() })).Body();
        Assert.That(((int)batch["stored"]!, (int)batch["alreadyStored"]!, (int)batch["rejectedCount"]!), Is.EqualTo((1, 1, 1)));
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "customer", ["kind"] = "praise", ["text"] = "Thank you." }).Body(201);
        await Receiver.Wait(_ => true, 3);
        Assert.That((await Messages(id)).Count, Is.EqualTo(3));
        Assert.That(Receiver.All.Select(m => (string?)m.Data["survey"]).Distinct(), Is.EquivalentTo((string[])[survey, "_feedback-customer"]));
        Assert.That(Receiver.All.Select(m => m.Id), Is.Unique);
    }

    [Test]
    public async Task Of_employees_answers_nobody_is_told()
    {
        var employees = await Service.Publish(Some.EmployeeSurvey());
        var customers = await Service.Publish(Some.CustomerSurvey());
        var (id, _) = await Tell(null, "response.stored", "response.erased");
        var response = Some.EmployeeResponse();
        await Service.Ingest.Post($"/v1/surveys/{employees}/responses", response).Body(201);
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = "employee", ["kind"] = "concern", ["text"] = "Nobody listens." }).Body(201);
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}")).StatusCode, Is.EqualTo(204));
        await Service.Ingest.Post($"/v1/surveys/{customers}/responses", Some.Response()).Body(201);
        await Receiver.Wait(_ => true);
        Assert.That((await Messages(id)).Select(m => (string?)m!["survey"]), Is.EqualTo((string[])[customers]));
        Assert.That(await Service.Number("select count(*) from webhook_message m join survey s on s.id = m.survey where s.audience = 'employee'"), Is.Zero);
    }

    [Test]
    public async Task Only_the_surveys_that_were_asked_for_are_told_of()
    {
        var (wanted, other) = (await Service.Publish(Some.CustomerSurvey()), await Service.Publish(Some.CustomerSurvey()));
        var (id, _) = await Tell([wanted], "response.stored");
        foreach (var survey in (string[])[other, wanted, other]) await Service.Ingest.Post($"/v1/surveys/{survey}/responses", Some.Response()).Body(201);
        await Receiver.Wait(_ => true);
        Assert.That((await Messages(id)).Select(m => (string?)m!["survey"]), Is.EqualTo((string[])[wanted]));
    }

    [Test]
    public async Task A_response_that_is_erased_before_anybody_was_told_is_told_of_to_nobody()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (id, _) = await Tell(null, "response.stored", "response.erased");
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/pause", null).Body();
        var response = Some.Response();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        await Service.Admin.PostAsync($"/v1/webhooks/{id}/resume", null).Body();
        var told = (await Receiver.Wait(_ => true)).Single();
        Assert.That((told.Type, (string?)told.Data["survey"], (string?)told.Data["id"]), Is.EqualTo(("response.erased", survey, (string?)response["id"])));
        Assert.That((await Messages(id, "?state=dropped")).Select(m => (string?)m!["event"]), Is.EqualTo((string[])["response.stored"]));
        Assert.That((int)(await Service.Admin.Post($"/v1/webhooks/{id}/replay", new JsonObject { ["from"] = "2026-11-01T00:00:00Z" }).Body(202))["replayed"]!, Is.EqualTo(1), "What was dropped stays so.");
        await Receiver.Wait(m => m.Type == "response.erased", 2);
        Assert.That(Receiver.All.Select(m => m.Type), Has.None.EqualTo("response.stored"));
    }

    [Test]
    public async Task Erasing_all_of_a_respondent_is_told_of_response_by_response()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Tell(null, "response.erased");
        var responses = new[] { Some.Response(), Some.Response() };
        foreach (var response in responses)
        {
            response["respondent"] = "crm-" + survey;
            await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        }
        await Service.Admin.DeleteAsync($"/v1/respondents/crm-{survey}").Body();
        var told = await Receiver.Wait(m => m.Type == "response.erased", 2);
        Assert.That(told.Select(m => (string?)m.Data["id"]), Is.EquivalentTo(responses.Select(r => (string?)r["id"])));
    }

    [Test]
    public async Task A_released_period_is_told_of_without_a_figure()
    {
        Service.Clock.Now = TestClock.Start;
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        var (_, secret) = await Tell([survey], "period.released");
        await Service.StoreInvited(survey, Enumerable.Range(0, 12).Select(_ =>
        {
            var response = Some.EmployeeResponse();
            response["answeredAt"] = "2026-10-05T12:00:00Z";
            return response;
        }));
        await Service.Release("2026-10");
        var told = (await Receiver.Wait(_ => true)).Single();
        Assert.That(told.IsSignedWith(secret));
        Assert.That(told.Data.AsObject().Select(m => m.Key), Is.EqualTo((string[])["survey", "period", "from", "to", "releasedAt"]));
        Assert.That((told.Type, (string?)told.Data["survey"], (string?)told.Data["period"], (string?)told.Data["from"], (string?)told.Data["to"]), Is.EqualTo(("period.released", survey, "2026-10", "2026-10-01", "2026-11-01")));
    }
}
