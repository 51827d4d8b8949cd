using System.Text.Json.Nodes;
using Feedback.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>A score of customers that leaves its usual range is told of in the week it begins, and once. Today is 2026-11-21.</summary>
public sealed class TellingOfWarnings(string engine) : WebhookFixture(engine)
{
    private static readonly DateOnly FirstWeek = new(2026, 6, 1);
    private const int Weeks = 24;

    [OneTimeSetUp]
    public async Task StoreTheAnswers()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"top","name":"top"},{"code":"calm","name":"calm","parent":"top"},{"code":"falling","name":"falling","parent":"top"}]}""")).Body();
        var survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "sat", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" }),
        });
        var random = new Random(11);
        // It falls in the last week that has ended.
        await Service.Store(survey, Enumerable.Range(0, Weeks).SelectMany(week => new[] { "calm", "falling" }.SelectMany(unit => Enumerable.Range(0, 14).Select(_ => (JsonNode)new JsonObject
        {
            ["answeredAt"] = FirstWeek.AddDays(7 * week + random.Next(5)).ToString("yyyy-MM-dd") + "T12:00:00Z",
            ["about"] = new JsonObject { ["unit"] = unit },
            ["answers"] = new JsonObject { ["sat"] = unit == "falling" && week == Weeks - 1 ? 1 : random.Next(3, 6) },
        }))));
    }

    [Test]
    public async Task An_alarm_is_told_of_when_it_begins_and_once_with_what_the_indicator_answers()
    {
        var watch = Service.Services.GetRequiredService<WarningWatch>();
        Assert.That(await watch.Look(default), Is.Zero, "Nobody wants to hear of it.");
        var (id, secret) = await Tell(null, "early_warning.raised");
        Assert.That(await watch.Look(default), Is.EqualTo(2), "the unit, and with it the whole");
        Assert.That(await watch.Look(default), Is.EqualTo(2));
        var told = await Receiver.Wait(m => m.Type == "early_warning.raised", 2);
        Assert.That(told.Select(m => (string?)m.Data["stream"]), Is.EquivalentTo((string[])["all/satisfaction", "falling/satisfaction"]));
        Assert.That(told.All(m => m.IsSignedWith(secret)));
        var unit = told.Single(m => (string?)m.Data["unit"] == "falling").Data;
        Assert.That(((string?)unit["audience"], (string?)unit["indicator"], (string?)unit["from"], (string?)unit["to"]), Is.EqualTo(("customer", "satisfaction", "2026-11-09", "2026-11-16")));
        var row = (await Service.Rows("early-warning?audience=customer&by=unit")).Single(r => (string?)r["unit"] == "falling");
        foreach (var column in (string[])["estimate", "low", "high", "n", "components"]) Assert.That(JsonNode.DeepEquals(unit[column], row[column]), $"{column}: {unit[column]} and {row[column]}");
        Assert.That((await Messages(id)).Count, Is.EqualTo(2));
    }
}
