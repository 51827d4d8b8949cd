using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Periods;

/// <summary>Answers that come while their period is being closed.</summary>
public sealed class ClosingPeriods(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task Each_of_them_counts_in_one_period()
    {
        var definition = Pulse.Survey();
        definition["access"] = "open";
        var survey = await Service.Publish(definition);
        var people = Pulse.People(160, "2026-03").ToList();
        await Service.Store(survey, people.Take(40));
        var senders = Enumerable.Range(0, 4).Select(async sender =>
        {
            foreach (var person in people.Skip(40).Where((_, i) => i % 4 == sender)) await Service.Submit(survey, person).Body(201);
        }).ToList();
        var released = await Service.Release("2026-03");
        await Task.WhenAll(senders);
        await Service.Store(survey, Pulse.People(10, "2026-03"));
        await Service.Release("2026-04");
        var counted = await Service.Column<string>("select summary from survey_period where survey = (select id from survey where survey_key = @survey) order by period", new { survey });
        var sums = counted.Select(s => (long)JsonNode.Parse(s)!["people"]!).ToList();
        Assert.That(sums, Has.Count.EqualTo(2));
        Assert.That(sums.Sum(), Is.EqualTo(170));
        Assert.That(sums[0], Is.InRange(40, 160));
        Assert.That((await Service.Read.GetAsync("/v1/periods/2026-03").Body()).Of(survey).ToJsonString(), Is.EqualTo(released.Of(survey).ToJsonString()));
    }
}
