namespace Feedback.Browser.Tests.Pages;

/// <summary>The same page where scripts run: turned in place, kept over a reload, and walked through without a mouse.</summary>
public sealed class AnsweringPagesWithScript
{
    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService()
    {
        _ = await Chromium.Browser();
        _service = await TestService.Start("sqlite");
    }

    [OneTimeTearDown]
    public async Task StopTheService()
    {
        if (_service is not null) await _service.DisposeAsync();
    }

    [Test]
    public async Task Questions_are_turned_in_place_and_the_browsers_back_is_the_question_before()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-steps");
        await using var customer = await Respondent.With(_service, width: 390);
        await customer.Open($"/s/{survey}?view=steps");
        await customer.Picture("steps-1");
        await customer.Button("Next").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".error:visible")).ToContainTextAsync("Please answer this question.");
        await customer.Picture("steps-1-error");
        await customer.Choose("clean", "2");
        await Assertions.Expect(customer.Page.Locator(".error")).ToHaveCountAsync(0);
        await customer.Button("Next").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".item:visible")).ToBeFocusedAsync();
        await customer.Choose("nps", "3");
        await customer.Button("Next").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync("Question 3 of 6");
        await customer.Page.GoBackAsync();
        await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync("Question 2 of 6");
        await Assertions.Expect(customer.Page.Locator("input[name='answers.nps'][value='3']")).ToBeCheckedAsync();
        await customer.Button("Back").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync("Question 1 of 6");
        for (var i = 0; i < 5; i++) await customer.Button("Next").ClickAsync();
        Assert.That(customer.Requests.Count(r => new Uri(r).AbsolutePath == $"/s/{survey}"), Is.EqualTo(1), "Nothing is asked of the service until the end.");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeFocusedAsync();
        Assert.That(await _service.ResponsesStored(survey), Is.EqualTo(1));
        await customer.IsQuiet();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_link_to_what_is_wrong_opens_the_screen_it_is_on(bool script)
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, $"links-{script}".ToLowerInvariant(), s => s["items"]![1]!["required"] = true);
        await using var customer = await Respondent.With(_service, script);
        await customer.Open($"/s/{survey}?lang=en");
        await customer.Choose("clean", "2");
        await customer.Write("why", new string('x', 10_001));
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".summary li")).ToHaveCountAsync(2);
        await customer.Button("One question at a time").ClickAsync();
        for (var i = 1; i < 6; i++)
        {
            await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync($"Question {i} of 6");
            if (i == 2) await customer.Choose("nps", "3");
            await customer.Button("Next").ClickAsync();
        }
        await customer.Button("Back").ClickAsync();
        await customer.Button("Next").ClickAsync();
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".summary")).ToBeFocusedAsync();
        await customer.Page.Locator(".summary a").ClickAsync();
        await Assertions.Expect(customer.Page.Locator("textarea")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Another_language_keeps_what_was_given_and_leaves_the_page_where_it_is()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-language");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}");
        await customer.Choose("clean", "2");
        await customer.Button("Deutsch").ClickAsync();
        await Assertions.Expect(customer.Heading("Wie war Ihre Zeit am Flughafen?")).ToBeFocusedAsync();
        await Assertions.Expect(customer.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(customer.Page.Locator("input[name='answers.clean'][value='2']")).ToBeCheckedAsync();
        await customer.Button("Antworten senden").ClickAsync();
        await Assertions.Expect(customer.Heading("Vielen Dank")).ToBeFocusedAsync();
        Assert.That(await _service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson"), Does.Contain("\"language\":\"de\""));
    }

    [Test]
    public async Task A_reload_loses_nothing_and_what_was_stored_leaves_no_draft()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-draft");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}?about.channel=qr");
        var id = await customer.Page.Locator("input[name=id]").InputValueAsync();
        await customer.Choose("clean", "1");
        await customer.Choose("used", "lounge");
        await customer.Page.Locator("select").SelectOptionAsync("FR");
        await customer.Write("why", "One\ntwo");
        await customer.Page.ReloadAsync();
        await Assertions.Expect(customer.Page.Locator("input[name='answers.clean'][value='1']")).ToBeCheckedAsync();
        await Assertions.Expect(customer.Page.Locator("input[name='answers.used'][value='lounge']")).ToBeCheckedAsync();
        await Assertions.Expect(customer.Page.Locator("select")).ToHaveValueAsync("FR");
        await Assertions.Expect(customer.Page.Locator("textarea")).ToHaveValueAsync("One\ntwo");
        await Assertions.Expect(customer.Page.Locator("input[name=id]")).ToHaveValueAsync(id);
        await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync("4 of 6 answered");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await customer.Page.EvaluateAsync<int>("() => sessionStorage.length + localStorage.length"), Is.Zero);
        await customer.IsQuiet();
    }

    [Test]
    public async Task A_link_that_is_opened_anew_shows_nobody_elses_draft()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-next-person");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}?about.channel=qr");
        await customer.Write("why", "Private");
        await customer.Open($"/s/{survey}?about.channel=qr");
        await Assertions.Expect(customer.Page.Locator("textarea")).ToHaveValueAsync("");
        await customer.Write("why", "Private too");
        await customer.Open($"/s/{survey}?about.channel=mail");
        await customer.Page.ReloadAsync();
        await Assertions.Expect(customer.Page.Locator("textarea")).ToHaveValueAsync("");
    }

    [Test]
    public async Task Everything_is_done_with_the_keyboard()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-keyboard");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}?lang=en");
        await Reach(customer, "answers.clean");
        await customer.Page.Keyboard.PressAsync("Space");
        await customer.Page.Keyboard.PressAsync("ArrowDown");
        await customer.Page.Keyboard.PressAsync("Enter");
        Assert.That(await _service.ResponsesStored(survey), Is.Zero, "Enter in a question sends nothing.");
        await Reach(customer, "answers.used");
        await customer.Page.Keyboard.PressAsync("Space");
        await Reach(customer, "answers.why");
        await customer.Page.Keyboard.TypeAsync("By keys");
        await customer.Picture("focus");
        await customer.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(customer.Button("Send answers")).ToBeFocusedAsync();
        await customer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(customer.Heading("Thank you")).ToBeFocusedAsync();
        Assert.That((await _service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson")), Does.Contain("\"clean\":2").And.Contain("[\"wifi\"]").And.Contain("By keys"));
    }

    [Test]
    public async Task A_radio_that_was_chosen_can_be_left_again()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-leave");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}?lang=en");
        await customer.Choose("clean", "3");
        await customer.Choose("nps", "3");
        await customer.Choose("nps", "");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That((await _service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson")), Does.Contain("\"nps\":null").And.Contain("\"clean\":3"));
    }

    [Test]
    public async Task Names_and_errors_are_told_to_who_listens()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "script-names");
        await using var customer = await Respondent.With(_service);
        await customer.Open($"/s/{survey}?lang=en");
        await customer.Write("why", new string('x', 10_001));
        await Assertions.Expect(customer.Page.Locator(".left")).ToHaveTextAsync("Characters too many: 1");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".summary")).ToBeFocusedAsync();
        await Assertions.Expect(customer.Page.Locator(".summary h2")).ToHaveTextAsync("2 answers need another look");
        Assert.That(await customer.Page.TitleAsync(), Does.StartWith("Error: "));
        var group = customer.Page.GetByRole(AriaRole.Radiogroup, new() { Name = "How clean was the terminal?", Exact = false });
        await Assertions.Expect(group).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(group).ToHaveAccessibleDescriptionAsync("Error: Please answer this question.");
        await Assertions.Expect(customer.Page.GetByRole(AriaRole.Radio, new() { Name = "10 Extremely likely", Exact = true })).ToHaveCountAsync(1);
        await Assertions.Expect(customer.Page.Locator("textarea")).ToHaveValueAsync(new string('x', 10_001));
        await customer.Picture("errors");
    }

    /// <summary>Presses Tab until a control of the name has the focus.</summary>
    private static async Task Reach(Respondent customer, string name)
    {
        for (var i = 0; i < 40; i++)
        {
            await customer.Page.Keyboard.PressAsync("Tab");
            if (await customer.Page.EvaluateAsync<string>("() => document.activeElement.name") == name) return;
        }
        Assert.Fail($"{name} is not reached.");
    }
}
