using System.Collections.Concurrent;

namespace Feedback.Browser.Tests.Widget;

/// <summary>Somebody on a page that has the widget, in a browser of their own; what the page asks for, complains of and is forbidden is kept.</summary>
internal sealed class Guest : IAsyncDisposable
{
    /// <summary>The environment variable that names a folder for pictures of every state; none are made without it.</summary>
    private const string Pictures = "FEEDBACK_TEST_PICTURES";

    private Guest(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Errors of the console, what was thrown, and what the policy forbade.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The first widget of the page, or that of a name.</summary>
    public ILocator Widget => Page.Locator("feedback-widget");

    /// <summary>The dialog that is open.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public static async Task<Guest> Begin(BrowserNewContextOptions? options = null)
    {
        var browser = await Chromium.Browser();
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1180, Height = 860 }, Locale = "en-GB" });
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('forbidden by the policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        // Two cores that do other work too.
        context.SetDefaultTimeout(10_000);
        var guest = new Guest(context, null!);
        context.Request += (_, request) => guest.Requests.Enqueue($"{request.Method} {request.Url}");
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") guest.Complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        context.WebError += (_, error) => guest.Complaints.Enqueue(error.Error);
        guest.Page = await context.NewPageAsync();
        return guest;
    }

    public Task Open(Uri site, string path) => Page.GotoAsync(new Uri(site, path).ToString());

    /// <summary>The page is closed as people close a tab: with the events of leaving.</summary>
    public Task Leave() => Page.CloseAsync(new() { RunBeforeUnload = true });

    /// <summary>Another tab of the same browser, with the same storage.</summary>
    public async Task AnotherTab() => Page = await Context.NewPageAsync();

    /// <summary>A picture of what is to be seen, where somebody wants to look at it.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"widget-{name}.png"), FullPage = false });
    }

    /// <summary>Keys of the page's storage, as the widget leaves it.</summary>
    public async Task<string[]> Stored() => await Page.EvaluateAsync<string[]>("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]");

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
