using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Demo;

/// <summary>The committee's pages of the demo say what its indicators say, though they are worked out from counts that were read once.</summary>
public sealed class CommitteeOfTheDemo(string engine) : StoryFixture(engine)
{
    [Test]
    public async Task What_moved_is_what_change_says_of_the_unit_with_all_below_it()
    {
        var year = int.Parse(Period(17)[..4], null);
        var moved = (await Pages($"{year}")).SelectMany(page => page["moved"]!.AsArray().Select(m => (Unit: (string?)page["unit"], Move: m!))).ToList();
        Assert.That(moved, Is.Not.Empty);
        foreach (var (unit, move) in moved)
        {
            var row = await Row($"change?of={move["indicator"]}&audience={move["audience"]}&before={year - 1}&after={year}{(unit is null ? "" : "&where=unit:" + unit)}");
            Assert.That((move.Number("change"), move.Number("low"), move.Number("high"), (int)move["n"]!), Is.EqualTo((row.Number("estimate"), row.Number("low"), row.Number("high"), (int)row["n"]!)), move.ToJsonString());
        }
    }

    [Test]
    public async Task What_is_off_target_is_what_the_indicator_says()
    {
        var missed = (await Pages(Period(17))).SelectMany(page => page["offTarget"]!.AsArray().Select(m => (Unit: (string?)page["unit"], Miss: m!))).ToList();
        Assert.That(missed.Select(m => (m.Unit, (string?)m.Miss["indicator"], (string?)m.Miss["audience"])), Is.EqualTo(new[] { (null, "satisfaction", "customer"), ("retail-south", "trust", "employee") }));
        foreach (var (unit, miss) in missed)
        {
            var row = await Row($"{miss["indicator"]}?audience={miss["audience"]}&period={Period(17)}{(unit is null ? "" : "&where=unit:" + unit)}");
            Assert.That((miss.Number("estimate"), miss.Number("low"), miss.Number("high"), (int)miss["n"]!), Is.EqualTo((row.Number("estimate"), row.Number("low"), row.Number("high"), (int)row["n"]!)));
        }
    }

    [Test]
    public async Task A_page_is_the_same_whatever_the_limit()
    {
        var all = (await Pages(Period(17))).Select(p => p.ToJsonString()).ToList();
        var one = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Service.Read.GetAsync($"/v1/committee/{Period(17)}?limit=5{(cursor is null ? "" : "&cursor=" + cursor)}").Body();
            one.AddRange(page["value"]!.AsArray().Select(p => p!.ToJsonString()));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        Assert.That(one, Is.EqualTo(all));
    }

    private async Task<List<JsonNode>> Pages(string period) => [.. (await Service.Read.GetAsync("/v1/committee/" + period).Body())["value"]!.AsArray().Select(p => p!)];
}
