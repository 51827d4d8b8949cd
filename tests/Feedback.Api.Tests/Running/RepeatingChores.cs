using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Retention;
using Feedback.Api.Texts;
using Feedback.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Running;

/// <summary>What is done again and again behind those who send and read.</summary>
public sealed class RepeatingChores
{
    [TestCase(typeof(Expiry))]
    [TestCase(typeof(Purging))]
    [TestCase(typeof(WarningWatch))]
    [TestCase(typeof(ReleaseSchedule))]
    public async Task A_round_that_fails_is_logged_and_the_next_is_tried_until_the_stop(Type kind)
    {
        using var log = new TestLog();
        var time = new HurriedTime();
        // There is no such folder, and reading makes none.
        var nowhere = new SqliteDatabase($"Data Source={Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "feedback.db")}");
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton<Database>(nowhere)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new Settings { ReleaseAfterDays = 1 })
            .AddSingleton(new OrganisationClock(time, TimeZoneInfo.Utc))
            .AddSingleton<CatalogueCache>().AddSingleton<Cohorts>().AddSingleton<FrozenReleases>().AddSingleton<ReleaseRunner>()
            .BuildServiceProvider();
        using var chore = (Chore)ActivatorUtilities.CreateInstance(services, kind);
        await chore.StartAsync(default);
        Assert.That(() => log.Lines.Count(l => l.Contains("it is tried again", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(3).After(60_000, 10));
        await chore.StopAsync(default);
        Assert.That(chore.ExecuteTask!.IsCompletedSuccessfully);
    }

    /// <summary>Its pauses are over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}
