using Dapper;
using Feedback.Api.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Api.Tests.Scaling;

/// <summary>Services that start at once on one store that is not there yet make it once.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class StartingAtOnce(string engine)
{
    [Test]
    public async Task Migrations_run_once_and_one_start_makes_the_first_key()
    {
        await using var store = new TestStore(engine);
        var apps = Enumerable.Range(0, 3).Select(_ => Build(store)).ToList();
        var keys = await Task.WhenAll(apps.Select(app => Task.Run(() => app.Services.GetRequiredService<Startup>().Run())));
        Assert.That(keys.Count(k => k is not null), Is.EqualTo(1));
        await using (var session = await apps[0].Services.GetRequiredService<Database>().Read())
        {
            Assert.That(await session.Connection.ExecuteScalarAsync<int>("select count(*) from schema_migration", transaction: session.Transaction), Is.EqualTo(Migrator.Files(engine).Count()));
            Assert.That(await session.Connection.ExecuteScalarAsync<int>("select count(*) from api_key", transaction: session.Transaction), Is.EqualTo(1));
        }
        foreach (var app in apps) await app.DisposeAsync();
    }

    /// <summary>A service without a key in its settings, on a store of its own; never started.</summary>
    private static WebApplication Build(TestStore store)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(store.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0" });
        builder.Logging.ClearProviders();
        return Service.Build(builder, new TestClock());
    }
}
