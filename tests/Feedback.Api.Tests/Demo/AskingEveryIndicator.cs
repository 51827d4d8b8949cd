namespace Feedback.Api.Tests.Demo;

/// <summary>Every indicator on the demo: each has something to show.</summary>
public sealed class AskingEveryIndicatorOfTheDemo(string engine) : StoryFixture(engine)
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["item customer"] = "item=solution&by=channel",
        ["item employee"] = "item=pride&by=unit",
        ["scale"] = "measure=own.workload",
        ["silo"] = "level=3",
        ["hierarchy-gap customer"] = "measure=satisfaction&senior=channel:branch&frontline=channel:app",
        ["hierarchy-gap employee"] = "senior=level:senior&frontline=level:frontline&by=item",
        ["change customer"] = $"of=satisfaction&by=channel&before={StoryFixture.Months(6, 8)}&after={StoryFixture.Months(11, 13)}",
        ["change employee"] = $"of=trust&by=unit&before={StoryFixture.Period(11)}&after={StoryFixture.Period(12)}",
        ["drivers customer"] = $"outcome=outcome&drivers=capability,reliability,transparency,humanity&{StoryFixture.During(17, 17)}",
        ["drivers employee"] = $"outcome=outcome&drivers=capability,reliability,transparency,humanity&period={StoryFixture.Period(17)}",
        ["consistency"] = "over=touchpoint,channel,unit,time",
        ["consistency employee"] = "over=unit,level,time",
    };

    [Test]
    public async Task Every_indicator_has_a_released_row()
    {
        var (slugs, released) = await EveryIndicator.Ask(Service, ["customer", "employee"], Parameters);
        Assert.That(released, Is.EquivalentTo(slugs));
    }
}

/// <summary>Every indicator on the answers of real passengers: those that they can answer have something to show, the others say so.</summary>
public sealed class AskingEveryIndicatorOfTheAirport(string engine) : ServiceFixture(engine)
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["item"] = "item=overall&by=boardingArea",
        ["agreement"] = "measure=item:overall&by=boardingArea",
        ["consistency"] = "over=touchpoint,boardingArea&measure=item:overall",
        ["silo"] = "over=boardingArea&measure=item:overall",
        ["hierarchy-gap"] = "measure=item:overall&senior=partOfDay:before-11&frontline=partOfDay:after-17",
        ["change"] = "of=recommend&by=boardingArea&before=partOfDay:before-11&after=partOfDay:after-17",
        ["drivers"] = "outcome=overall&drivers=signs,screens,walkways,restaurants",
        ["scale"] = "measure=own.comfort",
        ["inertia"] = "interval=week",
    };

    [OneTimeSetUp]
    public async Task ImportTheSample()
    {
        var import = await FeedbackProcess.Run(
            new Dictionary<string, string?>(Service.Store.Settings) { ["Feedback:AdminKey"] = TestService.AdminKey },
            "import", "--format", "csv", "--map", Path.Combine(FeedbackProcess.Root, "samples", "airport-2017", "map.json"));
        Assert.That(import.ExitCode, Is.Zero, import.Errors);
    }

    [Test]
    public async Task Every_indicator_has_rows_and_those_of_passengers_are_released()
    {
        var (_, released) = await EveryIndicator.Ask(Service, ["customer"], Parameters);
        Assert.That(released, Is.EquivalentTo((string[])["recommend", "journey-pass", "item", "consistency", "agreement", "silo", "hierarchy-gap", "change", "drivers"]));
    }
}
