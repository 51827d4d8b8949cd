using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Retention;
using Feedback.Api.Tests.Checking;
using Feedback.Api.Tests.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Retention;

/// <summary>A survey's answers are erased when their time is over, and its counts stay. The tests' day is 2026-11-21.</summary>
public sealed class KeepingForATime(string engine) : ServiceFixture(engine)
{
    [SetUp]
    public void Today() => Service.Clock.Now = TestClock.Start;

    [Test]
    public async Task Answers_and_texts_go_and_every_figure_stays()
    {
        var survey = await Publish(Some.CustomerSurvey(), 30);
        var old = Rated(Mentions.Customers(12, "2026-10-22", "The queue was long.")).ToList();
        await Service.Store(survey, [.. old, .. Rated(Mentions.Customers(3, "2026-10-23", "Fine."))]);
        var figures = await Figures(survey);
        Assert.That(await Expire(), Is.EqualTo(12), "Of 22 October, thirty days ago; not of the day after.");
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(3));
        Assert.That(await Service.Number("select count(*) from comment c join response r on r.seq = c.response where r.erased <> 0"), Is.Zero);
        Assert.That(await Service.Number("select count(*) from response where erased = 2 and (answers is not null or day is not null or cohort is not null or content_hash is not null)"), Is.Zero);
        Assert.That(await Figures(survey), Is.EqualTo(figures));
        await Service.AssertClean();
        Assert.That(await Expire(), Is.Zero);
        await Service.Folded();
        await Service.AssertClean();
    }

    [Test]
    public async Task A_retry_brings_nothing_back_and_taking_back_changes_no_count()
    {
        var survey = await Publish(Some.CustomerSurvey(), 1);
        var response = Mentions.Customers(1, "2026-11-20", "Once.").Single();
        await Service.Store(survey, [response]);
        Assert.That(await Expire(), Is.EqualTo(1));
        var retry = await Service.Submit(survey, response);
        Assert.That(retry.StatusCode, Is.Not.EqualTo(HttpStatusCode.Created));
        Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Service.ResponsesStored(survey), await Service.ResponsesCounted(survey)), Is.EqualTo((0L, 1L)));
        await Service.AssertClean();
    }

    [Test]
    public async Task Employees_answers_stay_until_their_period_is_out()
    {
        var definition = Some.EmployeeSurvey();
        definition["retentionDays"] = 1;
        var survey = await Service.PublishByCode(definition);
        await Service.StoreInvited(survey, Enumerable.Range(0, 12).Select(_ => Dated(Some.EmployeeResponse(), "2026-08-10")));
        Assert.That(await Expire(), Is.Zero);
        await Service.Release("2026-08");
        var row = (await Service.Row($"trust?survey={survey}&period=2026-08")).ToJsonString();
        Assert.That(await Expire(), Is.EqualTo(12));
        Assert.That((await Service.Row($"trust?survey={survey}&period=2026-08")).ToJsonString(), Is.EqualTo(row));
        await Service.AssertClean();
    }

    [Test]
    public async Task What_a_new_version_says_holds_for_all_answers()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(4, "2026-05-01", "Old."));
        Assert.That(await Expire(), Is.Zero);
        await Publish(Some.CustomerSurvey(), 100, survey);
        Assert.That(await Expire(), Is.EqualTo(4));
        await Service.AssertClean();
    }

    [Test]
    public async Task A_survey_that_fails_is_told_and_keeps_no_other_waiting()
    {
        var (broken, other) = (await Publish(Some.CustomerSurvey(), 1), await Publish(Some.CustomerSurvey(), 1));
        foreach (var survey in (string[])[broken, other]) await Service.Store(survey, Mentions.Customers(3, "2026-06-01", "Old."));
        var where = $"where survey = (select id from survey where survey_key = '{broken}')";
        await Service.Break("update response set version = null " + where);
        Assert.That(await Expire(), Is.EqualTo(3));
        Assert.That((await Service.ResponsesStored(broken), await Service.ResponsesStored(other)), Is.EqualTo((3L, 0L)));
        Assert.That(Service.Log.Lines, Has.Some.StartsWith($"Answers to {broken} whose time is over were not all erased; it is tried again, and other surveys' are"));
        await Service.Break("update response set version = 1 " + where);
        Assert.That(await Expire(), Is.EqualTo(3));
        await Service.AssertClean();
    }

    [Test]
    public async Task Counts_of_a_day_without_answers_are_checked_still()
    {
        var survey = await Publish(Some.CustomerSurvey(), 1);
        await Service.Store(survey, Mentions.Customers(5, "2026-04-01", "Old."));
        await Expire();
        await Service.Folded();
        await Service.Break("update tally set n = n + 1 where grain = 1 and start = 20260401");
        try
        {
            var (_, findings) = await Service.Check(mends: true);
            Assert.That(findings.Select(f => (f.Text.Split(';')[0], f.IsMended)), Does.Contain(($"counts of {survey} on 2026-04-01 are not those that its answers brought", false)));
        }
        finally
        {
            await Service.Break("update tally set n = n - 1 where start in (20260401, 202604, 2026) and variable in (select id from variable where survey = (select id from survey where survey_key = '" + survey + "'))");
        }
        await Service.AssertClean();
    }

    [Test]
    public async Task Under_a_clock_that_ran_ahead_nothing_is_erased_until_something_is_stored_again()
    {
        var survey = await Publish(Some.CustomerSurvey(), 30);
        await Service.Store(survey, Mentions.Customers(3, "2026-11-20", "New."));
        await Service.Folded();
        var expiry = Service.Services.GetRequiredService<Expiry>();
        Service.Clock.Advance(TimeSpan.FromDays(365));
        Assert.That((await expiry.Look(CancellationToken.None), await Service.ResponsesStored(survey)), Is.EqualTo((0, 3L)));
        await Service.Store(survey, [Some.Response()]);
        await Service.Folded();
        Assert.That(await expiry.Look(CancellationToken.None), Is.GreaterThanOrEqualTo(3));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_was_told_of_a_response_is_told_that_its_time_is_over()
    {
        var survey = await Publish(Some.CustomerSurvey(), 30);
        var made = await Service.Admin.Post("/v1/webhooks", new JsonObject
        {
            ["name"] = Some.Key(),
            ["url"] = "https://hooks.example.org",
            ["events"] = new JsonArray("response.erased"),
            ["surveys"] = new JsonArray(survey),
        }).Body(201);
        await Service.Admin.PostAsync($"/v1/webhooks/{made["id"]}/pause", null).Body();
        await Service.Store(survey, Mentions.Customers(3, "2026-01-20", "Old."));
        await Expire();
        Assert.That(await Service.Number("select count(*) from webhook_message where event = 'response.erased' and webhook = @id", new { id = (string)made["id"]! }), Is.EqualTo(3));
    }

    [TestCase(0)]
    [TestCase(36_501)]
    public async Task A_time_that_is_none_is_refused(int days)
    {
        var definition = Some.CustomerSurvey();
        definition["retentionDays"] = days;
        Assert.That((await Service.Admin.Put($"/v1/surveys/{Some.Key()}", definition)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private Task<int> Expire() => Service.Services.GetRequiredService<Expiry>().Run(CancellationToken.None);

    private Task<string> Publish(JsonObject definition, int days, string? key = null)
    {
        definition["retentionDays"] = days;
        return Service.Publish(definition, key);
    }

    private async Task<string> Figures(string survey)
    {
        string[] asked = [$"recommend?survey={survey}", $"journey-pass?survey={survey}", $"item?survey={survey}&item=nps&interval=week&from=2026-10-20&to=2026-10-30"];
        var rows = (await Task.WhenAll(asked.Select(Service.Rows))).SelectMany(r => r).Concat(await Service.Topics($"survey={survey}"));
        return string.Join('\n', rows.Select(r => r.ToJsonString()));
    }

    private static IEnumerable<JsonNode> Rated(IEnumerable<JsonNode> responses) => responses.Select((response, i) =>
    {
        response["answers"]!["nps"] = i % 11;
        response["answers"]!["clean"] = 1 + i % 5;
        response["weight"] = i % 2 == 0 ? 1 : 2.5;
        return response;
    });

    private static JsonNode Dated(JsonNode response, string day)
    {
        response["answeredAt"] = day + "T10:00:00Z";
        return response;
    }
}
