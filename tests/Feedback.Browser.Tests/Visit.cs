using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Feedback.Browser.Tests;

/// <summary>Somebody looks at the report page in a window of their own; what the page asks for and complains of is kept.</summary>
internal sealed partial class Visit : IAsyncDisposable
{
    private readonly TestService _service;
    private readonly IBrowserContext _context;

    private Visit(TestService service, IBrowserContext context, IPage page) => (_service, _context, Page) = (service, context, page);

    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Errors and warnings of the console, and what the page threw.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <param name="service">The service that is looked at.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="locale">The visitor's.</param>
    public static async Task<Visit> Begin(TestService service, int width = 1280, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        var browser = await Chromium.Browser();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Locale = locale, ReducedMotion = ReducedMotion.Reduce });
        var visit = new Visit(service, context, await context.NewPageAsync());
        context.Request += (_, request) => visit.Requests.Enqueue(request.Url);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.Complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        visit.Page.PageError += (_, error) => visit.Complaints.Enqueue(error);
        return visit;
    }

    /// <summary>Opens the page with the key of the demo, as the link on its console does, then goes to a view and waits until all of it is there.</summary>
    public async Task Open(string place = "", string? key = null)
    {
        await Page.GotoAsync(new Uri(_service.Address, $"/report#key={key ?? DemoService.ReadKey}").ToString());
        await Ready();
        if (place.Length > 0) await Go(place);
    }

    /// <summary>Goes to a view of the page that is open.</summary>
    public async Task Go(string place)
    {
        await Page.EvaluateAsync("place => { location.hash = place }", place);
        await Assertions.Expect(Page).ToHaveURLAsync(PlacePattern(place));
        await Ready();
    }

    /// <summary>Waits until nothing is loading.</summary>
    public async Task Ready()
    {
        await Page.Locator("#title").WaitForAsync();
        await Assertions.Expect(Page.Locator("[aria-busy], .loading, .chart:visible:not(:has(svg))")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    /// <summary>Nothing was complained of, and nothing was asked of anybody but the service.</summary>
    public void IsQuiet()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Complaints, Is.Empty);
            Assert.That(Requests, Is.Not.Empty.And.All.StartsWith(_service.Address.ToString()));
        });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static Regex PlacePattern(string place) => new(Regex.Escape(place) + "$");
}
