namespace Feedback.Browser.Tests.Pages;

/// <summary>Every state of a survey's page as people see it: wide and narrow, light and dark, from right to left, on paper, in the system's own colours.</summary>
public sealed class LookingAtSurveyPages
{
    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService()
    {
        _ = await Chromium.Browser();
        _service = await TestService.Start("sqlite");
        await _service.PublishPage(PageSurveys.OfCustomers, "airport");
        await _service.PublishPage(PageSurveys.OfEmployees, "pulse");
        await _service.PublishPage(PageSurveys.OfEmployees, "codes", survey => survey["access"] = "code");
        await _service.PublishPage(PageSurveys.OfEmployees, "closed");
        await _service.Admin.Post("/v1/surveys/closed/close", new System.Text.Json.Nodes.JsonObject());
        await _service.Admin.Put("/v1/units", System.Text.Json.Nodes.JsonNode.Parse("""{"units": [{"code": "emea-sales", "name": "Sales EMEA", "headcount": 240}]}""")!);
    }

    [OneTimeTearDown]
    public async Task StopTheService()
    {
        if (_service is not null) await _service.DisposeAsync();
    }

    [TestCase(1024, ColorScheme.Light)]
    [TestCase(1024, ColorScheme.Dark)]
    [TestCase(320, ColorScheme.Light)]
    public async Task No_state_of_answering_shuts_anybody_out(int width, ColorScheme scheme)
    {
        await using var respondent = await Respondent.With(_service, width: width, scheme: scheme);
        var name = $"{width}-{scheme}".ToLowerInvariant();
        await Look(respondent, "/s/airport?lang=en&test=true", $"all-{name}");
        await respondent.Choose("nps", "9");
        await respondent.Button("Send answers").ClickAsync();
        await Assertions.Expect(respondent.Page.Locator(".summary")).ToBeFocusedAsync();
        await See(respondent, $"error-{name}");
        await Look(respondent, "/s/codes?view=steps&about.unit=emea-sales&about.level=senior&invitedOn=2026-11-19", $"employee-{name}");
        await Look(respondent, "/s/pulse?lang=fr", $"employee-open-{name}");
        await respondent.Choose("kept", "6");
        await respondent.Button("Envoyer les réponses").ClickAsync();
        await Assertions.Expect(respondent.Heading("Merci")).ToBeFocusedAsync();
        await See(respondent, $"receipt-{name}");
        await respondent.IsQuiet();
    }

    [Test]
    public async Task No_other_page_shuts_anybody_out()
    {
        await using var respondent = await Respondent.With(_service, width: 390);
        await Look(respondent, "/s/airport?lang=ar", "rtl");
        await respondent.Open("/s/pulse/erase");
        await respondent.Page.Locator("input[name=id]").FillAsync("no receipt");
        await respondent.Button("Take my answers back").ClickAsync();
        await Assertions.Expect(respondent.Page.Locator("input[name=id]")).ToBeFocusedAsync();
        await See(respondent, "erase");
        await Look(respondent, "/s/airport/thanks?lang=de", "thanks");
        await Look(respondent, "/s/closed", "closed");
        await Look(respondent, "/s/nothing-here", "unknown");
        await Look(respondent, "/s/airport?about.gate=7", "wrong-link");
        await respondent.IsQuiet();
    }

    [Test]
    public async Task From_right_to_left_the_page_turns_and_its_own_texts_say_that_they_are_english()
    {
        await using var customer = await Respondent.With(_service, locale: "ar");
        await customer.Open("/s/airport");
        await Assertions.Expect(customer.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(customer.Page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await Assertions.Expect(customer.Page.Locator("button.send span")).ToHaveAttributeAsync("lang", "en");
        var (first, last) = (await customer.Page.Locator("input[name='answers.nps'][value='0']").BoundingBoxAsync(), await customer.Page.Locator("input[name='answers.nps'][value='10']").BoundingBoxAsync());
        Assert.That(first!.X, Is.GreaterThan(last!.X), "The scale begins on the right.");
    }

    [Test]
    public async Task What_is_touched_is_large_enough_and_nothing_has_to_be_scrolled_sideways()
    {
        await using var customer = await Respondent.With(_service, width: 320);
        await customer.Open("/s/airport?lang=en");
        var small = await customer.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main label:not(.question), main button:not(.unseen), main select, main textarea')].filter(e => e.checkVisibility() && (e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)).map(e => e.outerHTML.slice(0, 90))");
        Assert.That(small, Is.Empty);
        Assert.That(await customer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
    }

    [Test]
    public async Task On_paper_every_question_stands_and_nothing_that_can_only_be_clicked()
    {
        await using var customer = await Respondent.With(_service, scheme: ColorScheme.Dark);
        await customer.Open("/s/airport?lang=en&view=steps");
        await customer.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(customer.Page.Locator(".item:visible")).ToHaveCountAsync(6);
        await Assertions.Expect(customer.Page.Locator("button:visible:not(.unseen)")).ToHaveCountAsync(0);
        Assert.That(await customer.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).backgroundColor"), Is.EqualTo("rgb(255, 255, 255)"));
        await customer.Picture("print");
    }

    [Test]
    public async Task In_the_systems_own_colours_and_at_twice_the_size_all_is_there()
    {
        await using var customer = await Respondent.With(_service, width: 640, colours: ForcedColors.Active);
        await customer.Open("/s/airport?lang=en");
        // What a browser does at 200 %: half as many pixels of the page in the window.
        await customer.Page.SetViewportSizeAsync(320, 400);
        await customer.Choose("nps", "7");
        await customer.Picture("forced-colours");
        Assert.That(await customer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
        await Assertions.Expect(customer.Button("Send answers")).ToBeVisibleAsync();
    }

    private static async Task Look(Respondent respondent, string path, string name)
    {
        await respondent.Open(path);
        await See(respondent, name);
    }

    private static async Task See(Respondent respondent, string name)
    {
        await Assertions.Expect(respondent.Page.Locator("h1")).ToHaveCountAsync(1);
        await respondent.Picture(name);
        Assert.That(await Accessibility.Violations(respondent.Page), Is.Empty, name);
        Assert.That(await respondent.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), $"{name} is wider than the window.");
    }
}
