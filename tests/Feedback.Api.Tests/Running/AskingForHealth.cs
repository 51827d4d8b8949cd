using Dapper;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Running;

/// <summary>What a balancer and an operator ask, without a key.</summary>
public sealed class AskingForHealth(string engine) : ServiceFixture(engine)
{
    private readonly string _engine = engine;

    [Test]
    public async Task A_service_that_runs_is_live_and_ready()
    {
        Assert.That((string?)(await Service.Nobody.GetAsync("/health/live").Body())["status"], Is.EqualTo("live"));
        Assert.That((string?)(await Service.Nobody.GetAsync("/health/ready").Body())["status"], Is.EqualTo("ready"));
    }

    [Test]
    public async Task Readiness_tells_of_every_part()
    {
        var parts = (await Service.Nobody.GetAsync("/health/ready").Body())["parts"]!.AsObject();
        Assert.That(parts.Select(p => p.Key), Is.EquivalentTo(_engine == "sqlite" ? (string[])["clock", "disk", "inbox", "schema", "store", "writer"] : ["clock", "inbox", "schema", "store", "writer"]));
        Assert.That(parts.Where(p => p.Key != "disk").Select(p => (string?)p.Value), Is.All.EqualTo("ok"));
    }

    [Test]
    public async Task A_clock_behind_the_store_is_told_of_and_keeps_nobody_away()
    {
        await using var service = await TestService.Start(_engine);
        await service.Admin.GetAsync("/v1/audit").Body();
        service.Clock.Advance(TimeSpan.FromMinutes(-3));
        Assert.That((string?)(await service.Nobody.GetAsync("/health/ready").Body())["parts"]!["clock"], Is.EqualTo("behind"));
    }

    [Test]
    public async Task A_store_that_lacks_a_migration_is_not_ready()
    {
        await using var service = await TestService.Start(_engine);
        await service.InSession(session => session.Connection.ExecuteAsync("delete from schema_migration where name like '0014%'", transaction: session.Transaction), refreshes: false);
        var problem = await service.Nobody.GetAsync("/health/ready").Problem(503, "store_unavailable");
        Assert.That(problem.Errors!["schema"], Is.EqualTo((string[])["missing"]));
    }

    [Test]
    public async Task A_store_that_takes_no_writes_is_not_ready_until_it_does()
    {
        await using var service = await TestService.Start(_engine);
        await service.InSession(session => session.Connection.ExecuteAsync(_engine == "sqlite"
            ? "create trigger no_probe before insert on setting begin select raise(abort, 'no'); end"
            : "create trigger no_probe on setting for insert as throw 50000, 'no', 1", transaction: session.Transaction), refreshes: false);
        var problem = await service.Nobody.GetAsync("/health/ready").Problem(503, "store_unavailable");
        Assert.That(problem.Errors!["store"], Is.EqualTo((string[])["failing"]));
        Assert.That(problem.Detail, Is.EqualTo("The store cannot be written."));
        await service.InSession(session => session.Connection.ExecuteAsync("drop trigger no_probe", transaction: session.Transaction), refreshes: false);
        Assert.That(async () => (int)(await service.Nobody.GetAsync("/health/ready")).StatusCode, Is.EqualTo(200).After(20_000, 100));
    }

    [TestCase(13, "full")]
    [TestCase(8, "read_only")]
    [TestCase(5, "locked")]
    [TestCase(10, "failing")]
    public void What_SQLite_says_of_a_write_is_a_word(int code, string word)
    {
        Assert.That(new SqliteDatabase("Data Source=none.db").FaultOf(new Microsoft.Data.Sqlite.SqliteException("", code)), Is.EqualTo(word));
    }

    [Test]
    public async Task The_version_names_the_engine_and_the_schema()
    {
        var version = await Service.Nobody.GetAsync("/v1/version").Body();
        Assert.That((string?)version["version"], Does.Match(@"^\d+\.\d+\.\d+$"));
        Assert.That((string?)version["engine"], Is.EqualTo(_engine));
        Assert.That((string?)version["schema"], Does.Match(@"^\d{4}_[a-z_]+$"));
    }

    [Test]
    public async Task A_parameter_that_no_operation_knows_is_refused_without_a_key_too() =>
        await Service.Nobody.GetAsync("/v1/version?pretty=true").Problem(400, "unknown_parameter");

    [Test]
    public async Task A_service_whose_writer_stopped_is_live_but_not_ready()
    {
        await Service.Services.GetRequiredService<Writer>().StopAsync(default);
        var problem = await Service.Nobody.GetAsync("/health/ready").Problem(503, "store_unavailable");
        Assert.That(problem.Detail, Does.Contain("writer"));
        await Service.Nobody.GetAsync("/health/live").Body();
        await Service.Restart();
        await Service.Nobody.GetAsync("/health/ready").Body();
    }

    [Test]
    public async Task A_service_whose_store_cannot_be_read_is_live_but_not_ready()
    {
        await using var service = await TestService.Start(_engine);
        await service.InSession(session => session.Connection.ExecuteAsync("drop table catalogue_stamp", transaction: session.Transaction), refreshes: false);
        var answer = await service.Nobody.GetAsync("/health/ready");
        Assert.That(answer.Headers.RetryAfter, Is.Not.Null);
        var problem = await answer.Problem(503, "store_unavailable");
        Assert.That(problem.Detail, Does.Contain("store"));
        await service.Nobody.GetAsync("/health/live").Body();
    }
}
