namespace Feedback.Api.Tests.Periods;

/// <summary>Several surveys, and several periods, are added cell by cell: what one of them withholds is withheld in the sum.</summary>
public sealed class AddingReleases(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Teams = ["north", "south", "west"];

    [OneTimeSetUp]
    public async Task SendTheUnits() => await Service.Admin.Put("/v1/units", Pulse.Units([.. Teams.Select(t => (t, (string?)null))])).Body();

    [Test]
    public async Task Two_surveys_of_one_period_are_added()
    {
        var (one, other) = await Both("2026-01", ("north", 30, 20), ("south", 40, 30), ("west", 20, 50));
        await Service.Release("2026-01");
        Assert.That(await Counted($"trust?survey={one}&survey={other}&period=2026-01&by=unit"), Is.EqualTo(new int?[] { 50, 70, 70 }));
        Assert.That(await Counted($"trust?survey={one}&survey={other}&period=2026-01"), Is.EqualTo(new int?[] { 190 }));
        Assert.That(await Counted($"trust?survey={other}&period=2026-01&by=unit"), Is.EqualTo(new int?[] { 20, 30, 50 }));
    }

    [Test]
    public async Task What_one_survey_withholds_is_withheld_in_the_sum()
    {
        var (one, other) = await Both("2026-02", ("north", 30, 5), ("south", 40, 5), ("west", 20, 50));
        await Service.Release("2026-02");
        Assert.That(await Counted($"trust?survey={other}&period=2026-02&by=unit"), Is.EqualTo(new int?[] { null, null, 50 }));
        Assert.That(await Counted($"trust?survey={one}&survey={other}&period=2026-02&by=unit"), Is.EqualTo(new int?[] { null, null, 70 }), "30 and 40 less what the first survey shows would be the others");
        Assert.That(await Counted($"trust?survey={one}&survey={other}&period=2026-02"), Is.EqualTo(new int?[] { 150 }));
    }

    [Test]
    public async Task What_one_month_withholds_is_withheld_in_the_quarter()
    {
        var survey = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(survey, [.. Pulse.People(30, "2025-01", "north"), .. Pulse.People(40, "2025-01", "south"), .. Pulse.People(20, "2025-01", "west")]);
        await Service.StoreInvited(survey, [.. Pulse.People(30, "2025-02", "north"), .. Pulse.People(6, "2025-02", "south"), .. Pulse.People(4, "2025-02", "west")]);
        foreach (var month in (string[])["2025-01", "2025-02"]) await Service.Release(month);
        Assert.That(await Counted($"trust?survey={survey}&period=2025-01&by=unit"), Is.EqualTo(new int?[] { 30, 40, 20 }));
        Assert.That(await Counted($"trust?survey={survey}&period=2025-02&by=unit"), Is.EqualTo(new int?[] { 30, null, null }));
        foreach (var period in (string[])["2025-Q1", "2025"]) Assert.That(await Counted($"trust?survey={survey}&period={period}&by=unit"), Is.EqualTo(new int?[] { 60, null, null }), period);
        Assert.That(await Counted($"trust?survey={survey}&interval=quarter&by=unit"), Is.EqualTo(new int?[] { 60, null, null }));
    }

    [Test]
    public async Task Surveys_of_different_grids_meet_where_their_periods_do()
    {
        var (monthly, quarterly) = (await Service.Publish(Pulse.Survey()), await Service.Publish(Pulse.Survey("quarter")));
        foreach (var month in (string[])["2024-04", "2024-05"]) await Service.StoreInvited(monthly, Pulse.People(30, month, "north"));
        await Service.StoreInvited(quarterly, Pulse.People(50, "2024-06", "north"));
        foreach (var period in (string[])["2024-04", "2024-05", "2024-Q2"]) await Service.Release(period);
        var both = $"trust?survey={monthly}&survey={quarterly}";
        Assert.That(await Counted($"{both}&period=2024-Q2"), Is.EqualTo(new int?[] { 110 }));
        Assert.That(await Counted($"{both}&period=2024"), Is.EqualTo(new int?[] { 110 }));
        Assert.That(await Counted($"{both}&period=2024-04"), Is.EqualTo(new int?[] { 30 }), "the other survey has no months");
        Assert.That(await Counted($"{both}&interval=month"), Is.EqualTo(new int?[] { 30, 30 }));
        Assert.That(await Counted($"{both}&interval=quarter"), Is.EqualTo(new int?[] { 110 }));
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={quarterly}&period=2024-04").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={quarterly}&interval=month").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task A_survey_that_came_later_is_released_for_a_period_that_is_out()
    {
        var first = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(first, Pulse.People(30, "2024-01"));
        var before = (await Service.Release("2024-01")).Of(first).ToJsonString();
        var second = await Service.Publish(Pulse.Survey());
        await Service.StoreInvited(second, Pulse.People(50, "2024-01"));
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={second}&period=2024-01").Problem(404, "period_not_released");
        Assert.That((int)(await Service.Admin.PostAsync("/v1/periods/2024-01/release", null)).StatusCode, Is.EqualTo(202));
        var after = await Service.Released("2024-01");
        Assert.That(((string?)after.Of(second)["state"], after.Of(first).ToJsonString()), Is.EqualTo(("released", before)));
        Assert.That(await Counted($"trust?survey={first}&survey={second}&period=2024-01"), Is.EqualTo(new int?[] { 80 }));
    }

    private async Task<(string One, string Other)> Both(string month, params (string Team, int One, int Other)[] teams)
    {
        var (one, other) = (await Service.Publish(Pulse.Survey()), await Service.Publish(Pulse.Survey()));
        await Service.StoreInvited(one, teams.SelectMany(t => Pulse.People(t.One, month, t.Team)));
        await Service.StoreInvited(other, teams.SelectMany(t => Pulse.People(t.Other, month, t.Team)));
        return (one, other);
    }

    /// <summary>n of each row, in order.</summary>
    private async Task<List<int?>> Counted(string query) => [.. (await Service.Rows(query)).Select(r => (int?)r["n"])];
}
