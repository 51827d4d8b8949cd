namespace Feedback.Browser.Tests;

/// <summary>The system's browser, which the tests look through; started once, gone after the last test.</summary>
[SetUpFixture]
public sealed class Chromium
{
    /// <summary>The environment variable that names another browser of the Chromium family.</summary>
    public const string Variable = "FEEDBACK_TEST_CHROMIUM";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>No sandbox, because tests may run as root in a container; and nothing of the browser's own that calls out.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability", "--disable-sync", "--disable-breakpad",
        "--disable-client-side-phishing-detection", "--disable-field-trial-config", "--metrics-recording-only", "--no-first-run", "--no-pings", "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
    ];

    private static readonly SemaphoreSlim Turn = new(1);
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>Where the browser is; null where there is none.</summary>
    public static string? Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);

    /// <summary>The browser; the test is ignored where there is none.</summary>
    public static async Task<IBrowser> Browser()
    {
        if (Path is null) Assert.Ignore($"There is no Chromium at {string.Join(", ", Usual)}, and {Variable} names none.");
        await Turn.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Headless = true, Args = Flags });
        }
        finally
        {
            Turn.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await DemoService.Stop();
        await Widget.SamplePages.StopShared();
    }
}
