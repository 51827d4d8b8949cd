using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Demo;
using Feedback.Api.Features.Surveys;

namespace Feedback.Api.Tests.Demo;

/// <summary>What is in the store when the demo is loaded.</summary>
public sealed class LoadingTheDemo(string engine) : DemoFixture(engine)
{
    private const int People = 300;

    protected override DemoOptions Options => new() { People = People, Customers = 2_000 };

    [Test]
    public async Task Every_customer_counts_and_test_responses_do_not()
    {
        var stored = await Rows<(string Survey, int IsTest, int N)>(
            """
            select s.survey_key, o.is_test, count(*)
            from response r
            join survey s on s.id = r.survey
            join cohort o on o.id = r.cohort
            group by s.survey_key, o.is_test
            """);
        Assert.That(stored, Does.Contain((Customers, 0, 2_000)));
        Assert.That(stored, Does.Contain((Customers, 1, 24)));
        Assert.That(stored, Does.Contain((Employees, 1, 6)));
        Assert.That(Counts.Of(Customers, "satisfaction").N, Is.InRange(1_900, 2_000));
    }

    [Test]
    public async Task Employees_answer_every_pulse_at_sixty_to_sixty_five_percent()
    {
        var pulses = await Rows<(int Period, int N)>(
            "select r.period, count(*) from response r join cohort o on o.id = r.cohort and o.is_test = 0 join survey s on s.id = r.survey where s.survey_key = 'employee-pulse' group by r.period order by r.period");
        Assert.That(pulses.Select(p => p.Period), Is.EqualTo(Enumerable.Range(0, 18).Select(Month)));
        Assert.That(pulses.Average(p => (double)p.N / People), Is.InRange(.6, .65));
    }

    [Test]
    public async Task Rows_of_employees_hold_no_time_and_no_respondent()
    {
        var kept = await Rows<(int Times, int Respondents, int Invitations)>(
            "select count(r.answered_at), count(r.respondent), count(r.delay) from response r join survey s on s.id = r.survey where s.survey_key = 'employee-pulse'");
        Assert.That(kept.Single(), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task Every_employee_response_used_one_code_and_nothing_joins_the_two()
    {
        var used = await Rows<string>("select hash from invitation_code where used = 1");
        var answers = await Rows<string>("select r.answers from response r join survey s on s.id = r.survey where s.survey_key = 'employee-pulse'");
        var unused = await Rows<int>("select count(*) from invitation_code where used = 0");
        Assert.That(used, Has.Count.EqualTo(answers.Count));
        Assert.That(unused.Single(), Is.EqualTo((People + 1) * 18 - answers.Count));
        var ids = (await Rows<object>("select id from response")).Select(i => i.ToString()).ToHashSet();
        Assert.That(used.Where(hash => ids.Contains(hash) || answers.Exists(a => a.Contains(hash))), Is.Empty);
    }

    [Test]
    public void The_units_are_seventeen_on_three_levels_and_hold_everybody()
    {
        foreach (var people in (int[])[17, 100, People, 1_500])
        {
            var tree = new UnitTree(DemoUnits.Tree(people));
            Assert.That(tree.Headcount("meridian"), Is.EqualTo(people));
            Assert.That(tree.WithDescendants("meridian"), Has.Count.EqualTo(17));
        }
        int Depth(DemoUnit unit) => unit.Parent is { } parent ? 1 + Depth(DemoUnits.All.Single(u => u.Code == parent)) : 1;
        Assert.That(DemoUnits.All.Select(Depth).Distinct(), Is.EquivalentTo((int[])[1, 2, 3]));
        Assert.That(DemoUnits.All.Sum(u => u.Heads), Is.EqualTo(DemoUnits.People));
    }

    [Test]
    public void The_surveys_could_be_published_over_HTTP()
    {
        foreach (var definition in new[] { DemoSurveys.OfCustomers, DemoSurveys.OfEmployees })
            Assert.That(SurveyDefinitionValidator.Instance.Validate(definition).Errors, Is.Empty);
    }

    [Test]
    public async Task The_same_seed_gives_the_same_answers_and_another_seed_does_not()
    {
        Assert.That(await Fingerprint(Options), Is.EqualTo(await Fingerprint(Service)));
        Assert.That(await Fingerprint(Options with { Seed = 2 }), Is.Not.EqualTo(await Fingerprint(Service)));
    }

    [Test]
    public Task A_second_organisation_does_not_go_into_the_same_store() =>
        Assert.ThatAsync(() => DemoOrganisation.Load(Service.Services, Options), Throws.InvalidOperationException);

    private async Task<string> Fingerprint(DemoOptions options)
    {
        await using var other = await TestService.Start(Service.Store.Engine, Settings);
        await DemoOrganisation.Load(other.Services, options);
        return await Fingerprint(other);
    }

    /// <summary>A hash over every count and every id.</summary>
    private static async Task<string> Fingerprint(TestService service)
    {
        var counts = (await DemoCounts.Read(service.Services)).All.GroupBy(c => c with { N = 0 }).Select(g => $"{g.Key}{g.Sum(c => c.N)}");
        var ids = (await Rows<byte[]>(service, "select cast(id as binary(16)) from response".Replace("binary(16)", service.Store.Engine == "sqlite" ? "blob" : "binary(16)"))).Select(Convert.ToHexString);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', counts.Concat(ids).Order(StringComparer.Ordinal)))));
    }
}
