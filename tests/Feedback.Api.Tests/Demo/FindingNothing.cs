using System.Text.Json.Nodes;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>
/// The questions that find the stories, asked of organisations whose answers were dealt out anew: nothing is left in them, so that
/// every finding is false. Each question is a test at a level of 5%.
/// </summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class FindingNothing(string engine)
{
    private const int Seeds = 3;

    /// <summary>
    /// What is asked, and when the answer is a finding. A breakdown is one test, because p is adjusted over its rows and a
    /// shuffled organisation has no true finding among them.
    /// </summary>
    private static readonly (string Query, Func<JsonNode, bool> Finds)[] Questions =
    [
        .. Programmes("customer", "trust", "effort", "recommend"),
        .. Programmes("employee", "change-readiness", "engagement"),
        ($"change?of=effort&audience=customer&by=channel&before={StoryFixture.Months(6, 8)}&after={StoryFixture.Months(11, 13)}", IsFlagged),
        ($"change?of=trust&audience=customer&by=unit&before={StoryFixture.Months(10, 13)}&after={StoryFixture.Months(14, 17)}", IsFlagged),
        ($"change?of=trust&audience=employee&by=unit&before={StoryFixture.Period(11)}&after={StoryFixture.Period(12)}", IsFlagged),
        ("consistency?audience=customer&over=channel", row => (double?)row["components"]!["gapPAdjusted"] <= .05),
        ("silo?audience=employee&level=3", row => row.Number("low") > 0),
        ("silo?audience=employee&level=3&measure=collaboration&where=unit:operations", row => row.Number("low") > 0),
        ("hierarchy-gap?audience=employee&senior=level:senior&frontline=level:frontline", row => (double?)row["components"]!["p"] <= .05),
        ("hierarchy-gap?audience=employee&measure=trust&senior=level:senior&frontline=level:frontline", row => (double?)row["components"]!["p"] <= .05),
        ("alignment?audience=customer", row => row.Number("low") > 0 || row.Number("high") < 0),
        ("alignment?audience=customer&outcome=retention&lag=1", row => row.Number("low") > 0 || row.Number("high") < 0),
        ("early-warning?audience=employee&measure=trust", row => (bool?)row["components"]!["alarm"] == true),
        ("early-warning?audience=customer&interval=month", row => (bool?)row["components"]!["alarm"] == true),
    ];

    /// <summary>
    /// 22 questions of three organisations are 66 tests. If each errs once in twenty, more than 9 err with a probability below
    /// .003 (binomial; 3.3 are expected). Several ask the same answers, so they are not quite independent; that widens the law
    /// a little and leaves its mean. Employees' figures are rounded: p to .001, which raises a level of .05 by a hundredth of it
    /// at most; limits to 0.1, which hides a few findings of a silo. The organisations have as many employees as the demo: the sums
    /// of months that a programme is judged by need every unit released in each of ten months.
    /// </summary>
    [Test]
    public async Task A_shuffled_organisation_shows_no_more_than_chance()
    {
        var found = new List<string>();
        var answered = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var service = await TestService.Start(engine);
            await DemoOrganisation.Load(service.Services, new DemoOptions { Seed = seed, Customers = 5_000, IsShuffled = true });
            foreach (var (query, finds) in Questions)
            {
                var rows = (await service.Rows(query)).Where(IsTold).ToList();
                if (rows.Count > 0) answered++;
                if (rows.Exists(r => finds(r))) found.Add($"seed {seed}: {query}");
            }
        }
        Assert.That(answered, Is.EqualTo(Seeds * Questions.Length), "Every question has an answer, or nothing was tested.");
        Assert.That(found, Has.Count.LessThanOrEqualTo(9), string.Join('\n', found));
        TestContext.Out.WriteLine(string.Join('\n', found));
    }

    private static IEnumerable<(string, Func<JsonNode, bool>)> Programmes(string audience, params string[] indicators) =>
        from initiative in DemoInitiatives.All
        from indicator in indicators
        select ($"change?of={indicator}&audience={audience}&initiative={initiative.Key}", (Func<JsonNode, bool>)IsFlagged);

    /// <summary>Released, and no small cell of employees, of which only the estimate and limits are told: nothing could be found there.</summary>
    private static bool IsTold(JsonNode row) => row.Status() == "released" && row["components"]!.AsObject().Any(c => c.Value is not null);

    private static bool IsFlagged(JsonNode row) => (double?)row["components"]!["pAdjusted"] <= .05;
}
