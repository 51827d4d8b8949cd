using System.Collections.Concurrent;

namespace Feedback.Browser.Tests.Pages;

/// <summary>Somebody with a browser of their own who answers a survey on its page; what the page asks for and complains of is kept.</summary>
internal sealed class Respondent : IAsyncDisposable
{
    /// <summary>The environment variable that names a folder for pictures of what was looked at.</summary>
    private const string Pictures = "FEEDBACK_TEST_PICTURES";

    private readonly TestService _service;
    private readonly IBrowserContext _context;

    private Respondent(TestService service, IBrowserContext context, IPage page) => (_service, _context, Page) = (service, context, page);

    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Errors and warnings of the console, and what the page threw.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public ILocator Status => Page.Locator(".status");

    /// <param name="service">The service that has the page.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="locale">The person's.</param>
    /// <param name="colours">Whether the system forces its own.</param>
    public static async Task<Respondent> With(TestService service, bool script = true, int width = 1024, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB", ForcedColors colours = ForcedColors.None)
    {
        var browser = await Chromium.Browser();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            Locale = locale,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = colours,
        });
        context.SetDefaultTimeout(10_000);
        var respondent = new Respondent(service, context, await context.NewPageAsync());
        context.Request += (_, request) => respondent.Requests.Enqueue(request.Url);
        respondent.Page.Console += (_, message) =>
        {
            // The browser writes down every page that came with a status of refusal; that is no complaint about the page.
            var isStatus = message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isStatus) respondent.Complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        respondent.Page.PageError += (_, error) => respondent.Complaints.Enqueue(error);
        return respondent;
    }

    public Task<IResponse?> Open(string path) => Page.GotoAsync(new Uri(_service.Address, path).ToString());

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Chooses a point or an option of an item, by its value.</summary>
    public Task Choose(string item, string value) => Page.Locator($"input[name='answers.{item}'][value='{value}']").CheckAsync();

    public Task Write(string item, string text) => Page.Locator($"[name='answers.{item}']").FillAsync(text);

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text });

    /// <summary>Lets the browser be without a network.</summary>
    public Task Offline(bool isOffline) => _context.SetOfflineAsync(isOffline);

    /// <summary>Keeps a picture of the whole page where a folder for pictures is named.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder) await Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"page-{name}.png"), FullPage = true });
    }

    /// <summary>Nothing was complained of, nothing was asked of anybody but the service, and nothing is kept about the person.</summary>
    public async Task IsQuiet()
    {
        var cookies = await _context.CookiesAsync();
        Assert.Multiple(() =>
        {
            Assert.That(Complaints, Is.Empty);
            Assert.That(Requests, Is.Not.Empty.And.All.StartsWith(_service.Address.ToString()));
            Assert.That(cookies, Is.Empty);
        });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
