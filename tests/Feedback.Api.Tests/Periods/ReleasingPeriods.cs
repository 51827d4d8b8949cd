using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Periods;

/// <summary>A period of an employee survey is closed, released once, and served from then on.</summary>
public sealed class ReleasingPeriods(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task Publish()
    {
        Service.Clock.Now = TestClock.Start;
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        _survey = await Service.Publish(definition);
    }

    [Test]
    public async Task An_open_period_is_not_there_for_anybody()
    {
        await Service.StoreInvited(_survey, Answers(20, "2026-03-10"));
        foreach (var client in new[] { Service.Read, Service.Admin })
        {
            foreach (var period in new[] { "2026-03", "2026-02", "2031-01", "2026-Q1" })
                await client.GetAsync($"/v1/indicators/trust?survey={_survey}&period={period}").Problem(404, "period_not_released");
        }
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}").Problem(404, "period_not_released");
    }

    [Test]
    public async Task A_released_period_is_served()
    {
        await Service.StoreInvited(_survey, Answers(20, "2026-03-10"));
        var released = await Service.Release("2026-03");
        Assert.That((string?)released["state"], Is.EqualTo("released"));
        var row = await Service.Row($"trust?survey={_survey}&period=2026-03");
        Assert.Multiple(() =>
        {
            Assert.That(row.Status(), Is.EqualTo("released"));
            Assert.That(row.Number("n"), Is.EqualTo(20));
            Assert.That((string?)row["from"], Is.EqualTo("2026-03-01"));
        });
        Assert.That((string?)(await Service.Indicator($"trust?survey={_survey}"))["asOf"], Is.EqualTo((string?)released["releasedAt"]));
    }

    [Test]
    public async Task Answers_that_come_late_belong_to_the_next_period()
    {
        await Service.StoreInvited(_survey, Answers(20, "2026-04-10"));
        await Service.Release("2026-04");
        var before = await Service.Read.GetStringAsync($"/v1/indicators/trust?survey={_survey}&period=2026-04");
        await Service.StoreInvited(_survey, Answers(15, "2026-04-11"));
        Assert.That(await Service.Read.GetStringAsync($"/v1/indicators/trust?survey={_survey}&period=2026-04"), Is.EqualTo(before));
        await Service.Release("2026-05");
        Assert.That((await Service.Row($"trust?survey={_survey}&period=2026-05")).Number("n"), Is.EqualTo(15));
    }

    [Test]
    public async Task Too_few_people_count_in_the_next_period()
    {
        await Service.StoreInvited(_survey, Answers(9, "2026-06-10"));
        var merged = (await Service.Release("2026-06"))["releases"]!.AsArray().Single(r => (string?)r!["survey"] == _survey)!;
        Assert.That(((string?)merged["state"], (string?)merged["mergedInto"]), Is.EqualTo(("merged", "2026-07")));
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&period=2026-06").Problem(404, "period_not_released");
        await Service.StoreInvited(_survey, Answers(11, "2026-07-10"));
        await Service.Release("2026-07");
        Assert.That((await Service.Row($"trust?survey={_survey}&period=2026-07")).Number("n"), Is.EqualTo(20));
    }

    [Test]
    public async Task A_period_is_released_once()
    {
        await Service.StoreInvited(_survey, Answers(20, "2026-08-10"));
        var first = await Service.Release("2026-08");
        var again = await Service.Admin.PostAsync("/v1/periods/2026-08/release", null).Body(200);
        Assert.That(again["releases"]!.ToJsonString(), Is.EqualTo(first["releases"]!.ToJsonString()));
    }

    [TestCase("2026-13", 404)]
    [TestCase("2026-Q2", 404)]
    [TestCase("2031-01", 409)]
    [TestCase("nothing", 404)]
    public async Task A_period_that_cannot_be_released_is_refused(string period, int status) =>
        Assert.That((int)(await Service.Admin.PostAsync($"/v1/periods/{period}/release", null)).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task Erasing_from_a_released_period_changes_no_figure()
    {
        var answers = Answers(20, "2026-09-10").ToList();
        await Service.StoreInvited(_survey, answers);
        await Service.Release("2026-09");
        var before = await Service.Read.GetStringAsync($"/v1/indicators/trust?survey={_survey}&period=2026-09");
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{answers[0]["id"]}")).StatusCode, Is.EqualTo(202));
        Assert.That(await Service.Read.GetStringAsync($"/v1/indicators/trust?survey={_survey}&period=2026-09"), Is.EqualTo(before));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(19));
    }

    [Test]
    public async Task A_quarter_is_the_sum_of_its_released_months()
    {
        await Service.StoreInvited(_survey, Answers(30, "2025-01-10").Concat(Answers(40, "2025-02-10")));
        await Service.Release("2025-01");
        await Service.Release("2025-02");
        Assert.That((await Service.Row($"trust?survey={_survey}&period=2025-Q1")).Number("n"), Is.EqualTo(70));
        Assert.That((await Service.Rows($"trust?survey={_survey}&interval=month")).Select(r => (string?)r["from"]), Is.EqualTo(new[] { "2025-01-01", "2025-02-01" }));
    }

    [TestCase("from=2026-01-01", "from")]
    [TestCase("to=2026-01-01", "to")]
    [TestCase("period=2026-01-01..2026-02-01", "period")]
    [TestCase("interval=week", "interval")]
    [TestCase("includeTest=true", "includeTest")]
    [TestCase("weighted=true", "weighted")]
    public async Task What_is_off_the_grid_is_refused(string query, string parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&{query}").Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
    }

    [Test]
    public async Task A_wave_is_released_under_a_name_of_its_own()
    {
        var definition = Some.EmployeeSurvey();
        (definition["access"], definition["period"]) = ("code", "wave");
        var survey = await Service.Publish(definition);
        await Service.StoreInvited(survey, Answers(20, "2026-01-10"));
        await Service.Release($"{survey}-wave-1");
        await Service.StoreInvited(survey, Answers(12, "2026-01-10"));
        Assert.That((await Service.Row($"trust?survey={survey}&period={survey}-wave-1")).Number("n"), Is.EqualTo(20));
        await Service.Release($"{survey}-wave-2");
        Assert.That((await Service.Row($"trust?survey={survey}")).Number("n"), Is.EqualTo(10));
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period={survey}-wave-3").Problem(404, "period_not_released");
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-01").Problem(400, "invalid_parameter");
    }

    private static IEnumerable<JsonNode> Answers(int count, string day) => Enumerable.Range(0, count).Select(i =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = day + "T12:00:00Z";
        response["answers"]!["humanity"] = 1 + i % 7;
        return (JsonNode)response;
    });
}
