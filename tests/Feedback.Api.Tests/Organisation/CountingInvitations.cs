using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Organisation;

/// <summary>How many were invited is counted by survey, combination of dimension values and day.</summary>
public sealed class CountingInvitations(string engine) : ServiceFixture(engine)
{
    private int _survey;
    private string _key = "";

    [SetUp]
    public async Task HaveASurvey()
    {
        _key = await Service.Publish(Some.CustomerSurvey());
        _survey = Service.Services.GetRequiredService<CatalogueCache>().Current.Survey(_key)!.Id;
    }

    [Test]
    public async Task Counts_are_set_replaced_and_removed()
    {
        await Set((About("web"), 20261101, 200), (About("mail"), 20261101, 40), (About(null), 20261102, 7));
        Assert.That((await Read()).Select(i => (i.Day, i.N)), Is.EquivalentTo(((int, int)[])[(20261101, 200), (20261101, 40), (20261102, 7)]));
        await Set((About("web"), 20261101, 250), (About("mail"), 20261101, 0), (About("never"), 20261101, 0));
        Assert.That((await Read()).Select(i => (i.Day, i.N)), Is.EquivalentTo(((int, int)[])[(20261101, 250), (20261102, 7)]));
        Assert.That(await Service.Number("select count(*) from cohort_value where value = 'never'"), Is.Zero, "Nobody of them was invited.");
    }

    [Test]
    public async Task Days_from_the_first_up_to_the_last_are_read()
    {
        await Set((About("web"), 20261031, 1), (About("web"), 20261101, 2), (About("web"), 20261130, 3), (About("web"), 20261201, 4));
        Assert.That((await Read(20261101, 20261201)).Select(i => i.N), Is.EquivalentTo((int[])[2, 3]));
        Assert.That((await Read(20261130)).Select(i => i.N), Is.EquivalentTo((int[])[3, 4]));
    }

    [Test]
    public async Task Another_surveys_counts_are_not_read()
    {
        await Set((About("web"), 20261101, 5));
        var other = await Service.Publish(Some.CustomerSurvey());
        await using var session = await Service.Services.GetRequiredService<Database>().Read();
        var counts = await Invitations.Read(session, [Service.Services.GetRequiredService<CatalogueCache>().Current.Survey(other)!.Id]);
        Assert.That(counts, Is.Empty);
    }

    [Test]
    public async Task A_combination_is_the_same_for_invitations_and_for_answers()
    {
        await Set((About("web", "A"), 20261101, 10));
        await Service.Store(_key, [Some.Response()]);
        Assert.That(await Service.Number("select count(*) from cohort where survey = @survey", new { survey = _survey }), Is.EqualTo(1));
        var cohort = (await Read()).Single().Cohort;
        Assert.That(await Service.Number("select cohort from response where survey = @survey", new { survey = _survey }), Is.EqualTo(cohort));
        Assert.That(await Service.Column<string>("select value from cohort_value where cohort = @cohort order by dimension", new { cohort }), Is.EqualTo((string[])["A", "web"]));
    }

    [Test]
    public async Task A_combination_that_is_first_answered_is_found_for_invitations()
    {
        await Service.Store(_key, [Some.Response()]);
        await Set((About("web", "A"), 20261101, 10));
        Assert.That(await Service.Number("select cohort from response where survey = @survey", new { survey = _survey }), Is.EqualTo((await Read()).Single().Cohort));
    }

    private CohortKey About(string? channel, string? area = null) => new(_survey, false, ["boardingArea", "channel", "unit"], [area, channel, null]);

    private async Task Set(params (CohortKey Cohort, int Day, int N)[] counts)
    {
        IReadOnlyList<(int Id, CohortKey Key)> made = [];
        await Service.InSession(async session => made = await Invitations.Set(session, counts, TimeProvider.System));
        foreach (var (id, key) in made) Service.Services.GetRequiredService<Cohorts>().Add(id, key);
    }

    private async Task<List<InvitationCount>> Read(int? from = null, int? to = null)
    {
        await using var session = await Service.Services.GetRequiredService<Database>().Read();
        return await Invitations.Read(session, [_survey], from, to);
    }
}
