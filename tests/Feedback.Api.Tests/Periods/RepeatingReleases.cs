using System.Text.Json.Nodes;
using Dapper;

namespace Feedback.Api.Tests.Periods;

/// <summary>What a release says follows from the answers alone, not from when or in which order they came.</summary>
public sealed class RepeatingReleases(string engine) : ServiceFixture(engine)
{
    private const string Key = "pulse", Period = "2026-03";

    private readonly string _engine = engine;

    [Test]
    public async Task The_same_answers_in_another_order_give_the_same_release()
    {
        await using var other = await TestService.Start(_engine);
        var people = People();
        var hash = await Release(Service, people);
        people.Reverse();
        Assert.That(await Release(other, people), Is.EqualTo(hash).And.Length.EqualTo(64));
        foreach (var query in (string[])["trust?survey=pulse&by=unit", "trust?survey=pulse&by=channel", "net-trust?survey=pulse", "item?survey=pulse&item=humanity&by=channel,unit"])
            Assert.That((await other.Indicator(query))["value"]!.ToJsonString(), Is.EqualTo((await Service.Indicator(query))["value"]!.ToJsonString()), query);
    }

    [Test]
    public async Task A_release_that_is_made_again_is_the_same()
    {
        await using var service = await TestService.Start(_engine);
        var hash = await Release(service, People());
        var stored = await service.Column<string>("select content from released_base order by base");
        await service.InSession(async session =>
        {
            await session.Connection.ExecuteAsync("delete from released_base", transaction: session.Transaction);
            await session.Connection.ExecuteAsync("delete from released_rows", transaction: session.Transaction);
            await session.Connection.ExecuteAsync("update survey_period set state = 'closed', hash = null, released_at = null", transaction: session.Transaction);
        }, refreshes: false);
        await service.Restart();
        Assert.That((string?)(await service.Released(Period)).Of(Key)["hash"], Is.EqualTo(hash));
        Assert.That(await service.Column<string>("select content from released_base order by base"), Is.EqualTo(stored));
    }

    [Test]
    public async Task One_answer_more_gives_another_release()
    {
        await using var one = await TestService.Start(_engine);
        await using var other = await TestService.Start(_engine);
        var people = People();
        var more = People().Append(Pulse.People(1, Period, "north", "web").Single()).ToList();
        Assert.That(await Release(one, people), Is.Not.EqualTo(await Release(other, more)));
    }

    private static List<JsonNode> People() => [.. ((string[])["north", "south", "west"]).SelectMany(unit => ((string[])["web", "mail"]).SelectMany(channel => Pulse.People(35, Period, unit, channel)))];

    private static async Task<string> Release(TestService service, IEnumerable<JsonNode> people)
    {
        await service.Admin.Put("/v1/units", Pulse.Units(("north", null), ("south", null), ("west", null))).Body();
        await service.Publish(Pulse.Survey(), Key);
        await service.StoreInvited(Key, people);
        return (string)(await service.Release(Period)).Of(Key)["hash"]!;
    }
}
