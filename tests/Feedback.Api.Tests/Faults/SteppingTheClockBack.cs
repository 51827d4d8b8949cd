using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Faults;

/// <summary>A clock that is set back by hours and days: nothing is lost, nothing is twice, and it is told.</summary>
[Category("Faults")]
public sealed class SteppingTheClockBack(string engine) : ServiceFixture(engine)
{
    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(3), TimeSpan.FromDays(5), TimeSpan.FromDays(40)];

    [TearDown]
    public void SetTheClock() => Service.Clock.Now = TestClock.Start;

    [Test]
    public async Task Responses_are_stored_once_on_the_day_of_the_clock_and_changes_stay_in_order()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (ids, updates) = (new List<string>(), new List<long>());
        foreach (var step in (TimeSpan[])[TimeSpan.Zero, .. Steps])
        {
            Service.Clock.Now = TestClock.Start - step;
            for (var i = 0; i < 5; i++)
            {
                var response = Some.Response();
                response.Remove("id");
                ids.Add((string)(await Service.Submit(survey, response).Body(201))["id"]!);
            }
            await Service.Folded();
            updates.Add(await Service.Number("select max(d.updated_at) from survey_day d join survey s on s.id = d.survey where s.survey_key = @survey", new { survey }));
        }
        Assert.That(ids, Is.Unique);
        Assert.That(updates, Is.Ordered.Ascending.And.Unique, "Who asks for what changed since the last time misses nothing.");
        Assert.That((await Service.ResponsesStored(survey), await Service.ResponsesCounted(survey)), Is.EqualTo((20L, 20L)));
        Assert.That(await Service.Number("select count(distinct r.day) from response r join survey s on s.id = r.survey where s.survey_key = @survey", new { survey }), Is.EqualTo(3));
        Tried.Line("the clock set back by 3 hours, 5 and 40 days: ids, days, order of changes", "3", "all stored once, changes in order");
    }

    [Test]
    public async Task A_key_that_was_revoked_stays_revoked()
    {
        var key = await Service.MakeKey(KeyScope.Read, expiresAt: TestClock.Start.AddHours(1));
        Service.Clock.Advance(TimeSpan.FromHours(2));
        Assert.That((await Service.Client(key).GetAsync("/v1/periods")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Service.Clock.Now = TestClock.Start;
        Assert.That((await Service.Client(key).GetAsync("/v1/periods")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "A date is the clock's.");
        var id = (string)(await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Single(k => (DateTimeOffset?)k!["expiresAt"] == TestClock.Start.AddHours(1))!["id"]!;
        await Service.Admin.DeleteAsync($"/v1/keys/{id}");
        Service.Clock.Advance(-TimeSpan.FromDays(400));
        Assert.That((await Service.Client(key).GetAsync("/v1/periods")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Tried.Line("the clock set back: an expired key, a revoked key", "2", "the one lives until its date comes again, the other never");
    }

    [Test]
    public async Task What_is_released_stays_and_later_answers_count_in_periods_that_are_open()
    {
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, Enumerable.Range(0, 30).Select(_ => Some.EmployeeResponse()));
        await Service.Release("2026-11");
        var before = await (await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-11")).Content.ReadAsStringAsync();
        Service.Clock.Now = TestClock.Start.AddDays(-40);
        await Service.StoreInvited(survey, Enumerable.Range(0, 20).Select(_ => Some.EmployeeResponse()));
        Service.Clock.Now = TestClock.Start;
        await Service.StoreInvited(survey, Enumerable.Range(0, 10).Select(_ => Some.EmployeeResponse()));
        Assert.That(await (await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-11")).Content.ReadAsStringAsync(), Is.EqualTo(before));
        var periods = await Service.Column<long>("select r.period from response r join survey s on s.id = r.survey where s.survey_key = @survey order by r.period", new { survey });
        Assert.That(periods.CountBy(p => p), Is.EqualTo(new Dictionary<long, int> { [202610] = 20, [202611] = 30, [202612] = 10 }));
        Tried.Line("the clock set back behind a released period", "1", "the release is what it was, answers count in the open period of their day");
    }

    [Test]
    public async Task The_ledger_keeps_every_line()
    {
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        foreach (var step in Steps)
        {
            Service.Clock.Now = TestClock.Start - step;
            await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-11").Problem(404, "period_not_released");
        }
        Service.Clock.Now = TestClock.Start;
        var lines = (await Service.Admin.GetAsync("/v1/audit?from=2026-01-01&to=2027-01-01&limit=1000").Body())["value"]!.AsArray();
        var days = lines.Where(l => (string?)l!["operation"] == "ReadIndicator" && l.ToJsonString().Contains(survey, StringComparison.Ordinal)).Select(l => ((DateTimeOffset)l!["at"]!).ToString("yyyy-MM-dd", null)).ToList();
        Assert.That(days, Is.EquivalentTo(Steps.Select(s => (TestClock.Start - s).ToString("yyyy-MM-dd", null))));
        Tried.Line("the clock set back between reads of employees' figures", $"{Steps.Length}", "every read has its line in the ledger, under the clock's day");
    }

    [Test]
    public async Task A_message_from_days_ahead_is_told_now()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var webhook = (string)(await Service.Admin.Post("/v1/webhooks", new JsonObject { ["name"] = "CRM", ["url"] = "https://hooks.example.org", ["events"] = new JsonArray("response.stored"), ["surveys"] = new JsonArray(survey) }).Body(201))["id"]!;
        await Service.Admin.PostAsync($"/v1/webhooks/{webhook}/pause", null).Body();
        Service.Clock.Advance(TimeSpan.FromDays(30));
        await Service.Submit(survey, Some.Response()).Body(201);
        Service.Clock.Now = TestClock.Start;
        await using var session = await Service.Services.GetRequiredService<Database>().Read();
        Assert.That(await session.Rows<string>(Queries.ReadDueWebhooks, RetrySchedule.DueAt(Service.Clock.Now)), Does.Contain(webhook));
    }

    [Test]
    public async Task It_is_told()
    {
        using var watch = ActivatorUtilities.CreateInstance<ClockWatch>(Service.Services);
        Assert.That(watch.Look(), Is.EqualTo(TimeSpan.Zero));
        Service.Clock.Advance(-TimeSpan.FromHours(1));
        Assert.That((watch.Look(), watch.Look()), Is.EqualTo((TimeSpan.FromHours(1), TimeSpan.Zero)), "Once.");
        await Service.Submit(await Service.Publish(Some.CustomerSurvey()), Some.Response()).Body(201);
        await Service.Folded();
        Service.Clock.Advance(-TimeSpan.FromDays(700));
        Assert.That(await watch.CompareWithStore(default), Is.GreaterThan(TimeSpan.FromDays(699)), "Also where the service was started later.");
        Assert.That(Service.Log.Lines, Has.Some.Contains("The clock was set back by 3600 s").And.Some.Contains("behind the last change of the store"));
    }
}
