using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A17: what no rule prevents, so that nobody promises it. Nine of ten subtract their own answers, and the tenth follows.</summary>
public sealed class ColludingRespondents(string engine) : AttackFixture(engine)
{
    [Test]
    public async Task A17_nine_of_ten_who_put_their_answers_together_know_the_tenth()
    {
        var (rows, truth) = (await Pulse.Crawl("trust"), Pulse.Truth(InventedSurvey.Trust));
        var cells = rows.Values.Where(r => r.IsReleased && r.Bound is null && truth[r.Cell].People == K).ToList();
        Assert.That(cells, Is.Not.Empty);
        foreach (var row in cells)
        {
            double[] scores = [.. truth.PeopleIn(row.Cell).Select(Score)];
            var tenth = (double)row.Estimate! * scores.Length - scores.Skip(1).Sum();
            Assert.That(tenth, Is.EqualTo(scores[0]).Within(.51), row.ToString());
            Assert.That(Math.Round(tenth / 6.25) * 6.25, Is.EqualTo(scores[0]), "to the exact score: one step of the scale is 6.25 points");
        }
    }

    private static double Score(InventedPerson person) => InventedSurvey.Trust.Average(i => 25.0 * (person.Answers[i] - 1));
}
