using Dapper;
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
