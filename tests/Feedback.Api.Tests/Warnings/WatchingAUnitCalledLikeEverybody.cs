namespace Feedback.Api.Tests.Warnings;

/// <summary>A unit may have the code <c>all</c>, and is told apart from everybody all the same.</summary>
public sealed class WatchingAUnitCalledLikeEverybody(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task Its_streams_have_names_of_their_own_and_its_own_figures()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"all","name":"all"},{"code":"north","name":"north"}]}""")).Body();
        var survey = await Service.Publish(Mentioning.Survey("customer"));
        for (var week = 0; week < 9; week++)
        {
            var day = new DateOnly(2026, 9, 16).AddDays(7 * week);
            await Service.Store(survey, [.. Mentioning.People("all", day, 20, 12), .. Mentioning.People("north", day, 20, 15)]);
        }
        var rows = await Service.Warnings($"survey={survey}");
        Assert.That(rows.Select(r => (string)r["stream"]!), Is.Unique);
        Assert.That(rows.Where(r => (string?)r["topic"] == "waiting").Select(r => ((string)r["stream"]!, (string?)r["unit"], r.Number("observed"))), Is.EqualTo(new[]
        {
            ("all/topic:waiting", (string?)null, 27.0), ("unit:all/topic:waiting", "all", 12.0), ("north/topic:waiting", "north", 15.0),
        }));
        Assert.That(rows.Select(r => (string)r["stream"]!), Has.Some.EqualTo("all/satisfaction").And.Some.EqualTo("unit:all/satisfaction"));
        var units = await Service.Rows($"early-warning?survey={survey}&measure=topics&by=unit");
        Assert.That(units.Where(r => ((string)r["stream"]!).EndsWith("/topic:waiting")).Select(r => ((string?)r["unit"], (string)r["stream"]!, r.Number("n"))),
            Is.EquivalentTo(new[] { ("all", "unit:all/topic:waiting", 12.0), ("north", "north/topic:waiting", 15) }));
        Assert.That((await Service.Rows($"early-warning?survey={survey}&measure=satisfaction&by=unit")).Select(r => (string)r["stream"]!), Is.EquivalentTo(new[] { "unit:all/satisfaction", "north/satisfaction" }));
    }
}
