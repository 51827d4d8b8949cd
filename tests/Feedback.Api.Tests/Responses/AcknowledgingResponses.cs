namespace Feedback.Api.Tests.Responses;

/// <summary>What the sender of one response may rely on.</summary>
public sealed class AcknowledgingResponses(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_response_is_stored_once_however_often_it_is_sent()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        var first = await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        var second = await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(200);
        Assert.That((string?)first["status"], Is.EqualTo("stored"));
        Assert.That((string?)second["status"], Is.EqualTo("already_stored"));
        Assert.That((string?)second["id"], Is.EqualTo((string?)response["id"]));
    }

    [Test]
    public async Task A_stored_response_is_known_after_a_restart()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        await Service.Restart();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(200);
        response["answers"]!["nps"] = 1;
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Problem(409, "response_conflict");
    }
}
