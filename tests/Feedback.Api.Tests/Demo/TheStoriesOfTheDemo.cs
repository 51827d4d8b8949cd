using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>What is planted shows in the raw counts, at the size that docs/demo.md states.</summary>
public sealed class TheStoriesOfTheDemo(string engine) : DemoFixture(engine)
{
    protected override DemoOptions Options => new();

    [Test]
    public void The_units_of_operations_see_different_companies_and_the_branches_do_not()
    {
        var engagement = Counts.Of(Employees, "engagement");
        var silo = ((string[])["payments", "lending", "technology"]).Select(u => engagement.Where(c => c.Unit == u).Mean).ToArray();
        var branches = ((string[])["retail-north", "retail-west"]).Select(u => engagement.Where(c => c.Unit == u).Mean).ToArray();
        Assert.That(silo.Max() - silo.Min(), Is.GreaterThan(15));
        // Planted 4 apart; the people stay, so that units of a hundred differ by chance with a standard deviation of 1.4.
        Assert.That(branches.Max() - branches.Min(), Is.LessThan(7));
    }

    [Test]
    public void Collaboration_is_low_in_operations()
    {
        var collaboration = Counts.Of(Employees, "collaboration");
        var inside = collaboration.Where(c => c.Unit is "operations" or "payments" or "lending" or "technology");
        var outside = collaboration.Where(c => c.Unit is "retail-north" or "retail-south" or "retail-west" or "contact-centre" or "digital");
        Assert.That(outside.Mean - inside.Mean, Is.InRange(15, 23));
    }

    [TestCase("engagement", 16, 23)]
    [TestCase("trust", 13, 20)]
    public void Seniors_live_in_another_company_than_the_frontline(string scale, double atLeast, double atMost)
    {
        var answers = Counts.Of(Employees, scale);
        Assert.That(answers.Where(c => c.Group == "senior").Mean - answers.Where(c => c.Group == "frontline").Mean, Is.InRange(atLeast, atMost));
    }

    [TestCase("solution")]
    [TestCase("satisfaction")]
    public void The_app_falls_behind_from_month_to_month(string name)
    {
        var answers = Counts.Of(Customers, name).Where(c => c.Unit != "retail-south");
        double Lag(int from, int to) => answers.Where(c => c.Group != "app" && Within(c, from, to)).Mean - answers.Where(c => c.Group == "app" && Within(c, from, to)).Mean;
        Assert.That(Lag(0, 5), Is.InRange(-3, 3));
        Assert.That(Lag(9, 11), Is.InRange(5, 12));
        Assert.That(Lag(15, 17), Is.InRange(14, 24));
    }

    [Test]
    public void Employees_in_the_south_lose_trust_two_months_before_customers_feel_it()
    {
        var trust = Counts.Of(Employees, "trust").Where(c => c.Unit == "retail-south");
        var satisfaction = Counts.Of(Customers, "satisfaction").Where(c => c.Unit == "retail-south" && c.Group != "app");
        double Drop(DemoCounts answers, int from, int to) => answers.Where(c => Within(c, 0, 11)).Mean - answers.Where(c => Within(c, from, to)).Mean;
        Assert.That(Drop(trust, 12, 13), Is.GreaterThan(12));
        Assert.That(Drop(satisfaction, 12, 13), Is.LessThan(4));
        Assert.That(Drop(satisfaction, 14, 17), Is.GreaterThan(8));
    }

    [TestCase("trust")]
    [TestCase("solution")]
    public void The_training_lifts_the_customers_of_its_units_by_what_was_planted(string name) =>
        Assert.That(Lift(Counts.Of(Customers, name), DemoInitiatives.Training, months: 5), Is.EqualTo(DemoInitiatives.CustomersLift).Within(2.5));

    [Test]
    public void The_training_makes_employees_of_its_units_ready_and_no_more_engaged()
    {
        Assert.That(Lift(Counts.Of(Employees, "readiness"), DemoInitiatives.Training, months: 5), Is.EqualTo(DemoInitiatives.ReadinessLift).Within(2.5));
        Assert.That(Lift(Counts.Of(Employees, "engagement"), DemoInitiatives.Training, months: 5), Is.EqualTo(0).Within(2.5));
    }

    [TestCase(Customers, "trust")]
    [TestCase(Customers, "satisfaction")]
    [TestCase(Employees, "readiness")]
    [TestCase(Employees, "engagement")]
    public void The_intranet_moves_nobody(string survey, string name) =>
        Assert.That(Lift(Counts.Of(survey, name), DemoInitiatives.Intranet, months: 2), Is.EqualTo(0).Within(3));

    [Test]
    public void One_unit_is_silent()
    {
        var answers = Counts.Of(Employees, "engagement");
        Assert.That(DemoUnits.All.Single(u => u.Code == Stories.SilentUnit).Heads, Is.GreaterThanOrEqualTo(50));
        Assert.That(Enumerable.Range(0, 18).Select(m => answers.Where(c => c.Unit == Stories.SilentUnit && Within(c, m, m)).N), Has.All.LessThan(10));
    }

    [Test]
    public async Task Employees_name_the_system_two_months_before_customers_do()
    {
        var first = await Rows<(string Survey, long Day)>(
            """
            select s.survey_key, min(r.day)
            from comment k
            join response r on r.seq = k.response
            join survey s on s.id = r.survey
            join cohort_value u on u.cohort = r.cohort and u.dimension = 'unit' and u.value = 'retail-south'
            where k.text like '%new system%' or k.text like '%branch system%'
            group by s.survey_key
            """);
        Assert.That(first.Single(f => f.Survey == Employees).Day / 100, Is.EqualTo(Month(12)));
        Assert.That(first.Single(f => f.Survey == Customers).Day / 100, Is.EqualTo(Month(14)));
    }

    [Test]
    public async Task More_people_write_where_there_is_trouble()
    {
        var written = await Rows<(string Survey, string Unit, long Month, long N, long Comments)>(
            """
            select s.survey_key, u.value, r.day / 100, count(*), count(k.response)
            from response r
            join survey s on s.id = r.survey
            join cohort o on o.id = r.cohort and o.is_test = 0
            join cohort_value u on u.cohort = r.cohort and u.dimension = 'unit'
            left join comment k on k.response = r.seq
            group by s.survey_key, u.value, r.day / 100
            """);
        double Share(string survey, bool isTroubled)
        {
            var own = written.Where(w => w.Survey == survey && (w.Unit == "retail-south" && w.Month >= Month(survey == Employees ? 12 : 14)) == isTroubled).ToList();
            return own.Sum(w => w.Comments) / (double)own.Sum(w => w.N);
        }
        Assert.That(Share(Employees, isTroubled: false), Is.EqualTo(.39).Within(.03));
        Assert.That(Share(Employees, isTroubled: true), Is.EqualTo(.65).Within(.1));
        Assert.That(Share(Customers, isTroubled: false), Is.EqualTo(.35).Within(.03));
        Assert.That(Share(Customers, isTroubled: true), Is.EqualTo(.71).Within(.06));
    }

    /// <summary>By how much more a measure rose in the units of an initiative than in the others: plain means over units, as many months before as after.</summary>
    private double Lift(DemoCounts answers, DemoInitiative initiative, int months)
    {
        double Rise(string unit)
        {
            var own = answers.Where(c => c.Unit == unit);
            return own.Where(c => Within(c, initiative.Month, initiative.Month + months - 1)).Mean - own.Where(c => Within(c, initiative.Month - months, initiative.Month - 1)).Mean;
        }
        var others = DemoUnits.All.Where(u => u.Customers > 0 && !initiative.Units.Contains(u.Code)).Select(u => u.Code);
        return initiative.Units.Average(Rise) - others.Average(Rise);
    }

    private bool Within(Count count, int from, int to) => count.Month >= Month(from) && count.Month <= Month(to);
}
