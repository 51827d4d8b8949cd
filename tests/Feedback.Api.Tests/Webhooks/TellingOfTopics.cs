using System.Text.Json.Nodes;
using Feedback.Api.Tests.Warnings;
using Feedback.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Webhooks;

/// <summary>A topic that many more mention than before is told of: of customers with its row, of employees that there is an alarm and no more. Today is 2026-11-21.</summary>
public sealed class TellingOfTopics(string engine) : WebhookFixture(engine)
{
    [OneTimeSetUp]
    public async Task StoreTheAnswers()
    {
        await Mentioning.PutUnits(Service);
        var customers = await Service.Publish(Mentioning.Survey("customer"));
        await Service.Store(customers, Enumerable.Range(0, 9).SelectMany(week => (IEnumerable<JsonNode>)
            [.. Mentioning.People("north", new DateOnly(2026, 9, 16).AddDays(7 * week), 12, 4), .. Mentioning.People("south", new DateOnly(2026, 9, 16).AddDays(7 * week), 20, week == 8 ? 17 : 2)]));
        var employees = await Service.PublishByCode(Mentioning.Survey("employee"));
        for (var month = 0; month < 9; month++)
        {
            var day = new DateOnly(2026, 2, 5).AddMonths(month);
            await Service.StoreInvited(employees, [.. Mentioning.People("north", day, 30, month == 8 ? 22 : 2), .. Mentioning.People("south", day, 30, 2), .. Mentioning.People("west", day, 30, 2)]);
            await Service.Release(day.Day()[..7]);
        }
    }

    [Test]
    public async Task Alarms_of_both_are_told_once()
    {
        var watch = Service.Services.GetRequiredService<WarningWatch>();
        var (id, secret) = await Tell(null, "early_warning.raised");
        Assert.That(await watch.Look(default), Is.EqualTo(6), "of each side the unit, the one above it and everybody");
        Assert.That(await watch.Look(default), Is.EqualTo(6));
        var told = await Receiver.Wait(m => m.Type == "early_warning.raised", 6);
        Assert.That(told.All(m => m.IsSignedWith(secret)));
        Assert.That(told.Select(m => $"{m.Data["audience"]} {m.Data["stream"]}"), Is.EquivalentTo((string[])
        [
            "customer south/topic:waiting", "customer top/topic:waiting", "customer all/topic:waiting", "employee north/topic:waiting", "employee top/topic:waiting", "employee all/topic:waiting",
        ]));
        var customers = told.Single(m => (string?)m.Data["unit"] == "south").Data;
        Assert.That(((string?)customers["topic"], customers["indicator"], (string?)customers["from"], customers.Number("n")), Is.EqualTo(("waiting", (JsonNode?)null, "2026-11-09", 17.0)));
        Assert.That((bool?)customers["components"]!["alarm"], Is.True);
        var employees = told.Single(m => (string?)m.Data["unit"] == "north").Data;
        Assert.That(employees.ToJsonString(), Is.EqualTo("""{"audience":"employee","stream":"north/topic:waiting","unit":"north","topic":"waiting","period":"2026-10"}"""));
        Assert.That((await Messages(id)).Count, Is.EqualTo(6));
    }
}
