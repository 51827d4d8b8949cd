using Feedback.Api.Checking;
using Feedback.Api.Data;
using Feedback.Api.Retention;
using Feedback.Api.Tests.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Checking;

/// <summary>A server breaks off what takes longer than half a minute. What looks at a whole store may take longer, however large that is.</summary>
public sealed class GivingTime
{
    private const int Usual = 30;

    private TestService _service = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task Fill()
    {
        _service = await TestService.Start("sqlite");
        var definition = Some.CustomerSurvey();
        definition["retentionDays"] = 30;
        _survey = await _service.Publish(definition);
        await _service.Store(_survey, Mentions.Customers(6, "2026-11-20", "Fine."));
        await _service.Folded();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task Every_statement_of_a_check_that_mends_may_take_as_long_as_it_does()
    {
        await _service.Break("update tally set n = n + 1 where grain = 2");
        await using var database = Watched(_service.Store);
        var summary = await new StoreCheck(database, _service.Clock, _ => { }).Run(mends: true);
        Assert.That((summary.Mended > 0, summary.Left), Is.EqualTo((true, 0)));
        Assert.That(LimitsOf(database), Is.EqualTo(new[] { WatchedDatabase.LongLimit }));
        await _service.AssertClean();
    }

    [Test]
    public async Task The_look_for_answers_whose_time_is_over_may_take_as_long_as_it_does()
    {
        await using var database = Watched(_service.Store);
        var expiry = ActivatorUtilities.CreateInstance<Expiry>(_service.Services, (Database)database);
        Assert.That(await expiry.Run(CancellationToken.None), Is.Zero);
        Assert.That(LimitsOf(database), Is.EqualTo(new[] { WatchedDatabase.LongLimit }));
    }

    [Test]
    public async Task A_migration_may_take_as_long_as_it_does_and_a_read_may_not()
    {
        await using var store = new TestStore("sqlite");
        await using var database = Watched(store);
        await Migrator.Migrate(database, TimeProvider.System);
        Assert.That(database.Commands.Where(c => c.CommandText == database.Text(Queries.InsertMigration)).Select(c => c.CommandTimeout).Distinct(), Is.EqualTo(new[] { WatchedDatabase.LongLimit }));
        database.Commands.Clear();
        await using (var session = await database.Read())
        {
            await session.Rows<string>(Queries.ReadMigrations);
            await session.Row<string>(Queries.FindHistory);
        }
        Assert.That(LimitsOf(database), Is.EqualTo(new[] { Usual }));
    }

    private static IEnumerable<int> LimitsOf(WatchedDatabase database) => database.Commands.Select(c => c.CommandTimeout).Distinct();

    private static WatchedDatabase Watched(TestStore store) => new(new SqliteDatabase($"Data Source={Path.Combine(store.Folder, "feedback.db")}"));
}
