using System.Text.Json.Nodes;
using Feedback.Api.Demo;

namespace Feedback.Browser.Tests.Widget;

/// <summary>People answer on pages of another origin than the service's, under a strict policy; what they said is in the store as they said it.</summary>
public sealed class PostingFromPages
{
    private SamplePages _pages = null!;

    [OneTimeSetUp]
    public async Task StartThePages()
    {
        await Chromium.Browser();
        _pages = await SamplePages.Shared;
    }

    [Test]
    public async Task A_customer_says_something_in_the_small_form_of_the_shop()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/shop");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback", Exact = true }).ClickAsync();
        await guest.Picture("small-empty");
        await guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Praise" }).CheckAsync();
        await guest.Dialog.GetByLabel("What would you like to tell us?").FillAsync("Card and app came together.");
        await guest.Picture("small-filled");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your feedback is stored.");
        await guest.Picture("small-stored");
        Assert.That(guest.Complaints, Is.Empty);
        Assert.That(await Feedback("answers", "Card and app came together."), Is.EqualTo((string[])["""{"kind":"praise","rating":null}"""]), "The rating was shown and left.");
        Assert.That(await Feedback("respondent", "Card and app came together."), Has.One.Not.Null, "The shop said who it was.");
    }

    [Test]
    public async Task A_customer_answers_the_survey_after_the_checkout()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/shop");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Answer the survey" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "Waiting time" }).GetByLabel("4").CheckAsync();
        await guest.Picture("survey");
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "How likely are you to recommend Meridian?" }).GetByLabel("9").CheckAsync();
        await guest.Dialog.GetByLabel("What should we know?").FillAsync("The PIN letter was slow.");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That(guest.Complaints, Is.Empty);
        var row = (await _pages.Exported(DemoSurveys.Customers)).Single();
        Assert.That((string?)row["about"]!["channel"], Is.EqualTo("web"));
        Assert.That((string?)row["about"]!["unit"], Is.EqualTo("digital"));
        Assert.That((string?)row["language"], Is.EqualTo("en"));
        var answers = row["answers"]!.AsObject();
        Assert.That(((int?)answers["waiting"], (int?)answers["recommend"], (string?)answers["comment"]), Is.EqualTo((4, 9, "The PIN letter was slow.")));
        Assert.That(answers, Has.Count.EqualTo(DemoSurveys.OfCustomers.Items!.Count), "All items were shown.");
        Assert.That(answers["advice"], Is.Null);
    }

    [Test]
    public async Task An_employee_answers_the_pulse_of_the_intranet_item_by_item()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/intranet?code=" + await _pages.Code());
        await Assertions.Expect(guest.Page.GetByText("Before you send")).ToBeVisibleAsync();
        await guest.Picture("pulse-first");
        for (var i = 0; i < 23; i++)
        {
            if (i != 1) await guest.Page.GetByRole(AriaRole.Radio, new() { Name = "4" }).CheckAsync();
            await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
        }
        await guest.Picture("pulse-last");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await guest.Picture("pulse-stored");
        Assert.That(guest.Complaints, Is.Empty);
        var stored = (await Rows(DemoSurveys.Employees)).Single();
        Assert.That((int?)stored["capability"], Is.EqualTo(4));
        Assert.That(stored.ContainsKey("reliability") && stored["reliability"] is null, "It was shown and left.");
        Assert.That(stored, Has.Count.EqualTo(DemoSurveys.OfEmployees.Items!.Count));
    }

    [Test]
    public async Task An_employee_raises_a_concern_from_the_pages_own_link()
    {
        await using var guest = await Guest.Begin();
        await guest.Open(_pages.Address, "/intranet");
        await guest.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Raise a concern" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Raise a concern" })).ToBeVisibleAsync();
        await guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Concern" }).CheckAsync();
        await guest.Dialog.GetByLabel("What would you like to tell us?").FillAsync("The back door does not lock.");
        await guest.Picture("concern");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That(guest.Complaints, Is.Empty);
        Assert.That(await Feedback("answers", "The back door does not lock."), Is.EqualTo((string[])["""{"kind":"concern","rating":null}"""]));
        Assert.That(await Feedback("respondent", "The back door does not lock."), Is.EqualTo((string?[])[null]));
    }

    [Test]
    public async Task Every_kind_of_item_arrives_and_a_slip_of_the_page_costs_no_answer()
    {
        var survey = await _pages.Service.Publish(SomePage.EveryKind());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $$"""data-key="{{_pages.ShopKey}}" data-survey="{{survey}}" data-open="inline" data-target="#here" data-about-channel="kiosk" data-about='{"area":"Z","desk":"4","unit":"no-such-unit"}'""", "<div id=\"here\"></div>");
        await guest.Page.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff" }).GetByLabel("5").CheckAsync();
        await guest.Page.GetByRole(AriaRole.Radiogroup, new() { Name = "Would you recommend us?" }).GetByLabel("10").CheckAsync();
        await guest.Page.GetByLabel("On foot").CheckAsync();
        await guest.Page.GetByLabel("Wi-Fi").CheckAsync();
        await guest.Page.GetByLabel("Shop").CheckAsync();
        await guest.Page.GetByLabel("Anything else?").FillAsync("Ünïcode, \"quotes\" and <b>markup</b>.");
        await guest.Picture("inline");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByText("The desk reads all of it.")).ToBeVisibleAsync();
        var row = (await _pages.Exported(survey)).Single();
        Assert.That(row["answers"]!.ToJsonString(), Is.EqualTo("""{"how":"foot","nps":10,"staff":5,"used":["wifi","shop"],"why":"\u00DCn\u00EFcode, \u0022quotes\u0022 and \u003Cb\u003Emarkup\u003C/b\u003E."}"""));
        Assert.That(row["about"]!.ToJsonString(), Is.EqualTo("""{"channel":"kiosk"}"""));
        Assert.That(guest.Complaints.Where(c => c.Contains("left out")), Has.Exactly(3).Items, "The developer is told of each.");
    }

    [Test]
    public async Task A_choice_that_was_made_can_be_taken_back()
    {
        var survey = await _pages.Service.Publish(SomePage.EveryKind());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{survey}\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "The staff" }).GetByLabel("2").CheckAsync();
        await guest.Dialog.GetByRole(AriaRole.Radiogroup, new() { Name = "Would you recommend us?" }).GetByLabel("3").CheckAsync();
        var clear = guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Clear" });
        await Assertions.Expect(clear).ToHaveCountAsync(1);
        await clear.ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That((await _pages.Exported(survey)).Single()["answers"]!.ToJsonString(), Is.EqualTo("""{"how":null,"nps":null,"staff":2,"used":null,"why":null}"""));
    }

    [Test]
    public async Task What_was_answered_is_sent_when_the_page_closes_if_the_page_wants_that_and_later_items_are_absent()
    {
        var survey = await _pages.Service.Publish(SomePage.EveryKind());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{survey}\" data-steps=\"one\" data-partial=\"true\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByLabel("3", new() { Exact = true }).CheckAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("2 / 5")).ToBeVisibleAsync();
        await guest.Leave();
        var row = (await Eventually(survey)).Single();
        Assert.That(row.ToJsonString(), Is.EqualTo("""{"nps":null,"staff":3}"""));
    }

    [TestCase("customer", false)]
    [TestCase("employee", true)]
    public async Task Nothing_is_sent_by_closing_the_page_where_an_item_that_has_to_be_answered_is_missing_or_of_employees(string audience, bool isAnswered)
    {
        var survey = await _pages.Service.Publish(audience == "customer" ? SomePage.EveryKind() : SomePage.OpenPulse());
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{(audience == "customer" ? _pages.ShopKey : _pages.IntranetKey)}\" data-survey=\"{survey}\" data-partial=\"true\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Textbox).FillAsync("Begun.");
        if (isAnswered) await guest.Dialog.GetByLabel("3").CheckAsync();
        await guest.Leave();
        await Task.Delay(300);
        Assert.That(guest.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)), Is.Empty);
        Assert.That(await _pages.Service.ResponsesStored(survey), Is.Zero);
    }

    /// <summary>A column of the responses that hold a text.</summary>
    private Task<List<string?>> Feedback(string column, string text) =>
        _pages.Service.Column<string?>($"select r.{column} from response r join comment c on c.response = r.seq where c.text = @text", new { text });

    /// <summary>The packed answers of a survey's responses, texts apart, as the store has them.</summary>
    private async Task<JsonObject[]> Rows(string survey) =>
        [.. (await _pages.Service.Column<string>("select answers from response r join survey s on s.id = r.survey where s.survey_key = @survey and r.erased = 0", new { survey })).Select(a => JsonNode.Parse(a)!.AsObject())];

    private async Task<JsonObject[]> Eventually(string survey)
    {
        for (var i = 0; i < 2_000 && await _pages.Service.ResponsesStored(survey) == 0; i++) await Task.Delay(30);
        return await Rows(survey);
    }
}
