using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>When a response is new, known, or another one under a known id.</summary>
public sealed class SubmittingResponses(string engine) : ServiceFixture(engine)
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Test]
    public async Task A_response_without_an_id_gets_one_of_version_7()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        response.Remove("id");
        var receipt = await Service.Submit(survey, response).Body(201);
        var id = Guid.Parse((string)receipt["id"]!);
        Assert.That((string?)receipt["status"], Is.EqualTo("stored"));
        Assert.That(id.Version, Is.EqualTo(7));
        response["id"] = id.ToString();
        Assert.That((string?)(await Service.Submit(survey, response).Body(200))["status"], Is.EqualTo("already_stored"));
    }

    [TestCase("""{"answers":{"why":"Fast.","used":["lounge","wifi"],"nps":9,"clean":4},"id":"ID","about":{"boardingArea":"A","channel":"web"}}""", TestName = "in_another_order")]
    [TestCase("""  {"id": "ID",   "about":{"channel":"web","boardingArea":"A"},"answers":{"clean":4,"nps":9,"used":["wifi","lounge"],"why":"Fast."}} """, TestName = "spaced")]
    [TestCase("""{"id":"ID","about":{"channel":"web","boardingArea":"A"},"answers":{"clean":4.0,"nps":9e0,"used":["wifi","lounge"],"why":"\u0046ast."}}""", TestName = "numbers_and_texts_written_otherwise")]
    [TestCase("""{"id":"ID","weight":1,"isTest":false,"language":null,"about":{"channel":"web","boardingArea":"A"},"answers":{"clean":4,"nps":9,"used":["wifi","lounge"],"why":"Fast."}}""", TestName = "with_what_it_is_without")]
    [TestCase("""{"id":"IDUPPER","about":{"channel":"web","boardingArea":"A"},"answers":{"clean":4,"nps":9,"used":["wifi","lounge"],"why":"Fast."}}""", TestName = "with_the_id_in_capitals")]
    public async Task The_same_content_is_known_however_it_is_written(string written)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var id = Guid.NewGuid().ToString();
        var first = """{"id":"ID","about":{"channel":"web","boardingArea":"A"},"answers":{"clean":4,"nps":9,"used":["wifi","lounge"],"why":"Fast."}}""".Replace("ID", id);
        await Service.Ingest.PostAsync(Asking.Responses(survey), Wire.Text(first)).Body(201);
        var again = written.Replace("IDUPPER", id.ToUpperInvariant()).Replace("ID", id);
        var receipt = await Service.Ingest.PostAsync(Asking.Responses(survey), Wire.Text(again)).Body(200);
        Assert.That((string?)receipt["status"], Is.EqualTo("already_stored"));
        var batch = await Service.SubmitLines(survey, again).Body();
        Assert.That((int)batch["alreadyStored"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task A_single_post_knows_what_a_batch_has_stored()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        await Service.Store(survey, [response]);
        Assert.That((string?)(await Service.Submit(survey, response).Body(200))["status"], Is.EqualTo("already_stored"));
        response["answers"]!["nps"] = 2;
        var batch = await Service.SubmitLines(survey, response.ToJsonString()).Body();
        Assert.That((string?)batch["rejected"]![0]!["code"], Is.EqualTo("response_conflict"));
    }

    [Test]
    public async Task A_retry_is_known_though_the_next_version_asks_in_another_order()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        var response = Some.Response();
        await Service.Submit(survey, response).Body(201);
        var items = definition["items"]!.AsArray();
        definition["items"] = new JsonArray([.. items.Reverse().Select(i => i!.DeepClone())]);
        await Service.Publish(definition, survey);
        Assert.That((string?)(await Service.Submit(survey, response).Body(200))["status"], Is.EqualTo("already_stored"));
    }

    [TestCase("""{"answers":{"clean":5}}""", TestName = "another_answer")]
    [TestCase("""{"answers":{"clean":4,"nps":null}}""", TestName = "one_skipped_more")]
    [TestCase("""{"answers":{"clean":4,"why":"x"}}""", TestName = "a_text_more")]
    [TestCase("""{"answers":{"clean":4},"about":{"channel":"web"}}""", TestName = "a_dimension_more")]
    [TestCase("""{"answers":{"clean":4},"weight":1.5}""", TestName = "another_weight")]
    [TestCase("""{"answers":{"clean":4},"isTest":true}""", TestName = "a_test")]
    [TestCase("""{"answers":{"clean":4},"language":"en"}""", TestName = "a_language")]
    [TestCase("""{"answers":{"clean":4},"version":1}""", TestName = "a_version")]
    [TestCase("""{"answers":{"clean":4},"respondent":"crm-1"}""", TestName = "a_respondent")]
    [TestCase("""{"answers":{"clean":4},"answeredAt":"2026-11-20T10:00:00Z"}""", TestName = "an_instant")]
    [TestCase("""{"answers":{"clean":4},"invitedOn":"2026-11-20"}""", TestName = "an_invitation")]
    public async Task Other_content_under_a_known_id_is_a_conflict(string other)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var id = Guid.NewGuid().ToString();
        var first = JsonNode.Parse("""{"answers":{"clean":4}}""")!;
        first["id"] = id;
        await Service.Submit(survey, first).Body(201);
        var before = await Service.Totals();
        var second = JsonNode.Parse(other)!;
        second["id"] = id;
        await Service.Submit(survey, second).Problem(409, "response_conflict");
        Assert.That(await Service.Totals(), Is.EqualTo(before));
        await Service.Submit(survey, first).Body(200);
    }

    [Test]
    public async Task An_id_belongs_to_the_survey_it_was_stored_for()
    {
        var (one, other) = (await Service.Publish(Some.CustomerSurvey()), await Service.Publish(Some.CustomerSurvey()));
        var response = Some.Response();
        response["id"] = Id;
        await Service.Submit(one, response).Body(201);
        await Service.Submit(other, response).Problem(409, "response_conflict");
    }

    [Test]
    public async Task A_response_that_fifty_clients_send_at_once_is_stored_once()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response().ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Service.Ingest.PostAsync(Asking.Responses(survey), Wire.Text(response))));
        Assert.That(answers.Count(a => (int)a.StatusCode == 201), Is.EqualTo(1));
        Assert.That(answers.Count(a => (int)a.StatusCode == 200), Is.EqualTo(49));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(1));
    }
}
