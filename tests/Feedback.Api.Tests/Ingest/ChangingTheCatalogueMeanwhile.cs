using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>Surveys that are published or closed while responses come in.</summary>
public sealed class ChangingTheCatalogueMeanwhile(string engine) : ServiceFixture(engine)
{
    private const int Lines = 6_000;

    [Test]
    public async Task Nothing_is_lost_from_a_batch_while_other_surveys_are_published()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var batch = Service.SubmitLines(survey, string.Join('\n', Enumerable.Range(0, Lines).Select(_ => Some.Response().ToJsonString())));
        for (var i = 0; i < 5; i++)
        {
            await Service.Publish(Some.CustomerSurvey());
            await Task.Delay(20);
        }
        var answer = await batch.Body();
        Assert.That((int)answer["stored"]!, Is.EqualTo(Lines), answer.ToJsonString());
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(Lines));
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(Lines));
    }

    [Test]
    public async Task Nothing_is_lost_of_single_responses_while_the_survey_gets_versions()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        var posts = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await SubmitUntilStored(survey, Some.Response());
        })).ToList();
        for (var i = 0; i < 8; i++)
        {
            definition["title"] = "Title " + i;
            await Service.Publish(definition, survey);
        }
        await Task.WhenAll(posts);
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(320));
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(320));
    }

    [Test]
    public async Task A_batch_whose_survey_closes_meanwhile_tells_what_was_not_stored()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var batch = Service.SubmitLines(survey, string.Join('\n', Enumerable.Range(0, Lines).Select(_ => Some.Response().ToJsonString())));
        await Service.Admin.PostAsync($"/v1/surveys/{survey}/close", null).Body();
        var answer = await batch;
        if ((int)answer.StatusCode == 409) return;
        var counts = await answer.Body();
        Assert.That((int)counts["stored"]! + (int)counts["rejectedCount"]!, Is.EqualTo(Lines));
        Assert.That(counts["rejected"]!.AsArray().Select(r => (string)r!["code"]!), Is.All.EqualTo("survey_closed"));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo((int)counts["stored"]!));
    }

    /// <summary>Sends again what was turned away, as a sender does.</summary>
    private async Task SubmitUntilStored(string survey, JsonNode response)
    {
        var answer = await Service.Submit(survey, response);
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable) answer = await Service.Submit(survey, response);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }
}
