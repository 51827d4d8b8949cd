using Feedback.Api.Demo;

namespace Feedback.Browser.Tests.Widget;

/// <summary>People answer on the sample pages, which are of another origin than the service and have a strict policy; what they said is in the store.</summary>
public sealed class PostingFromPages
{
    private SamplePages _pages = null!;

    [OneTimeSetUp]
    public async Task StartThePages()
    {
        await Chromium.Browser();
        _pages = await SamplePages.Start();
    }

    [OneTimeTearDown]
    public async Task StopThePages()
    {
        if (_pages is not null) await _pages.DisposeAsync();
    }

    [Test]
    public async Task A_customer_says_something_in_the_small_form()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/shop");
        await guest.Picture("shop");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback", Exact = true }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Feedback" })).ToBeVisibleAsync();
        await guest.Picture("small-empty");
        await guest.Dialog.GetByLabel("Praise").CheckAsync();
        await guest.Dialog.GetByLabel("What would you like to tell us?").FillAsync("Card and app came together, that was quick.");
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "How was it on the whole?" }).GetByLabel("5").CheckAsync();
        await guest.Picture("small-filled");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your feedback is stored.");
        await guest.Picture("small-stored");
        Assert.That(guest.Complaints, Is.Empty);
        Assert.That(await _pages.Service.ResponsesStored("_feedback-customer"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_employee_answers_the_pulse()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/intranet?code=" + await _pages.Code());
        await Assertions.Expect(guest.Page.GetByText("Before you send")).ToBeVisibleAsync();
        await guest.Picture("pulse-first");
        for (var i = 0; i < 23; i++)
        {
            if (i != 1) await guest.Page.GetByRole(AriaRole.Radio, new() { Name = "4", Exact = true }).CheckAsync();
            await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
        }
        await guest.Picture("pulse-last");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await guest.Picture("pulse-stored");
        Assert.That(guest.Complaints, Is.Empty);
        Assert.That(await _pages.Service.ResponsesStored(DemoSurveys.Employees), Is.EqualTo(1));
    }
}
