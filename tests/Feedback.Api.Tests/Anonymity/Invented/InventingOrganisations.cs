namespace Feedback.Api.Tests.Anonymity.Invented;

/// <summary>The invented organisation follows its recipe.</summary>
public sealed class InventingOrganisations
{
    private const int K = 10;

    private static readonly InventedOrganisation Organisation = OrganisationMaker.Make(1_500, seed: 1);

    [Test]
    public void The_same_seed_makes_the_same_organisation() =>
        Assert.That(Text(OrganisationMaker.Make(1_500, seed: 1)), Is.EqualTo(Text(Organisation)).And.Not.EqualTo(Text(OrganisationMaker.Make(1_500, seed: 2))));

    [TestCase(100)]
    [TestCase(1_500)]
    [TestCase(15_000)]
    public void It_has_as_many_people_as_were_asked_for_all_in_teams_at_the_third_level(int people)
    {
        var organisation = OrganisationMaker.Make(people, seed: 7);
        Assert.That(organisation.People, Has.Count.EqualTo(people));
        Assert.That(organisation.People.Select(p => organisation.Around(p.Team).Count()), Is.All.EqualTo(3));
    }

    [Test]
    public void Two_thirds_answer_and_some_teams_are_silent()
    {
        var teams = Organisation.People.GroupBy(p => p.Team).ToList();
        int[] sizes = [.. teams.Select(t => t.Count())];
        Assert.That(Organisation.People.Count(p => p.Answered), Is.InRange(850, 1_050));
        Assert.That(teams.Count(t => !t.Any(p => p.Answered)), Is.GreaterThanOrEqualTo(teams.Count / 40));
        Assert.That(sizes.Count(s => s < K), Is.GreaterThan(sizes.Length / 5));
        Assert.That(sizes.Count(s => s > 2 * K), Is.GreaterThan(sizes.Length / 10));
    }

    [Test]
    public void Answers_lie_on_their_scales_and_some_are_skipped()
    {
        var answered = Organisation.People.Where(p => p.Answered).ToList();
        Assert.That(answered.SelectMany(p => p.Answers), Is.All.Matches<KeyValuePair<string, int>>(a => a.Value >= InventedSurvey.Range(a.Key).Low && a.Value <= InventedSurvey.Range(a.Key).High));
        Assert.That(answered.Count(p => p.AnsweredAll(InventedSurvey.Trust)), Is.InRange(answered.Count * .8, answered.Count * .95));
        Assert.That(answered.SelectMany(p => p.Answers).Where(a => a.Key.StartsWith("purpose", StringComparison.Ordinal)).Average(a => a.Value), Is.EqualTo(1 + 74 / 25.0).Within(.25));
    }

    [Test]
    public void In_the_next_wave_some_left_some_came_some_moved_and_one_team_is_two()
    {
        var next = NextWave.Of(Organisation, seed: 2);
        var (before, after) = (Organisation.People.ToDictionary(p => p.Number), next.People.ToDictionary(p => p.Number));
        Assert.That(before.Keys.Except(after.Keys).Count(), Is.InRange(30, 90), "left");
        Assert.That(after.Keys.Except(before.Keys).Count(), Is.EqualTo(60), "came");
        Assert.That(next.Units, Has.Count.EqualTo(Organisation.Units.Count + 1));
        Assert.That(next.Units.Count(u => Organisation.Units.Any(old => old.Code == u.Code && old.Name != u.Name)), Is.EqualTo(1), "renamed");
        var moved = before.Keys.Intersect(after.Keys).Where(n => before[n].Team != after[n].Team && !after[n].Team.EndsWith('b')).ToList();
        Assert.That(moved, Has.Count.InRange(10, 60));
        Assert.That(next.People.Select(p => p.Profile["grade"]).Distinct().Order(), Is.EqualTo(Organisation.People.Select(p => p.Profile["grade"]).Distinct().Order()));
    }

    private static string Text(InventedOrganisation organisation) =>
        string.Join('\n', organisation.People.Select(p => $"{p.Team} {string.Join(',', p.Profile.Values)} {string.Join(',', p.Answers)}"));
}
