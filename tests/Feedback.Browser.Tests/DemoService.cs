using Feedback.Api.Catalogue;
using Feedback.Api.Demo;
using Feedback.Api.Http;

namespace Feedback.Browser.Tests;

/// <summary>The real service with the simulated bank and its report page, made once for all tests that look at it.</summary>
internal static class DemoService
{
    private static readonly Lazy<Task<TestService>> Made = new(Make);

    /// <summary>A key that reads both audiences.</summary>
    public static string ReadKey { get; private set; } = "";

    /// <summary>The service; the test is ignored where the page is not built.</summary>
    public static Task<TestService> Running()
    {
        if (!ReportPage.Embedded().IsBuilt) Assert.Ignore("The report page is not built: make report, then build again.");
        return Made.Value;
    }

    public static async Task Stop()
    {
        if (Made.IsValueCreated && Made.Value.IsCompletedSuccessfully) await (await Made.Value).DisposeAsync();
    }

    private static async Task<TestService> Make()
    {
        var service = await TestService.Start("sqlite");
        await DemoOrganisation.Load(service.Services, new DemoOptions());
        ReadKey = await service.MakeKey(KeyScope.Read);
        return service;
    }
}
