using Feedback.Api.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Periods;

/// <summary>With <c>Feedback:ReleaseAfterDays</c> periods are released so many days after their end, without being asked for.</summary>
public sealed class SchedulingReleases(string engine) : ServiceFixture(engine)
{
    private const int Days = 3;

    private string _survey = "";

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Feedback:ReleaseAfterDays"] = "3" };

    [SetUp]
    public async Task Publish()
    {
        Service.Clock.Now = TestClock.Start;
        _survey = await Service.Publish(Pulse.Survey());
    }

    [Test]
    public async Task A_period_is_released_so_many_days_after_its_end()
    {
        await Service.StoreInvited(_survey, Pulse.People(20, "2026-11"));
        await Look(new(2026, 12, 3, 23, 59, 0, TimeSpan.Zero));
        Assert.That(await StateOf("2026-11"), Is.EqualTo("open"));
        await Look(new(2026, 12, 4, 0, 1, 0, TimeSpan.Zero));
        Assert.That(await StateOf("2026-11"), Is.EqualTo("released"));
        Assert.That((await Service.Row($"trust?survey={_survey}")).Number("n"), Is.EqualTo(20));
    }

    [Test]
    public async Task It_is_looked_for_at_every_start()
    {
        await Service.StoreInvited(_survey, Pulse.People(20, "2026-11"));
        Service.Clock.Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await Service.Restart();
        for (var i = 0; i < 1_200 && (string?)(await Service.Read.GetAsync("/v1/periods/2026-11").Body()).Of(_survey)["state"] != "released"; i++) await Task.Delay(50);
        Assert.That(await StateOf("2026-11"), Is.EqualTo("released"));
    }

    [Test]
    public async Task Periods_that_are_due_together_merge_where_they_are_small()
    {
        await Service.StoreInvited(_survey, Pulse.People(4, "2026-01").Concat(Pulse.People(3, "2026-02")).Concat(Pulse.People(8, "2026-03")).Concat(Pulse.People(6, "2026-05")));
        await Look(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        string[] months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
        Assert.That(await Task.WhenAll(months.Select(StateOf)), Is.EqualTo(new[] { "merged", "merged", "released", "open", "merged", "open" }), "nobody answered in April, which waits for late answers");
        Assert.That((await Service.Row($"trust?survey={_survey}&period=2026-03")).Number("n"), Is.EqualTo(15));
    }

    [Test]
    public async Task A_wave_is_closed_by_hand()
    {
        var survey = await Service.Publish(Pulse.Survey("wave"));
        await Service.StoreInvited(survey, Pulse.People(20, "2026-01"));
        await Look(new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/periods/{survey}-wave-1").Body())["state"], Is.EqualTo("open"));
    }

    /// <summary>What the schedule does every ten minutes, at an instant.</summary>
    private async Task Look(DateTimeOffset now)
    {
        Service.Clock.Now = now;
        await Service.Services.GetRequiredService<ReleaseSchedule>().ReleaseDue(Days, default);
        for (var i = 0; i < 1_200 && await Service.Number("select count(*) from survey_period where state = 'closed'") > 0; i++) await Task.Delay(50);
    }

    private async Task<string?> StateOf(string period) => (await Service.Read.GetAsync($"/v1/periods/{period}")) is { IsSuccessStatusCode: true } found ? (string?)(await found.Body()).Of(_survey)["state"] : "open";
}
