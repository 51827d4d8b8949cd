namespace Feedback.Indicators.Tests;

/// <summary>Concerns beside <c>listening</c> and <c>inertia</c>: how many, how many answered and closed, and how soon.</summary>
public sealed class RaisingFlags
{
    /// <summary>Forty concerns: 24 answered after 0 (6), 1 (6), 2 (6) and 9 weeks (6); 12 closed after 4 weeks, 28 open.</summary>
    private static readonly FlagCounts Forty = FlagCounts.Of([.. Enumerable.Range(0, 40).Select(i => (i < 24 ? (int?)((int[])[0, 1, 2, 9])[i / 6] : null, i < 12 ? (int?)4 : null))]);

    private static readonly ListeningCounts Asked = new(200, 100, new Dictionary<string, long>(), [], new Dictionary<int, long>());

    [Test]
    public void The_weeks_to_the_first_answer_are_those_that_half_of_the_answered_keep()
    {
        var parts = Listening(Forty, Some.Customers);
        Assert.That((parts["flags"], parts["flagsAnswered"], parts["weeksToAnswer"]), Is.EqualTo(((object?)40L, (object?)60.0, (object?)1L)));
    }

    [Test]
    public void Fewer_than_k_are_null_and_never_nought()
    {
        foreach (var counts in new[] { FlagCounts.None, FlagCounts.Of([.. Enumerable.Repeat(((int?)1, (int?)1), 9)]) })
        {
            var parts = Listening(counts, Some.Customers);
            Assert.That((parts["flags"], parts["flagsAnswered"], parts["weeksToAnswer"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        }
        var nineAnswered = Listening(FlagCounts.Of([.. Enumerable.Range(0, 20).Select(i => (i < 9 ? (int?)1 : null, (int?)null))]), Some.Customers);
        Assert.That((nineAnswered["flags"], nineAnswered["flagsAnswered"], nineAnswered["weeksToAnswer"]), Is.EqualTo(((object?)20L, (object?)45.0, (object?)null)));
    }

    [Test]
    public void Employees_need_three_times_as_many_for_each_number_and_are_rounded()
    {
        var parts = Listening(Forty, Some.Employees);
        Assert.That((parts["flags"], parts["flagsAnswered"], parts.GetValueOrDefault("weeksToAnswer")), Is.EqualTo(((object?)40L, (object?)60.0, (object?)null)), "24 answered are too few for their weeks");
        var fortyTwo = Listening(FlagCounts.Of([.. Enumerable.Repeat(((int?)3, (int?)null), 42)]), Some.Employees);
        Assert.That((fortyTwo["flags"], fortyTwo["flagsAnswered"], fortyTwo["weeksToAnswer"]), Is.EqualTo(((object?)40L, (object?)100.0, (object?)3L)));
        Assert.That(Listening(FlagCounts.Of([.. Enumerable.Repeat(((int?)3, (int?)null), 29)]), Some.Employees)["flags"], Is.Null);
    }

    [Test]
    public void Inertia_tells_what_is_open_and_how_long_the_others_took()
    {
        var figure = Inertia(Forty, Some.Customers);
        Assert.That((figure.Components["flagsOpen"], figure.Components["weeksToClose"]), Is.EqualTo(((object?)28L, (object?)4L)));
        var employees = Inertia(Forty, Some.Employees);
        Assert.That((employees.Components["flagsOpen"], employees.Components["weeksToClose"]), Is.EqualTo(((object?)null, (object?)null)), "28 and 12 are fewer than 30");
    }

    [Test]
    public void What_one_period_does_not_tell_is_not_told_of_several()
    {
        var few = FlagCounts.Of([.. Enumerable.Repeat(((int?)1, (int?)null), 12)]);
        var many = FlagCounts.Of([.. Enumerable.Repeat(((int?)2, (int?)5), 50)]);
        Assert.That(FlagCounts.Sum([many, few], Some.Employees).Raised, Is.Zero);
        var unanswered = FlagCounts.Of([.. Enumerable.Repeat(((int?)null, (int?)5), 40)]);
        var sum = FlagCounts.Sum([many, unanswered], Some.Employees);
        Assert.That((sum.Raised, sum.Answered, sum.Open), Is.EqualTo((90L, 50L, (long?)null)));
        Assert.That((sum.ToAnswer.Count, sum.ToClose.Single().Value), Is.EqualTo((0, 90L)));
    }

    [TestCase(9, null, null)]
    [TestCase(10, 10, 10)]
    [TestCase(13, 13, 15)]
    [TestCase(11, 11, 10)]
    public void How_many_wait_is_told_from_k_on(int waiting, long? customers, long? employees) =>
        Assert.That((FlagCounts.Shown(waiting, Some.Customers), FlagCounts.Shown(waiting, Some.Employees)), Is.EqualTo((customers, employees)));

    private static IReadOnlyDictionary<string, object?> Listening(FlagCounts flags, Terms terms) =>
        Anonymity.Release(new Listening().Of(Asked with { Flags = flags }, terms), new Listening(), terms).Value.Components;

    private static Figure Inertia(FlagCounts flags, Terms terms)
    {
        var low = new InertiaCell(new(40, 30, 300), new(40, 30, 300));
        return Anonymity.Release(new Inertia().Of([.. Enumerable.Repeat(low, 6)], terms, 100, flags), new Inertia(), terms).Value;
    }
}
