using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>Organisations at the edge: one team, one of exactly k, everybody alike, nobody answers.</summary>
public sealed class BeingFew(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Dimensions = ["grade"];

    [TestCase(10)]
    [TestCase(29)]
    public async Task A_single_team_is_shown_as_a_whole_from_ten_people_on(int people)
    {
        var (survey, period) = await Release(new HandMade().Unit("team").People("team", people, HandMade.Mixed, ("grade", "a")).Build(), people % 9 + 1);
        Assert.That((await Row(survey, period, "trust?")).Status(), Is.EqualTo("released"));
    }

    /// <summary>Nine people are no period: they count in the next one.</summary>
    [Test]
    public async Task A_team_of_nine_is_not_released()
    {
        var (survey, period) = await Release(new HandMade().Unit("team").People("team", 9, HandMade.Mixed, ("grade", "a")).Build(), 8);
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period={period}").Problem(404, "period_not_released");
    }

    /// <summary>Fewer than thirty answers: only the whole, however they are spread.</summary>
    [Test]
    public async Task Below_three_times_ten_only_the_whole_is_shown()
    {
        var organisation = new HandMade().Unit("a").Unit("b").People("a", 14, HandMade.Mixed, ("grade", "a")).People("b", 14, HandMade.Mixed, ("grade", "b")).Build();
        var (survey, period) = await Release(organisation, 3);
        var rows = await new Crawler(survey, period, new Dictionary<string, string[]> { ["grade"] = ["a", "b"] }, Service.Read).Crawl("trust");
        Assert.That(rows.Values.Where(r => r.IsReleased).Select(r => r.Cell), Is.EqualTo(new[] { AskedCell.Whole }));
    }

    [Test]
    public async Task Of_people_who_all_answer_alike_every_figure_is_released_or_withheld()
    {
        var organisation = new HandMade().Unit("a").Unit("b").People("a", 40, _ => HandMade.Trust(4), ("grade", "a")).People("b", 15, _ => HandMade.Trust(4), ("grade", "b")).Build();
        var (survey, period) = await Release(organisation, 4);
        foreach (var question in (string[])["trust?by=unit&", "net-trust?", "agreement?measure=trust&", "item?item=trust.humanity&by=unit&", "silo?measure=trust&level=1&", "consistency?measure=trust&over=unit&", "hierarchy-gap?measure=trust&senior=grade:a&frontline=grade:b&"])
        {
            var rows = await Service.Rows($"{question}survey={survey}&period={period}");
            Assert.That(rows.Select(r => r.Status()), Is.Not.Empty, question);
            Assert.That(rows.Where(r => r.Status() == "undefined").Select(r => r.ToJsonString()), Is.Empty, question);
        }
        Assert.That((await Row(survey, period, "trust?where=unit:b&")).Number("estimate"), Is.EqualTo(75));
    }

    /// <summary>A period in which nobody answers does not close by itself, and has no figures.</summary>
    [Test]
    public async Task Where_nobody_answers_nothing_is_released()
    {
        var survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions));
        await Service.Admin.Put("/v1/units", new HandMade().Unit("team").Silent("team", 40).Build().ToUnits()).Body();
        await Service.Admin.PostAsync("/v1/periods/2026-10/release", null);
        var answer = await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-10");
        if ((int)answer.StatusCode == 404) await answer.Problem(404, "period_not_released");
        else Assert.That((string?)(await answer.Body())["value"]!.AsArray().Single()!["status"], Is.EqualTo("withheld"));
    }

    /// <summary>Each test has a month of its own, because a release is for every survey of that grid.</summary>
    private async Task<(string Survey, string Period)> Release(InventedOrganisation organisation, int month)
    {
        var (survey, period) = (await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions)), $"2026-{month:00}");
        await Service.Wave(survey, organisation, period, Dimensions);
        return (survey, period);
    }

    private Task<System.Text.Json.Nodes.JsonNode> Row(string survey, string period, string question) => Service.Row($"{question}survey={survey}&period={period}");
}
