namespace Feedback.Browser.Tests;

/// <summary>The page without a mouse: everything is reached, nothing loses the focus, links and "back" lead where they say.</summary>
public sealed class WalkingWithTheKeyboard
{
    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService() => _service = await DemoService.Running();

    [Test]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the figures" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        Assert.That(visit.Page.Url, Does.Not.Contain("#main"), "The fragment names the view.");
    }

    [Test]
    public async Task Another_view_takes_the_focus_to_its_heading_and_says_its_name()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        await Reach(visit.Page, "Units");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Units");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Units");
        await Assertions.Expect(visit.Page.Locator("nav a[aria-current=page]")).ToHaveTextAsync("Units");
        Assert.That(await visit.Page.TitleAsync(), Does.StartWith("Units"));
    }

    [Test]
    public async Task A_choice_keeps_the_focus_and_goes_into_the_address_and_back()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/trend?audience=customer");
        await visit.Page.Locator("#interval").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("interval=quarter"));
        await Assertions.Expect(visit.Page.Locator("#interval")).ToBeFocusedAsync();
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("#interval")).ToHaveValueAsync("month");
    }

    [Test]
    public async Task An_address_that_was_sent_on_opens_what_it_names()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/trend?audience=employee&indicator=engagement&interval=quarter&unit=lending");
        await visit.Page.ReloadAsync();
        await visit.Ready();
        await Assertions.Expect(visit.Page.Locator("h2").First).ToHaveTextAsync("Engagement, employees, Lending");
        await Assertions.Expect(visit.Page.Locator("#interval")).ToHaveValueAsync("quarter");
    }

    [Test]
    public async Task An_explanation_opens_with_the_keyboard()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        var summary = visit.Page.Locator("[data-figure=trust] summary").First;
        await summary.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("[data-figure=trust] .what-text").First).ToContainTextAsync("Mayer, Davis & Schoorman");
    }

    [Test]
    public async Task Every_stop_can_be_seen()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open();
        for (var stop = 0; stop < 25; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.That(await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"), Is.EqualTo("solid3px"), $"Stop {stop + 1}.");
        }
    }

    /// <summary>Presses Tab until a link has the focus.</summary>
    private static async Task Reach(IPage page, string link)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.textContent") == link) return;
        }
        Assert.Fail($"Tab does not lead to {link}.");
    }
}
