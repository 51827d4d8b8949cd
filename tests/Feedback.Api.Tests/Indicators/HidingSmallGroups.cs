using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Indicators;

/// <summary>What a breakdown must not tell about employees, and under which k.</summary>
public sealed class HidingSmallGroups(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_value_that_employees_brought_is_listed_once_k_people_have_it()
    {
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, [.. Answers("web", 25, "2026-01"), .. Answers("Anna Meier", 9, "2026-01")]);
        await Service.Release("2026-01");
        Assert.That((await Service.Rows($"trust?survey={survey}&period=2026-01&by=channel")).Select(r => ((string?)r["channel"], r.Status())), Is.EqualTo(new[] { ("web", "withheld") }), "what is left of everybody would be Anna Meier");
        await Service.StoreInvited(survey, [.. Answers("web", 25, "2026-02"), .. Answers("Anna Meier", 10, "2026-02")]);
        await Service.Release("2026-02");
        Assert.That((await Service.Rows($"trust?survey={survey}&period=2026-02&by=channel")).Select(r => ((string?)r["channel"], r.Status())), Is.EqualTo(new[] { ("Anna Meier", "released"), ("web", "released") }));
    }

    [Test]
    public async Task The_k_of_an_employee_survey_is_kept_when_it_is_published()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        Assert.That(Service.Services.GetRequiredService<CatalogueCache>().Current.Survey(survey)!.MinimumGroup, Is.EqualTo(Feedback.Api.Settings.DefaultMinimumGroup));
    }

    [Test]
    public async Task A_survey_that_does_not_ask_decides_nothing()
    {
        var stricter = Some.EmployeeSurvey();
        stricter["k"] = 50;
        foreach (var item in stricter["items"]!.AsArray().Take(4)) item!.AsObject().Remove("measures");
        await Service.Publish(stricter);
        var survey = await Service.Publish(Some.EmployeeSurvey());
        await Service.Store(survey, [.. Answers("web", 12, "2026-03")]);
        await Service.Release("2026-03");
        Assert.That((await Service.Row("trust?audience=employee&period=2026-03")).Status(), Is.EqualTo("released"));
    }

    private static IEnumerable<JsonNode> Answers(string channel, int count, string month) => Enumerable.Range(0, count).Select(_ =>
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = month + "-10T12:00:00Z";
        response["about"] = new JsonObject { ["channel"] = channel };
        return response;
    });
}
