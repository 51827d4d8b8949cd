namespace Feedback.Browser.Tests.Pages;

/// <summary>A survey's page in a browser that runs no script: the page is plain HTML, and that is enough.</summary>
public sealed class AnsweringPagesWithoutScript
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
    public async Task All_questions_are_answered_on_one_page()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "plain-all");
        await using var customer = await Respondent.With(_service, script: false);
        await customer.Open($"/s/{survey}?about.channel=qr");
        await customer.Picture("nojs-all");
        await customer.Choose("clean", "4");
        await customer.Choose("nps", "9");
        await customer.Choose("used", "wifi");
        await customer.Page.Locator("select").SelectOptionAsync("CH");
        await customer.Write("why", "Fine.");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(customer.Page.Url, Does.Contain($"/s/{survey}/thanks?lang=en"));
        await customer.Page.ReloadAsync();
        Assert.That(await _service.ResponsesStored(survey), Is.EqualTo(1));
        await customer.Picture("nojs-thanks");
        await customer.IsQuiet();
    }

    [Test]
    public async Task One_question_a_screen_goes_forward_and_back_and_an_error_takes_the_focus()
    {
        var survey = await _service.PublishPage(PageSurveys.OfCustomers, "plain-steps");
        await using var customer = await Respondent.With(_service, script: false, width: 390);
        await customer.Open($"/s/{survey}?view=steps&lang=en");
        await customer.Button("Next").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".summary")).ToBeFocusedAsync();
        await customer.Picture("nojs-steps-error");
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "Please answer this question", Exact = false }).ClickAsync();
        await Assertions.Expect(customer.Page.Locator("input[name='answers.clean']").First).ToBeFocusedAsync();
        await customer.Choose("clean", "5");
        await customer.Button("Next").ClickAsync();
        await Assertions.Expect(customer.Page.Locator(".progress")).ToContainTextAsync("Question 2 of 6");
        await Assertions.Expect(customer.Page.Locator("#here")).ToBeFocusedAsync();
        await customer.Choose("nps", "10");
        await customer.Picture("nojs-steps-2");
        await customer.Button("Back").ClickAsync();
        await Assertions.Expect(customer.Page.Locator("input[name='answers.clean'][value='5']")).ToBeCheckedAsync();
        for (var i = 0; i < 5; i++) await customer.Button("Next").ClickAsync();
        await customer.Write("why", "Good");
        await customer.Button("Send answers").ClickAsync();
        await Assertions.Expect(customer.Heading("Thank you")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(survey), Is.EqualTo(1));
        await customer.IsQuiet();
    }

    [Test]
    public async Task An_employee_sees_the_receipt_keeps_it_over_a_reload_and_takes_the_answers_back()
    {
        var survey = await _service.PublishPage(PageSurveys.OfEmployees, "plain-pulse");
        await using var employee = await Respondent.With(_service, script: false, locale: "de-DE");
        await employee.Open($"/s/{survey}");
        await Assertions.Expect(employee.Page.Locator(".notice")).ToContainTextAsync("mindestens 10 Menschen");
        await employee.Picture("employee-de");
        await employee.Choose("kept", "6");
        await employee.Button("Antworten senden").ClickAsync();
        var receipt = await employee.Page.Locator(".receipt p > code").InnerTextAsync();
        Assert.That(Guid.TryParse(receipt, out _));
        Assert.That(employee.Requests, Is.All.Not.Contains(receipt), "Addresses are written into logs.");
        await employee.Picture("employee-thanks");
        await employee.Page.ReloadAsync();
        await Assertions.Expect(employee.Page.Locator(".receipt p > code")).ToHaveTextAsync(receipt);
        Assert.That(await _service.ResponsesStored(survey), Is.EqualTo(1));
        await employee.Button("Meine Antworten zurücknehmen").ClickAsync();
        await Assertions.Expect(employee.Heading("Ihre Antworten sind gelöscht")).ToBeVisibleAsync();
        Assert.That(await _service.ResponsesStored(survey), Is.Zero);
        Assert.That(employee.Requests, Is.All.Not.Contains(receipt));
        await employee.IsQuiet();
    }
}
