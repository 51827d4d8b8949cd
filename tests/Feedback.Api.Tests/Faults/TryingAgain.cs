using Feedback.Api.Data;

namespace Feedback.Api.Tests.Faults;

/// <summary>What is tried again, how often, and what is not.</summary>
[Category("Faults")]
public sealed class TryingAgain
{
    private static readonly RetryLimits Quick = new(3, TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));

    [Test]
    public async Task What_goes_well_at_last_went_well()
    {
        var attempts = 0;
        var told = new List<string>();
        var retry = new Retry(Quick, e => e is TimeoutException, (e, _) => told.Add(e.Message));
        var answer = await retry.Run(_ => ++attempts < 4 ? throw new TimeoutException($"attempt {attempts}") : ValueTask.FromResult("done"));
        Assert.That((answer, attempts), Is.EqualTo(("done", 4)));
        Assert.That(told, Is.EqualTo(new[] { "attempt 1", "attempt 2", "attempt 3" }));
    }

    [Test]
    public void What_never_goes_well_ends_with_its_own_error_after_so_many_attempts()
    {
        var attempts = 0;
        var retry = new Retry(Quick, _ => true);
        Assert.That(async () => await retry.Run(_ => throw new TimeoutException($"attempt {++attempts}")), Throws.InstanceOf<TimeoutException>().With.Message.EqualTo("attempt 4"));
    }

    [Test]
    public void What_is_not_worth_it_is_done_once()
    {
        var attempts = 0;
        var retry = new Retry(Quick, e => e is TimeoutException);
        Assert.That(async () => await retry.Run(_ => throw new InvalidDataException($"{++attempts}")), Throws.InstanceOf<InvalidDataException>());
        Assert.That(attempts, Is.EqualTo(1));
    }

    [Test]
    public void No_attempt_begins_after_the_time_is_over()
    {
        var attempts = 0;
        var retry = new Retry(Quick with { Attempts = 1_000_000, Patience = TimeSpan.FromMilliseconds(80) }, _ => true);
        Assert.That(async () => await retry.Run(_ => throw new TimeoutException($"{++attempts}")), Throws.InstanceOf<TimeoutException>());
        Assert.That(attempts, Is.GreaterThan(1));
    }

    [Test]
    public async Task Nobody_waits_who_does_not_wait_any_more()
    {
        using var end = new CancellationTokenSource();
        var retry = new Retry(Quick with { Pause = TimeSpan.FromHours(1), LongestPause = TimeSpan.FromHours(1) }, _ => true);
        var work = retry.Run(_ => throw new TimeoutException(), end.Token).AsTask();
        await end.CancelAsync();
        Assert.That(async () => await work, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Numbers of learn.microsoft.com, and what is to be done with each.</summary>
    [TestCase(1205, true, false, true, Description = "deadlock")]
    [TestCase(2601, false, false, true, Description = "duplicate key of an index")]
    [TestCase(2627, false, false, true, Description = "duplicate key")]
    [TestCase(-2, true, false, false, Description = "timeout: what was sent may be carried out")]
    [TestCase(53, true, true, false, Description = "no such server")]
    [TestCase(10054, true, true, false, Description = "connection reset")]
    [TestCase(10061, true, true, false, Description = "connection refused")]
    [TestCase(596, true, true, false, Description = "session killed")]
    [TestCase(40613, true, true, false, Description = "database not available now")]
    [TestCase(4060, true, true, false, Description = "database cannot be opened")]
    [TestCase(18456, true, false, false, Description = "login failed: again and again would lock the account")]
    [TestCase(9002, true, false, false, Description = "log full")]
    [TestCase(1105, true, false, false, Description = "no room")]
    [TestCase(3906, true, false, false, Description = "database read-only")]
    [TestCase(547, false, false, false, Description = "a constraint: a bug")]
    [TestCase(207, false, false, false, Description = "no such column: a bug")]
    public void An_error_of_the_server_is_what_its_number_says(int number, bool isTransient, bool isAway, bool isCollision) =>
        Assert.That((SqlServerErrors.IsTransient(number), SqlServerErrors.IsAway(number), SqlServerErrors.IsCollision(number)), Is.EqualTo((isTransient, isAway, isCollision)));

    [Test]
    public void Whatever_is_transient_has_a_reason_for_operators() =>
        Assert.That(Enumerable.Range(-2, 60_000).Where(n => SqlServerErrors.IsTransient(n) && SqlServerErrors.Reason(n) is null), Is.Empty);
}
