using Feedback.Api.Tests.Comments;

namespace Feedback.Api.Tests.Topics;

/// <summary>A committee hears of topics that its unit did not write about before.</summary>
public sealed class TellingCommittees(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_new_topic_stands_on_the_page_of_the_units_that_write_about_it()
    {
        await Service.PutUnits();
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, [.. Writing.People("sales", 40, "2026-01-10", _ => "Good team."), .. Writing.People("apac", 40, "2026-01-10", _ => "Good team.")]);
        await Service.Release("2026-01");
        await Service.StoreInvited(survey, [.. Writing.People("sales", 30, "2026-02-10", _ => "The system crashes."), .. Writing.People("sales", 10, "2026-02-10", _ => "Good team."), .. Writing.People("apac", 40, "2026-02-10", _ => "Good team.")]);
        await Service.Release("2026-02");
        var customers = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(customers, [.. Mentions.Customers(40, "2026-01-10", "Fine."), .. Mentions.Customers(30, "2026-02-10", "The fees are too high.")]);

        var sheets = (await Service.Read.GetAsync("/v1/committee/2026-02").Body())["value"]!.AsArray();
        Assert.That(sheets.SelectMany(s => s!["newTopics"]!.AsArray(), (s, t) => $"{s!["unit"]} {t!["audience"]} {t["topic"]} {t["share"]}"), Is.EquivalentTo(new[]
        {
            " customer price 100", " employee systems 37.5", "company employee systems 37.5", "emea employee systems 75", "sales employee systems 75",
        }));
        var lines = (await Service.Read.GetStringAsync("/v1/committee/2026-02?format=csv")).Split("\r\n");
        Assert.That(lines.Count(l => l.Contains(",newTopic,", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That((await Service.Read.GetAsync("/v1/committee/2026-01").Body())["value"]!.AsArray().Sum(s => s!["newTopics"]!.AsArray().Count), Is.Zero);
    }
}
