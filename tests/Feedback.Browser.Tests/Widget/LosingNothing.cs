using System.Text.RegularExpressions;

namespace Feedback.Browser.Tests.Widget;

/// <summary>What somebody sent is stored exactly once, whatever happens to the network, the service or the page meanwhile.</summary>
public sealed class LosingNothing
{
    private const string Unsent = "It could not be sent yet.";

    private SamplePages _pages = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StartThePages()
    {
        await Chromium.Browser();
        _pages = await SamplePages.Shared;
    }

    [SetUp]
    public async Task Publish() => _survey = await _pages.Service.Publish(SomePage.EveryKind());

    [Test]
    public async Task The_answer_to_a_stored_response_is_lost_and_it_is_stored_once()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        var posts = 0;
        await guest.Page.RouteAsync("**/responses?**", async route =>
        {
            // It went through and was stored; what the service said is lost on the way back.
            if (Interlocked.Increment(ref posts) == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
            else await route.ContinueAsync();
        });
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        await guest.Picture("waiting");
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await IsStoredOnce(guest);
        Assert.That(posts, Is.EqualTo(2));
    }

    [TestCase(503)]
    [TestCase(429)]
    public async Task A_service_that_asks_for_patience_is_left_alone_that_long(int status)
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        var posts = new List<DateTime>();
        await guest.Page.RouteAsync("**/responses?**", async route =>
        {
            lock (posts) posts.Add(DateTime.UtcNow);
            if (posts.Count > 1) await route.ContinueAsync();
            else
            {
                await route.FulfillAsync(new()
                {
                    Status = status,
                    ContentType = "application/problem+json",
                    Headers = new Dictionary<string, string> { ["Retry-After"] = "2", ["Access-Control-Allow-Origin"] = "*", ["Access-Control-Expose-Headers"] = "Retry-After" },
                    Body = $$"""{"code":"busy","status":{{status}}}""",
                });
            }
        });
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await IsStoredOnce(guest);
        Assert.That(posts, Has.Count.EqualTo(2));
        Assert.That(posts[1] - posts[0], Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9)));
    }

    [Test]
    public async Task A_page_that_is_closed_at_once_after_Send_loses_nothing()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await Fill(guest);
        // In one breath, before anything could have been answered.
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).EvaluateAsync("button => { button.click(); }");
        await guest.Leave();
        for (var i = 0; i < 2_000 && await _pages.Service.ResponsesStored(_survey) == 0; i++) await Task.Delay(30);
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task What_waits_when_a_page_is_left_is_sent_by_the_next_page_of_the_site()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await guest.Context.RouteAsync("**/responses?**", route => route.AbortAsync("internetdisconnected"));
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        Assert.That(await guest.Stored(), Has.Exactly(1).StartsWith("feedback:wait:"));
        // Beacons are not held up by the route above; without a network they fail too.
        await guest.Page.EvaluateAsync("() => { navigator.sendBeacon = () => false }");
        await guest.Page.CloseAsync();
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.Zero);
        await guest.Context.UnrouteAllAsync();
        await guest.AnotherTab();
        // Any page with a widget of the service will do, of whatever survey.
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\"");
        await IsStoredOnce(guest);
    }

    [Test]
    public async Task A_beacon_carries_it_away_when_the_page_closes_and_it_waits_until_the_service_was_heard()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        // Fetches fail, beacons do not.
        await guest.Page.EvaluateAsync("() => { window.fetch = () => Promise.reject(new TypeError('no network')) }");
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        await guest.Leave();
        for (var i = 0; i < 2_000 && await _pages.Service.ResponsesStored(_survey) == 0; i++) await Task.Delay(30);
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.EqualTo(1));
        await guest.AnotherTab();
        await guest.Page.GotoAsync(_pages.Serve("<!doctype html><title>No widget here</title>", "default-src 'none'").ToString());
        Assert.That(await guest.Stored(), Has.Exactly(1).StartsWith("feedback:wait:"));
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\"");
        await IsStoredOnce(guest);
    }

    [Test]
    public async Task A_network_that_comes_back_is_used_at_once()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await Fill(guest);
        await guest.Context.SetOfflineAsync(true);
        await Press(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        await guest.Context.SetOfflineAsync(false);
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync(new() { Timeout = 900 });
        await IsStoredOnce(guest);
    }

    [Test]
    public async Task Where_the_browser_keeps_nothing_people_are_asked_to_keep_the_page_open()
    {
        await using var guest = await Guest.Begin();
        await guest.Context.AddInitScriptAsync("for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } })");
        await Open(guest);
        await guest.Context.RouteAsync("**/responses?**", route => route.AbortAsync());
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent + " Please keep this page open until it is sent.")).ToBeVisibleAsync();
        await guest.Picture("waiting-memory");
        await guest.Context.UnrouteAllAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_tabs_send_what_waits_once()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await guest.Context.RouteAsync("**/responses?**", route => route.AbortAsync());
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        var first = guest.Page;
        await guest.Context.UnrouteAllAsync();
        await guest.AnotherTab();
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\"");
        await Assertions.Expect(first.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await IsStoredOnce(guest);
    }

    [Test]
    public async Task A_survey_that_was_closed_meanwhile_is_told_and_the_words_stay()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await Fill(guest);
        await _pages.Service.Admin.PostAsync($"/v1/surveys/{_survey}/close", null);
        await Press(guest);
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("This survey is closed.");
        await Assertions.Expect(guest.Dialog.GetByLabel("Anything else?")).ToHaveValueAsync("Said once.");
        await guest.Picture("refused");
        // Another page of the tab still has them, and the way to send them once the survey is open again.
        await _pages.Service.Admin.PostAsync($"/v1/surveys/{_survey}/reopen", null);
        await Open(guest);
        await Assertions.Expect(guest.Dialog.GetByText("Not accepted (survey_closed)")).ToBeVisibleAsync();
        await guest.Picture("refused-earlier");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Clear" }).First.ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Not accepted")).ToHaveCountAsync(0);
        await Press(guest);
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await IsStoredOnce(guest);
    }

    [Test]
    public async Task What_was_begun_is_offered_again_in_the_same_tab()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await Fill(guest);
        await guest.Page.Keyboard.PressAsync("Escape");
        await Open(guest);
        await Assertions.Expect(guest.Dialog.GetByText("What you began is still here.")).ToBeVisibleAsync();
        await Assertions.Expect(guest.Dialog.GetByLabel("Anything else?")).ToHaveValueAsync("Said once.");
        await guest.Picture("draft");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Clear" }).First.ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByLabel("Anything else?")).ToHaveValueAsync("");
        Assert.That(await guest.Stored(), Is.Empty);
    }

    [Test]
    public async Task What_an_employee_sent_waits_no_longer_than_the_tab_where_the_page_says_so()
    {
        var survey = await _pages.Service.Publish(SomePage.OpenPulse());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{_pages.IntranetKey}\" data-survey=\"{survey}\" data-wait=\"session\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByLabel("4").CheckAsync();
        await guest.Context.RouteAsync("**/responses?**", route => route.AbortAsync());
        await Press(guest);
        await Assertions.Expect(guest.Dialog.GetByText(Unsent)).ToBeVisibleAsync();
        Assert.That(await guest.Page.EvaluateAsync<int>("() => localStorage.length"), Is.Zero);
        var waiting = await guest.Page.EvaluateAsync<string>("() => Object.values(sessionStorage).find(v => v.includes('answers'))");
        Assert.That(waiting, Does.Match("\"answeredAt\\W+20\\d\\d-\\d\\d-\\d\\dT10:00:00Z").And.Not.Match(Regex.Escape(DateTime.UtcNow.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
        await guest.Context.UnrouteAllAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_receipt_takes_the_answers_back()
    {
        await using var guest = await Guest.Begin();
        await Open(guest);
        await Send(guest);
        await Assertions.Expect(guest.Dialog.GetByText("Your receipt")).ToBeVisibleAsync();
        await guest.Picture("receipt");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Erase my answers" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your answers are erased.");
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.Zero);
    }

    private async Task Open(Guest guest)
    {
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{_survey}\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByLabel("Anything else?").WaitForAsync();
    }

    private static async Task Fill(Guest guest)
    {
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff" }).GetByLabel("4").CheckAsync();
        await guest.Dialog.GetByLabel("Anything else?").FillAsync("Said once.");
    }

    private static Task Press(Guest guest) => guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

    private static async Task Send(Guest guest)
    {
        await Fill(guest);
        await Press(guest);
    }

    /// <summary>One response is stored and counted, and nothing of it is left in the page's storage.</summary>
    private async Task IsStoredOnce(Guest guest)
    {
        for (var i = 0; i < 2_000 && (await guest.Stored()).Any(k => k.StartsWith("feedback:wait:", StringComparison.Ordinal)); i++) await Task.Delay(30);
        Assert.That(await guest.Stored(), Has.None.StartsWith("feedback:wait:"));
        Assert.That(await _pages.Service.ResponsesStored(_survey), Is.EqualTo(1));
        Assert.That(await _pages.Service.ResponsesCounted(_survey), Is.EqualTo(1));
    }
}
