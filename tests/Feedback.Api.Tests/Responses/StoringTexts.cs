using System.Text.Json.Nodes;
using Dapper;
using Feedback.Api.Data;
using Feedback.Api.Tests.Topics;
using Feedback.Api.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Responses;

/// <summary>What is stored of a text: without what leads to a person, and of customers as it was sent where the survey says so.</summary>
public sealed class StoringTexts(string engine) : ServiceFixture(engine)
{
    private const string Sent = "I waited an hour. Write to jo.sample@example.com.", Masked = "I waited an hour. Write to [email].";

    [Test]
    public async Task A_text_is_stored_masked_and_a_retry_of_it_is_known()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Mentions.Customers(1, "2026-05-04", Sent).Single();
        await Service.Submit(survey, response).Body(201);
        Assert.That(await TextsOf(survey), Is.EqualTo(new[] { Masked }));
        Assert.That((string)(await Service.Submit(survey, response.DeepClone()).Body())["status"]!, Is.EqualTo("already_stored"));
        // Another address is another content, though what is stored of it is the same.
        response["answers"]!["why"] = Sent.Replace("jo.", "al.", StringComparison.Ordinal);
        await Service.Submit(survey, response).Problem(409, "response_conflict");
        Assert.That(await Service.Number("select count(*) from comment where original is not null"), Is.Zero);
    }

    [Test]
    public async Task The_original_is_kept_where_a_survey_of_customers_says_so_and_exported_on_request()
    {
        var definition = Some.CustomerSurvey();
        definition["keepOriginalText"] = true;
        var survey = await Service.Publish(definition);
        var response = Mentions.Customers(1, "2026-05-04", Sent).Single();
        await Service.Submit(survey, response).Body(201);
        Assert.That(await TextsOf(survey), Is.EqualTo(new[] { Masked }));
        Assert.That(await Exported(survey, ""), Is.EqualTo(Masked));
        Assert.That(await Exported(survey, "?originals=true"), Is.EqualTo(Sent));
        await Service.Admin.GetAsync($"/v1/surveys/{survey}/responses?originals=1").Problem(400, "invalid_parameter");
        await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        Assert.That(await Service.Number("select count(*) from comment where original is not null"), Is.Zero);
    }

    [Test]
    public async Task Originals_of_employees_are_kept_by_no_survey()
    {
        var definition = Some.EmployeeSurvey();
        definition["keepOriginalText"] = true;
        var problem = await Service.Admin.Put($"/v1/surveys/{Some.Key()}", definition).Problem(400, "invalid_survey");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { "keepOriginalText" }));
    }

    [Test]
    public async Task Texts_of_an_earlier_version_of_the_program_are_masked_and_counted_after_its_start()
    {
        // It looks by itself every few seconds; here it does when it is told to.
        await Service.Services.GetRequiredService<Rereading>().StopAsync(CancellationToken.None);
        var survey = await Service.Publish(Some.CustomerSurvey());
        var responses = Mentions.Customers(12, "2026-05-04", Sent).ToList();
        await Service.Store(survey, responses);
        await AsItWasBefore(survey);
        Assert.That((await Service.Topic($"survey={survey}", "waiting")).Status(), Is.EqualTo("withheld"));
        // Erased meanwhile, it takes nothing from the counts that it never gave.
        await Service.Ingest.DeleteAsync($"/v1/responses/{responses[0]["id"]}");
        Assert.That(await Service.Services.GetRequiredService<Rereading>().Run(CancellationToken.None), Is.EqualTo(11));
        Assert.That(await TextsOf(survey), Is.EqualTo(Enumerable.Repeat(Masked, 11)));
        Assert.That((await Service.Topic($"survey={survey}", "waiting")).Number("people"), Is.EqualTo(11));
        Assert.That(await Service.Number("select count(*) from comment where place = 0"), Is.Zero);
        Assert.That(await Service.Services.GetRequiredService<Rereading>().Run(CancellationToken.None), Is.Zero);
    }

    /// <summary>Puts the store into the state that an earlier version left it in.</summary>
    private async Task AsItWasBefore(string survey)
    {
        await Service.Folded();
        await Service.InSession(session => MakeOld(session, survey));
    }

    private static async Task MakeOld(Session session, string survey)
    {
        var texts = "(select c.seq from comment c join response r on r.seq = c.response join survey s on s.id = r.survey where s.survey_key = @survey)";
        var topics = "(select v.id from variable v join survey s on s.id = v.survey where s.survey_key = @survey and v.items = 5)";
        foreach (var sql in (string[])
        [
            $"update comment set text = @Sent, topics = null, language = null, sentiment = null, analysis = 0, place = 0 where seq in {texts}",
            $"delete from tally where variable in {topics}", "delete from setting where name = 'analysis'",
        ]) await session.Connection.ExecuteAsync(sql, new { survey, Sent }, session.Transaction);
    }

    private async Task<List<string>> TextsOf(string survey) =>
        await Service.Column<string>("select c.text from comment c join response r on r.seq = c.response join survey s on s.id = r.survey where s.survey_key = @survey", new { survey });

    private async Task<string> Exported(string survey, string query) =>
        (string)JsonNode.Parse((await Service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses{query}")).Split('\n')[0])!["answers"]!["why"]!;
}
