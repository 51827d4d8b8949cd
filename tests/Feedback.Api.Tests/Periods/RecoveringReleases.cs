using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Periods;

/// <summary>A service that stops between closing a period and releasing it.</summary>
public sealed class RecoveringReleases(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_period_that_was_closed_and_not_released_is_released_at_the_next_start()
    {
        var survey = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(survey, Pulse.People(20, "2026-03"));
        await Close(survey, 202603);
        var left = await Service.Read.GetAsync("/v1/periods/2026-03").Body();
        Assert.That(((string?)left["state"], (string?)left.Of(survey)["state"]), Is.EqualTo(("closed", "closed")));
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={survey}&period=2026-03").Problem(404, "period_not_released");
        await Service.StoreInvited(survey, Pulse.People(15, "2026-03"));

        await Service.Restart();
        var released = await Service.Released("2026-03");
        Assert.That((string?)released["state"], Is.EqualTo("released"));
        Assert.That((await Service.Row($"trust?survey={survey}&period=2026-03")).Number("n"), Is.EqualTo(20), "what came after the period was closed is not in it");
        await Service.Release("2026-04");
        Assert.That((await Service.Row($"trust?survey={survey}&period=2026-04")).Number("n"), Is.EqualTo(15));
    }

    [Test]
    public async Task A_period_that_was_closed_and_not_released_is_released_when_it_is_asked_for()
    {
        var survey = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(survey, Pulse.People(20, "2026-06"));
        await Close(survey, 202606);
        Assert.That((int)(await Service.Admin.PostAsync("/v1/periods/2026-06/release", null)).StatusCode, Is.EqualTo(202));
        Assert.That((string?)(await Service.Released("2026-06"))["state"], Is.EqualTo("released"));
        Assert.That((await Service.Row($"trust?survey={survey}&period=2026-06")).Number("n"), Is.EqualTo(20));
    }

    [Test]
    public async Task A_period_that_many_ask_for_at_once_is_released_once()
    {
        var survey = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(survey, Pulse.People(20, "2026-08"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.Admin.PostAsync("/v1/periods/2026-08/release", null)));
        Assert.That(answers.Select(a => (int)a.StatusCode), Is.All.AnyOf(200, 202).And.Some.EqualTo(202));
        var first = (await Service.Released("2026-08")).ToJsonString();
        Assert.That((await Service.Release("2026-08")).ToJsonString(), Is.EqualTo(first));
        Assert.That(Service.Log.Lines.Count(l => l.Contains($"Released period 202608 of {survey}", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    /// <summary>Closes a period in the store, and nobody releases it.</summary>
    private Task Close(string survey, int number) => Service.InSession(async session =>
    {
        await session.Run(Queries.RaiseStamp);
        var catalogue = await CatalogueReader.Read(session);
        var enough = await PeriodClosing.Close(session, catalogue.Survey(survey)!, number, catalogue.Units, 10, null, Service.Services.GetRequiredService<OrganisationClock>());
        Assert.That(enough);
    });
}
