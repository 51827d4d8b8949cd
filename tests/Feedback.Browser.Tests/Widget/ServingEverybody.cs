using System.Text.Json.Nodes;

namespace Feedback.Browser.Tests.Widget;

/// <summary>The widget with the keyboard, a screen reader, large print, a narrow window, other directions, other languages and other colours.</summary>
public sealed class ServingEverybody
{
    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    private SamplePages _pages = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StartThePages()
    {
        await Chromium.Browser();
        _pages = await SamplePages.Shared;
        _survey = await _pages.Service.Publish(SomePage.EveryKind());
    }

    [Test]
    public async Task From_the_first_tab_to_the_thanks_with_the_keyboard_alone()
    {
        await using var guest = await Guest.Begin();
        await Visit(guest);
        var keyboard = guest.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        var launcher = guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" });
        await Assertions.Expect(launcher).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Your visit" })).ToBeFocusedAsync();
        // What has to be answered is told, and the focus goes there.
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        var staff = guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff (required)" });
        await Assertions.Expect(staff.GetByLabel("1")).ToBeFocusedAsync();
        await Assertions.Expect(staff).ToHaveAccessibleDescriptionAsync("From 1 (poor) to 5 (excellent). Please answer this.");
        await Assertions.Expect(staff).ToHaveAttributeAsync("aria-invalid", "true");
        await guest.Picture("missing");
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(staff.GetByLabel("2")).ToBeCheckedAsync();
        await Assertions.Expect(staff).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await keyboard.PressAsync("Enter");
        Assert.That(guest.Requests, Has.None.StartsWith("POST"), "Enter on a radio button sends nothing by accident.");
        // The dialog is modal: the focus does not leave it for the page.
        for (var i = 0; i < 12; i++)
        {
            await keyboard.PressAsync("Tab");
            Assert.That(await guest.Page.EvaluateAsync<string>("() => document.activeElement.tagName"), Is.AnyOf("FEEDBACK-WIDGET", "BODY"));
        }
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(guest.Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(launcher).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        for (var i = 0; i < 20 && await guest.Page.EvaluateAsync<string>("() => document.activeElement.shadowRoot?.activeElement?.textContent") != "Send"; i++) await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeFocusedAsync();
        Assert.That((await _pages.Exported(_survey)).Last()["answers"]!["staff"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_screen_reader_hears_names_groups_ends_of_scales_and_what_is_required()
    {
        await using var guest = await Guest.Begin();
        await Visit(guest);
        await Open(guest);
        await Assertions.Expect(guest.Dialog).ToMatchAriaSnapshotAsync(
            """
            - dialog "Your visit":
              - heading "Your visit" [level=2]
              - button "Close"
              - status
              - paragraph: Five short items.
              - radiogroup "The staff (required)":
                - text: The staff (required)
                - paragraph: From 1 (poor) to 5 (excellent).
                - radio "1"
                - radio "2"
                - radio "3"
                - radio "4"
                - radio "5"
              - radiogroup "Would you recommend us?"
              - radiogroup "How did you come?":
                - radio "By bus"
                - radio "On foot"
              - group "What did you use?":
                - checkbox "Wi-Fi"
                - checkbox "Lounge"
                - checkbox "Shop"
              - textbox "Anything else?"
              - button "Send"
            """);
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "1", Exact = true }).First).ToHaveAccessibleDescriptionAsync("poor");
    }

    [Test]
    public async Task Nothing_that_axe_finds_is_wrong_in_any_state()
    {
        var pulse = await _pages.Service.Publish(SomePage.OpenPulse());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, [$"data-key=\"{_pages.ShopKey}\" data-survey=\"{_survey}\"", $"data-key=\"{_pages.IntranetKey}\" data-name=\"pulse\" data-survey=\"{pulse}\" data-open=\"inline\" data-target=\"#here\" data-steps=\"one\""], "<div id=\"here\"></div>");
        await Assertions.Expect(guest.Page.GetByText("Before you send")).ToBeVisibleAsync();
        await Check(guest, "button and inline, first screen");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Check(guest, "inline, last screen");
        await Open(guest);
        await Check(guest, "dialog");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Check(guest, "an answer is missing");
        await guest.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Check(guest, "dark");
        await guest.Picture("dark");
        await guest.Dialog.GetByLabel("5", new() { Exact = true }).First.CheckAsync();
        await guest.Context.RouteAsync("**/responses?**", route => route.AbortAsync());
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("It could not be sent yet.")).ToBeVisibleAsync();
        await Check(guest, "waiting");
        await guest.Context.UnrouteAllAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your receipt")).ToBeVisibleAsync();
        await guest.Picture("dark-stored");
        await Check(guest, "stored");
    }

    [Test]
    public async Task In_forced_colours_what_is_chosen_can_be_seen()
    {
        await using var guest = await Guest.Begin(new() { ForcedColors = ForcedColors.Active, ViewportSize = new() { Width = 900, Height = 800 } });
        await Visit(guest);
        await Open(guest);
        var staff = guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff" });
        await staff.GetByLabel("4").CheckAsync();
        await guest.Picture("forced-colours");
        var grounds = await staff.EvaluateAsync<string[]>("group => [...group.querySelectorAll('input + span')].map(span => getComputedStyle(span).backgroundColor)");
        Assert.That(grounds.Distinct().Count(), Is.EqualTo(2));
        Assert.That(grounds[3], Is.Not.EqualTo(grounds[2]));
    }

    [Test]
    public async Task From_right_to_left_it_stands_on_the_other_side_and_the_pages_texts_are_taken()
    {
        await using var guest = await Guest.Begin();
        var texts = """{"button":"ملاحظات","send":"إرسال","close":"إغلاق","required":"مطلوب"}""";
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{_survey}\" data-texts=\"words\"", $"<script type=\"application/json\" id=\"words\">{texts}</script>", "lang=\"ar\" dir=\"rtl\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "ملاحظات" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "إرسال" }).WaitForAsync();
        await guest.Picture("rtl");
        var box = await guest.Dialog.BoundingBoxAsync();
        Assert.That(box!.X, Is.LessThan(40));
        Assert.That(await guest.Dialog.GetAttributeAsync("dir"), Is.EqualTo("rtl"));
        var (one, five) = (await Box(guest, "1"), await Box(guest, "5"));
        Assert.That(one, Is.GreaterThan(five), "The scale runs from right to left.");
    }

    [Test]
    public async Task Every_language_has_every_text_and_none_is_cut_at_320_pixels_or_at_twice_the_size()
    {
        var names = Languages.ToDictionary(l => l, l => JsonNode.Parse(File.ReadAllText(Repository.Path("web", "widget", "src", "texts", l + ".json")))!.AsObject());
        foreach (var language in Languages)
        {
            Assert.That(names[language].Select(t => t.Key), Is.EqualTo(names["en"].Select(t => t.Key)), language);
            Assert.That(names[language].Select(t => (string?)t.Value), Is.All.Not.Empty, language);
        }
        var pulse = await _pages.Service.Publish(SomePage.OpenPulse());
        // 320 pixels are also what is left of 640 at twice the size.
        await using var guest = await Guest.Begin(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        foreach (var language in Languages)
        {
            await guest.Visit(_pages, $"data-key=\"{_pages.IntranetKey}\" data-survey=\"{pulse}\" data-lang=\"{language}\"");
            await guest.Page.GetByRole(AriaRole.Button, new() { Name = (string)names[language]["button"]! }).ClickAsync();
            await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = (string)names[language]["before"]! })).ToBeVisibleAsync();
            await guest.Picture("320-" + language);
            await IsNotCut(guest);
            await guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "3" }).CheckAsync();
            await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = (string)names[language]["send"]! }).ClickAsync();
            await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync((string)names[language]["stored"]!);
            await guest.Picture("320-stored-" + language);
            await IsNotCut(guest);
            Assert.That(guest.Complaints, Is.Empty);
        }
    }

    [Test]
    public async Task Survey_texts_are_in_the_language_of_the_page_and_every_target_is_large_enough()
    {
        await using var guest = await Guest.Begin(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{_survey}\"", html: "lang=\"de-CH\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        var staff = guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "Das Personal (Pflichtangabe)" });
        await Assertions.Expect(staff).ToHaveAccessibleDescriptionAsync("Von 1 (schlecht) bis 5 (ausgezeichnet).");
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "Would you" }).GetByLabel("10").CheckAsync();
        await guest.Picture("320-survey");
        await IsNotCut(guest);
        var small = await guest.Dialog.EvaluateAsync<string[]>("dialog => [...dialog.querySelectorAll('button, .scale label, .options label, textarea')].filter(e => e.offsetParent).filter(e => { const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24; }).map(e => e.outerHTML)");
        Assert.That(small, Is.Empty);
    }

    [Test]
    public async Task Its_looks_follow_the_pages_variables()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/shop");
        var launcher = guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback", Exact = true });
        await Assertions.Expect(launcher).ToHaveCSSAsync("background-color", "rgb(15, 92, 88)");
        await Visit(guest, "data-scheme=\"dark\"");
        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" })).ToHaveCSSAsync("background-color", "rgb(138, 184, 255)");
    }

    private Task Visit(Guest guest, string more = "") => guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{_survey}\" {more}");

    private static async Task Open(Guest guest)
    {
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).WaitForAsync();
    }

    private static async Task Check(Guest guest, string state)
    {
        var (violations, passes) = await Accessibility.Everything(guest.Page);
        TestContext.Out.WriteLine($"axe, widget, {state}: {passes} rules kept, {violations.Count} violated");
        Assert.That(violations, Is.Empty, state);
    }

    private static async Task<double> Box(Guest guest, string point) =>
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff" }).GetByLabel(point).EvaluateAsync<double>("input => input.parentElement.getBoundingClientRect().x");

    /// <summary>No text is wider than its place, and the page does not scroll sideways.</summary>
    private static async Task IsNotCut(Guest guest)
    {
        var cut = await guest.Dialog.EvaluateAsync<string[]>("dialog => [dialog, ...dialog.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !(e instanceof HTMLInputElement)).map(e => e.outerHTML.slice(0, 120))");
        Assert.That(cut, Is.Empty);
        Assert.That(await guest.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
}
