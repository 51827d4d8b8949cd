using Feedback.Api.Demo;
using Feedback.Api.Tests.Warnings;

namespace Feedback.Api.Tests.Demo;

/// <summary>An organisation whose answers and texts were dealt out anew names nothing: every alarm of a topic is false.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class NamingNothing(string engine)
{
    private const int Weeks = 40;

    /// <summary>
    /// docs/early-warnings.md says that a week of 200 quiet streams has an alarm in 7.7% of all weeks; a month of employees is such a
    /// period too. Of 40 weeks and 10 months at most 10 have one: more than that have a probability below .002 (binomial; 3.9 are
    /// expected). Weeks share the weeks before them, which widens the law a little and leaves its mean.
    /// </summary>
    [Test]
    public async Task A_shuffled_organisation_raises_alarms_no_oftener_than_is_stated()
    {
        await using var service = await TestService.Start(engine);
        await DemoOrganisation.Load(service.Services, new DemoOptions { IsShuffled = true });
        var (found, mentions) = (new List<string>(), 0L);
        var last = new DateOnly(2026, 11, 16);
        for (var week = 0; week < Weeks; week++) await Look($"audience=customer&to={last.AddDays(-7 * week).Day()}");
        for (var month = 8; month < 18; month++) await Look($"audience=employee&period={StoryFixture.Period(month)}");
        TestContext.Out.WriteLine($"{found.Count} of {Weeks + 10} periods: {string.Join("; ", found)}");
        Assert.That(mentions, Is.GreaterThan(500), "Streams with k mentions, or nothing was tested.");
        Assert.That(found, Has.Count.LessThanOrEqualTo(10));

        async Task Look(string query)
        {
            var topics = (await service.Warnings(query)).Where(r => r["topic"] is not null).ToList();
            mentions += topics.Count(r => r.Status() == "released");
            var alarms = topics.Where(r => (bool?)r["alarm"] == true).Select(r => (string?)r["stream"]).ToList();
            if (alarms.Count > 0) found.Add($"{query}: {string.Join(", ", alarms)}");
        }
    }
}
