namespace Feedback.Api.Tests;

/// <summary>Tests of behaviour: the real service on a real store of its own, once an engine, shared by the tests of one class.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public abstract class ServiceFixture(string engine)
{
    private TestService? _service;

    internal TestService Service => _service!;

    /// <summary>Settings beside those every test needs, by their full names.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Puts a service of the test's own in place of one that may be replaced.</summary>
    protected virtual void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
    }

    [OneTimeSetUp]
    public async Task StartTheService() => _service = await TestService.Start(engine, Settings, Configure);

    [OneTimeTearDown]
    public async Task StopTheService()
    {
        if (_service is not null) await _service.DisposeAsync();
    }
}
