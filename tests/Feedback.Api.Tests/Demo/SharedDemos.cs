using System.Collections.Concurrent;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>Services with a simulated organisation that tests only read: made once for all who ask for the same, gone after the last test here.</summary>
[SetUpFixture]
public sealed class SharedDemos
{
    private static readonly ConcurrentDictionary<(string Engine, DemoOptions Options), Lazy<Task<TestService>>> Made = new();

    internal static Task<TestService> Of(string engine, DemoOptions options) => Made.GetOrAdd((engine, options), _ => new(() => Make(engine, options))).Value;

    [OneTimeTearDown]
    public async Task StopThem()
    {
        foreach (var made in Made.Values.Where(m => m.IsValueCreated && m.Value.IsCompletedSuccessfully)) await (await made.Value).DisposeAsync();
        Made.Clear();
    }

    private static async Task<TestService> Make(string engine, DemoOptions options)
    {
        var service = await TestService.Start(engine);
        await DemoOrganisation.Load(service.Services, options);
        await service.Folded();
        return service;
    }
}
