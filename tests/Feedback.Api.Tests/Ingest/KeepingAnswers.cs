using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>What of a response is kept, and what a survey asks of it.</summary>
public sealed class KeepingAnswers(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task Not_shown_skipped_and_answered_are_kept_apart()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Submit(survey, JsonNode.Parse("""{"language":"de","answers":{"clean":4,"nps":null,"used":[]}}""")!).Body(201);
        var answers = JsonNode.Parse((await Service.Column<string>("select r.answers from response r where r.language = 'de'")).Single())!.AsObject();
        Assert.That((int)answers["clean"]!, Is.EqualTo(4));
        Assert.That(answers.ContainsKey("nps"), Is.True);
        Assert.That(answers["nps"], Is.Null);
        Assert.That(answers["used"]!.AsArray(), Is.Empty);
        Assert.That(answers.ContainsKey("why"), Is.False);
    }

    [Test]
    public async Task A_text_of_blanks_alone_was_skipped()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var before = await Service.Totals();
        await Service.Submit(survey, JsonNode.Parse("""{"answers":{"why":" \n "}}""")!).Body(201);
        Assert.That((await Service.Totals()).Comments, Is.EqualTo(before.Comments));
    }

    [Test]
    public async Task An_answer_to_an_earlier_version_is_taken_as_that_version_asked()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        definition["items"]!.AsArray().RemoveAt(0);
        await Service.Publish(definition, survey);
        var old = JsonNode.Parse("""{"answers":{"clean":4},"version":1}""")!;
        await Service.Submit(survey, old).Body(201);
        old["version"] = 2;
        await Service.Submit(survey, old).Problem(400, "unknown_item");
        old["version"] = 3;
        await Service.Submit(survey, old).Problem(400, "unknown_version");
        old["version"] = null;
        await Service.Submit(survey, old).Problem(400, "unknown_item");
    }

    [Test]
    public async Task A_beacon_sends_plain_text_and_its_key_in_the_address()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var key = await Service.MakeKey(Feedback.Api.Catalogue.KeyScope.Ingest);
        var response = Some.Response();
        await Service.Nobody.PostAsync($"{Asking.Responses(survey)}?key={key}", Asking.Beacon(response)).Body(201);
        await Service.Nobody.PostAsync($"{Asking.Responses(survey)}?key={key}", Wire.Json(response)).Body(200);
        await Service.Ingest.PostAsync(Asking.Responses(survey), Asking.Beacon(response)).Problem(415, "unsupported_media_type");
        await Service.Nobody.PostAsync($"{Asking.Responses(survey)}?key=wrong", Asking.Beacon(response)).Problem(401, "unauthorized");
    }

    [Test]
    public async Task A_required_item_is_answered()
    {
        var definition = Some.CustomerSurvey();
        definition["items"]![1]!["required"] = true;
        var survey = await Service.Publish(definition);
        var problem = await Service.Submit(survey, JsonNode.Parse("""{"answers":{"clean":4}}""")!).Problem(400, "missing_answer");
        Assert.That(problem.Errors, Contains.Key("answers.nps"));
        await Service.Submit(survey, JsonNode.Parse("""{"answers":{"clean":4,"nps":null}}""")!).Problem(400, "missing_answer");
        await Service.Submit(survey, JsonNode.Parse("""{"answers":{"nps":0}}""")!).Body(201);
    }

    [Test]
    public async Task A_closed_survey_refuses_responses_until_it_is_reopened()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Admin.PostAsync($"/v1/surveys/{survey}/close", null).Body();
        await Service.Submit(survey, Some.Response()).Problem(409, "survey_closed");
        await Service.SubmitLines(survey, Some.Response().ToJsonString()).Problem(409, "survey_closed");
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
        await Service.Admin.PostAsync($"/v1/surveys/{survey}/reopen", null).Body();
        await Service.Submit(survey, Some.Response()).Body(201);
    }

    [Test]
    public async Task A_customers_reference_is_stored_as_a_keyed_hash_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        (response["respondent"], response["language"]) = ("crm-48151623", "fr");
        await Service.Submit(survey, response).Body(201);
        var respondent = (await Service.Column<string>("select respondent from response where language = 'fr'")).Single();
        Assert.That(respondent, Does.Match("^[0-9a-f]{32}$"));
    }

    [Test]
    public async Task Unprompted_feedback_is_stored_once()
    {
        var feedback = JsonNode.Parse("""{"audience":"customer","kind":"idea","text":"More chairs.","rating":4,"about":{"page":"/home"}}""")!;
        feedback["id"] = Guid.NewGuid().ToString();
        await Service.Ingest.Post("/v1/feedback", feedback).Body(201);
        Assert.That((string?)(await Service.Ingest.Post("/v1/feedback", feedback).Body(200))["status"], Is.EqualTo("already_stored"));
        feedback["kind"] = "praise";
        await Service.Ingest.Post("/v1/feedback", feedback).Problem(409, "response_conflict");
        feedback["kind"] = "rant";
        await Service.Ingest.Post("/v1/feedback", feedback).Problem(400, "invalid_request");
        await Service.Submit("_feedback-customer", Some.Response()).Problem(404, "unknown_survey");
    }
}
