using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>The same answers dealt out anew: nothing is left to find, so that what finds something is wrong.</summary>
public sealed class ShufflingTheDemo(string engine) : DemoFixture(engine)
{
    private const double Nothing = 3;

    protected override DemoOptions Options => new() { Customers = 8_000, IsShuffled = true };

    [TestCase("engagement")]
    [TestCase("trust")]
    [TestCase("collaboration")]
    public void Units_and_levels_of_employees_are_alike(string name)
    {
        var answers = Counts.Of(Employees, name);
        Assert.That(Spread(answers, c => c.Unit, atLeast: 1_000), Is.LessThan(Nothing));
        Assert.That(Spread(answers, c => c.Group, atLeast: 1_000), Is.LessThan(Nothing));
        Assert.That(Spread(answers, c => c.Month.ToString(), atLeast: 500), Is.LessThan(2 * Nothing));
    }

    [Test]
    public void Channels_units_and_months_of_customers_are_alike()
    {
        var answers = Counts.Of(Customers, "satisfaction");
        Assert.That(Spread(answers, c => c.Unit, atLeast: 1_000), Is.LessThan(Nothing));
        Assert.That(Spread(answers, c => c.Group, atLeast: 1_000), Is.LessThan(Nothing));
        var late = answers.Where(c => c.Month >= Month(14));
        Assert.That(late.Where(c => c.Group == "app").Mean, Is.EqualTo(late.Where(c => c.Group != "app").Mean).Within(Nothing));
        Assert.That(late.Where(c => c.Unit == "retail-south").Mean, Is.EqualTo(late.Where(c => c.Unit != "retail-south").Mean).Within(Nothing));
    }

    [Test]
    public async Task The_margins_are_those_of_the_ordered_one()
    {
        await using var ordered = await TestService.Start(Service.Store.Engine, Settings);
        await DemoOrganisation.Load(ordered.Services, Options with { IsShuffled = false });
        var counts = await DemoCounts.Read(ordered.Services);
        Assert.That(Values(Counts), Is.EqualTo(Values(counts)));
        Assert.That(await Answered(Service), Is.EqualTo(await Answered(ordered)));
    }

    /// <summary>How often each value was given, whoever gave it.</summary>
    private static Dictionary<(string, string, double), long> Values(DemoCounts counts) =>
        counts.All.GroupBy(c => (c.Survey, c.Name, c.Points)).ToDictionary(g => g.Key, g => g.Sum(c => c.N));

    /// <summary>How many answered in each cell on each day, whatever they answered.</summary>
    private static Task<List<(string, long, long)>> Answered(TestService service) => Rows<(string, long, long)>(service,
        """
        select o.signature, r.day, count(*)
        from response r
        join cohort o on o.id = r.cohort
        group by o.signature, r.day
        order by o.signature, r.day
        """);

    private static double Spread(DemoCounts answers, Func<Count, string?> by, long atLeast)
    {
        var means = answers.All.Where(c => by(c) is not null).Select(by).Distinct().Select(v => answers.Where(c => by(c) == v)).Where(a => a.N >= atLeast).Select(a => a.Mean).ToArray();
        return means.Max() - means.Min();
    }
}
