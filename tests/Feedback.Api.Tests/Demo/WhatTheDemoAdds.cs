using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Demo;

/// <summary>What the demo's organisation adds to its answers: programmes, targets, numbers of its own, invitations.</summary>
public sealed class WhatTheDemoAdds(string engine) : DemoFixture(engine)
{
    protected override DemoOptions Options => new() { Customers = 8_000 };

    private CatalogueSnapshot Catalogue => Service.Services.GetRequiredService<CatalogueCache>().Current;

    [Test]
    public void Programmes_begin_on_the_first_day_of_their_month_in_units_that_are_there()
    {
        Assert.That(Catalogue.Initiatives.Select(i => i.Key), Is.EqualTo((string[])["new-intranet", "service-training"]));
        var training = Catalogue.Initiative("service-training")!;
        Assert.That(Days.Number(training.From), Is.EqualTo(Month(DemoInitiatives.Training.Month) * 100 + 1));
        Assert.That(Catalogue.Initiatives.SelectMany(i => i.Units), Is.Unique.And.All.Matches<string>(u => DemoUnits.All.Any(d => d.Code == u && d.Customers > 0)));
        Assert.That(Catalogue.Initiatives.SelectMany(i => i.Units), Does.Not.Contain(Stories.TroubledUnit));
    }

    [Test]
    public void Targets_are_about_the_whole_and_about_units_until_the_last_whole_month()
    {
        Assert.That(Catalogue.Targets, Has.Count.EqualTo(4));
        Assert.That(Catalogue.Targets.Select(t => t.Unit), Is.EquivalentTo((string?[])[null, null, "retail-coast", "retail-south"]));
        Assert.That(Catalogue.Targets.Select(t => t.Until.AddDays(1)).Distinct().Single(), Is.EqualTo(Days.Date(Month(18) * 100 + 1)));
    }

    [TestCase("retention")]
    [TestCase("revenue-index")]
    public void Numbers_of_the_company_follow_the_customers_of_the_quarter_before(string name)
    {
        var satisfaction = Counts.Of(Customers, "satisfaction");
        var pairs = Catalogue.Outcome(name)!.Values.Select(v => (v.Value, Before: satisfaction.Where(c => c.Unit == v.Unit && QuarterOf(c.Month) == Earlier(v.Period)).Mean)).ToArray();
        Assert.That(pairs, Has.Length.EqualTo(55));
        Assert.That(Correlation([.. pairs.Select(p => p.Value)], [.. pairs.Select(p => p.Before)]), Is.GreaterThan(.6));
    }

    [Test]
    public void Numbers_of_a_shuffled_company_follow_nothing()
    {
        var calendar = new DemoCalendar(DateOnly.FromDateTime(Service.Clock.Now.UtcDateTime));
        foreach (var outcome in CompanyOutcomes.All)
        {
            var ordered = outcome.Values(new DemoOptions(), calendar);
            var shuffled = outcome.Values(new DemoOptions { IsShuffled = true }, calendar);
            Assert.That(shuffled.Select(v => v.Value), Is.EquivalentTo(ordered.Select(v => v.Value)));
            Assert.That(Math.Abs(Correlation([.. shuffled.Select(v => v.Value)], [.. ordered.Select(v => v.Value)])), Is.LessThan(.4));
        }
    }

    [Test]
    public async Task Every_employee_is_invited_to_every_pulse()
    {
        var invited = await Invited(Employees);
        Assert.That(invited.GroupBy(i => i.Day / 100).Select(g => (g.Key, g.Sum(i => i.N))), Is.EquivalentTo(Enumerable.Range(0, 18).Select(m => (Month(m), 1_500))));
    }

    [Test]
    public async Task About_one_in_six_invited_customers_answers_and_none_before_the_invitation()
    {
        var invited = (await Invited(Customers)).Sum(i => i.N);
        Assert.That(100.0 * 8_000 / invited, Is.InRange(15, 18));
        var delays = await Rows<(int Delay, int N)>("select r.delay, count(*) from response r join survey s on s.id = r.survey join cohort o on o.id = r.cohort and o.is_test = 0 where s.survey_key = 'customer-experience' group by r.delay");
        Assert.That(delays.Sum(d => d.N), Is.EqualTo(8_000));
        Assert.That(delays.Select(d => d.Delay), Is.EquivalentTo(Enumerable.Range(0, 21)));
        Assert.That(delays.Where(d => d.Delay < 7).Sum(d => d.N), Is.EqualTo(6_000).Within(200));
    }

    private async Task<List<InvitationCount>> Invited(string survey)
    {
        await using var session = await Service.Services.GetRequiredService<Database>().Read();
        return await Invitations.Read(session, [Catalogue.Survey(survey)!.Id]);
    }

    private static int QuarterOf(int month) => month / 100 * 10 + (month % 100 + 2) / 3;

    private static int Earlier(int quarter) => quarter % 10 == 1 ? quarter - 7 : quarter - 1;

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
