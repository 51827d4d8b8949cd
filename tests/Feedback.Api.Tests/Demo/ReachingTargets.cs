namespace Feedback.Api.Tests.Demo;

/// <summary>The demo's targets, judged on its last whole month: one is reached, two are missed, and one no figure decides.</summary>
public sealed class ReachingTargets(string engine) : StoryFixture(engine)
{
    [TestCase("trust?audience=customer", 60, "yes")]
    [TestCase("satisfaction?audience=customer", 80, "no")]
    [TestCase("trust?audience=customer&where=unit:retail-coast", 72, "unclear")]
    [TestCase("trust?audience=employee&where=unit:retail-south", 62, "no")]
    public async Task A_target_is_judged_by_the_interval(string query, double target, string reached)
    {
        var row = await Row($"{query}&period={Period(17)}");
        Assert.That(row.Number("target"), Is.EqualTo(target));
        Assert.That((string?)row["reached"], Is.EqualTo(reached), row.ToJsonString());
    }

    [TestCase("trust?audience=customer&where=channel:app")]
    [TestCase("trust?audience=customer&where=unit:retail")]
    [TestCase("effort?audience=customer")]
    public async Task Other_rows_have_no_target(string query)
    {
        var row = await Row($"{query}&period={Period(17)}");
        Assert.That((row["target"], row["reached"]), Is.EqualTo(((object?)null, (object?)null)));
    }
}
