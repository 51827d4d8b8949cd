using Dapper;
using Feedback.Api.Data;
using Microsoft.Extensions.Configuration;

namespace Feedback.Api.Tests.Running;

/// <summary>A store that an earlier version made, with answers in it, is brought to the present schema and serves them.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class UpgradingStores(string engine)
{
    private const string First = "0001_first.sql";
    private const string Definition =
        """{"audience":"customer","title":"Old","items":[{"code":"nps","kind":"rating","text":"Recommend?","low":0,"high":10,"measures":"recommend"}]}""";

    private static readonly Guid Response = Guid.Parse("0195a1b2-0000-7000-8000-000000000001");

    [Test]
    public async Task A_store_of_the_first_schema_is_upgraded_with_its_answers()
    {
        var store = new TestStore(engine);
        await MakeFirst(store);
        await using var service = await TestService.Start(store);
        var names = await service.Column<string>("select name from schema_migration order by name");
        Assert.That(names, Is.EqualTo(Migrator.Files(engine).Select(f => f.Name)));
        var row = await service.Row("recommend?survey=old");
        Assert.That((int?)row["n"], Is.EqualTo(12));
        Assert.That((await service.Ingest.DeleteAsync($"/v1/responses/{Response}")).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NoContent));
        Assert.That((int?)(await service.Row("recommend?survey=old"))["n"], Is.EqualTo(11), "The response of the old store is erased from its counts.");
        await service.Restart();
        Assert.That(await service.Number("select count(*) from schema_migration"), Is.EqualTo(names.Count), "The second start has nothing to do.");
    }

    [Test]
    public async Task What_a_migration_did_is_not_done_again()
    {
        await using var store = new TestStore(engine);
        await using var database = Open(store);
        var ran = await Migrator.Migrate(database, TimeProvider.System);
        Assert.That(ran, Is.EqualTo(Migrator.Files(engine).Select(f => f.Name)));
        Assert.That(await Migrator.Migrate(database, TimeProvider.System), Is.Empty);
    }

    /// <summary>A store as the first version left it: a survey, a response, and the counts of twelve.</summary>
    private async Task MakeFirst(TestStore store)
    {
        await using var database = Open(store);
        await database.Prepare(default);
        await using var session = await database.Write();
        await session.Run(Queries.CreateHistory);
        await database.RunScript(session, Migrator.Files(engine).Single(f => f.Name == First).Text);
        await session.Run(Queries.InsertMigration, new { Name = First, RanAt = 1L });
        Task Run(string sql, object? parameters = null) => session.Connection.ExecuteAsync(sql, parameters, session.Transaction);
        await Run("insert into survey (survey_key, audience, grid, access, minimum_group, closed) values ('old', 'customer', 'none', 'open', null, 0)");
        await Run("insert into survey_version (survey, version, definition, published_at) values (1, 1, @Definition, 1)", new { Definition });
        await Run("insert into survey_dimension (survey, position, name) values (1, 0, 'unit')");
        await Run("insert into variable (survey, kind, name, items, low, high, reversed, measure) values (1, 'item', 'nps', 1, 0, 10, 0, 'recommend')");
        await Run("insert into variable (survey, kind, name, items, low, high, reversed) values (1, 'response', 'response', 0, 0, 0, 0)");
        await Run("insert into variable (survey, kind, name, items, low, high, reversed) values (1, 'delay', 'delay', 0, 0, 0, 0)");
        await Run("insert into cohort (survey, is_test, signature) values (1, 0, @Signature)", new { new CohortKey(1, false, ["unit"], [null]).Signature });
        await Run(
            """
            insert into response (id, content_hash, survey, version, day, period, cohort, answered_at, weight, answers, erased)
            values (@Id, 1, 1, 1, 20260131, 0, 1, 1769900000000, 10000, '{"nps":9}', 0)
            """, new { Id = database.IdValue(Response) });
        foreach (var (variable, value) in ((int, int)[])[(1, 9), (2, 0)])
        {
            await Run(
                """
                insert into tally_fresh (variable, cohort, day, period, value, complete, n, weight, squared_weight)
                values (@variable, 1, 20260131, 0, @value, 1, 12, 120000, 1200000000)
                """, new { variable, value });
        }
        await session.Commit();
    }

    private static Database Open(TestStore store) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(store.Settings).Build()).OpenDatabase();
}
