namespace Feedback.Browser.Tests.Widget;

/// <summary>What the widget does to a page that it is a guest of: nothing that the page forbids, nothing it did not ask for, and no error of its own in it.</summary>
public sealed class KeepingToThemselves
{
    private SamplePages _pages = null!;

    [OneTimeSetUp]
    public async Task StartThePages()
    {
        await Chromium.Browser();
        _pages = await SamplePages.Shared;
    }

    [Test]
    public async Task A_policy_without_styles_inline_scripts_and_markup_from_text_is_kept_from_the_first_look_to_the_thanks()
    {
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{_pages.IntranetKey}\"");
        Assert.That(guest.Requests, Has.Count.EqualTo(2), "Before anybody opens it, nothing but the page and the script is asked for.");
        await Open(guest);
        await guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Idea" }).CheckAsync();
        await guest.Dialog.GetByLabel("What would you like to tell us?").FillAsync("Quiet rooms.");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That(guest.Complaints, Is.Empty);
        string[] hosts = [SamplePages.Origin(_pages.Others), SamplePages.Origin(_pages.Service.Address)];
        Assert.That(guest.Requests.Select(r => new Uri(r.Split(' ')[1]).GetLeftPart(UriPartial.Authority)).Distinct(), Is.SubsetOf(hosts));
        Assert.That(guest.Requests, Has.None.StartsWith("OPTIONS"), "Nothing needs a preflight.");
        Assert.That(await guest.Context.CookiesAsync(), Is.Empty);
        Assert.That(await guest.Stored(), Is.Empty);
        Assert.That(await guest.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('style, [style]'), ...document.querySelector('feedback-widget').shadowRoot.querySelectorAll('style, [style]')].map(e => e.outerHTML)"), Is.Empty);
        Assert.That(await guest.Page.EvaluateAsync<string[]>("() => Object.keys(window).filter(k => /feedback/i.test(k))"), Is.EqualTo((string[])["Feedback"]));
    }

    [Test]
    public async Task The_script_runs_where_the_page_holds_it_to_its_hash()
    {
        await using var guest = await Guest.Begin();
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(Feedback.Api.Http.WidgetScript.Embedded.Plain));
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" integrity=\"sha384-{hash}\" crossorigin=\"anonymous\"");
        await Open(guest);
        Assert.That(guest.Complaints, Is.Empty);
    }

    [TestCase("fb_ingest_wrong", "no-matter", "401 unauthorized")]
    [TestCase(null, "no-such-survey", "404 unknown_survey")]
    public async Task A_wrong_key_or_survey_is_told_on_the_console_and_nothing_is_thrown(string? key, string survey, string message)
    {
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{key ?? _pages.ShopKey}\" data-survey=\"{survey}\"");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("This does not work just now.");
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await guest.Picture("failed");
        Assert.That(guest.Complaints, Has.Exactly(1).StartsWith("error: Feedback: ").And.Exactly(1).Contains(message));
        Assert.That(guest.Complaints, Has.All.StartsWith("error: "), "Nothing was thrown.");
        Assert.That(await guest.Page.EvaluateAsync<bool>("() => Feedback.open()"), Is.False);
    }

    [Test]
    public async Task A_page_of_an_origin_that_no_key_lists_is_refused_and_the_person_is_told()
    {
        await using var guest = await Guest.Begin();
        var page = _pages.Serve($"<!doctype html><title>Elsewhere</title><link rel=\"icon\" href=\"data:,\"><script src=\"{_pages.Service.Address}widget.js\" data-key=\"{_pages.ShopKey}\" async></script>", SomePage.Policy(_pages.Service.Address));
        await guest.Page.GotoAsync(page.ToString().Replace("127.0.0.1", "localhost"));
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("This does not work just now.");
        Assert.That(guest.Complaints, Has.Some.Contains("no living key lists http://localhost:"));
        Assert.That(guest.Complaints, Has.All.StartsWith("error: "));
    }

    [Test]
    public async Task An_origin_that_lost_its_place_while_somebody_wrote_keeps_the_words()
    {
        await using var guest = await Guest.Begin();
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\"");
        await Open(guest);
        await guest.Context.RouteAsync("**/v1/feedback?**", route => route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            Body = """{"code":"forbidden_origin","status":403}""",
        }));
        await guest.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Idea" }).CheckAsync();
        await guest.Dialog.GetByLabel("What would you like to tell us?").FillAsync("Kept.");
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("It could not be sent yet. It waits in this browser")).ToBeVisibleAsync();
        Assert.That(await guest.Stored(), Has.Exactly(1).StartsWith("feedback:wait:"));
        Assert.That(guest.Complaints, Has.All.Contains("403"));
    }

    [Test]
    public async Task Calls_made_before_the_script_is_there_are_carried_out_and_events_are_told()
    {
        await using var guest = await Guest.Begin();
        var survey = await _pages.Service.Publish(SomePage.EveryKind());
        await guest.Context.AddInitScriptAsync("window.heard = []; window.Feedback = { q: [['on', 'stored', e => heard.push(e)], ['on', 'open', () => { throw new Error('of the page') }], ['on', 'close', e => heard.push(e)], ['identify', 'crm-1'], ['about', { channel: 'app' }], ['open'], ['nonsense']] }");
        await guest.Visit(_pages, $"data-key=\"{_pages.ShopKey}\" data-survey=\"{survey}\" data-open=\"none\"");
        await guest.Dialog.GetByLabel("3", new() { Exact = true }).First.CheckAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        await guest.Page.EvaluateAsync("() => Feedback.close()");
        await Assertions.Expect(guest.Dialog).ToHaveCountAsync(0);
        var heard = await guest.Page.EvaluateAsync<System.Text.Json.JsonElement>("() => heard");
        Assert.That(heard.EnumerateArray().Select(e => e.GetProperty("event").GetString()), Is.EqualTo((string[])["stored", "close"]));
        Assert.That(heard[0].GetProperty("id").GetGuid(), Is.Not.EqualTo(Guid.Empty));
        var row = (await _pages.Exported(survey)).Single();
        Assert.That((string?)row["about"]!["channel"], Is.EqualTo("app"));
        Assert.That(await _pages.Service.Number("select count(*) from response r join survey s on s.id = r.survey where s.survey_key = @survey and respondent is not null", new { survey }), Is.EqualTo(1));
        Assert.That(guest.Complaints, Has.Exactly(2).Items, "A listener that fails and a call that is none are told, and break nothing.");
        Assert.That(await guest.Page.EvaluateAsync<string>("() => Feedback.version"), Does.Match(@"^\d+\.\d+\.\d+$"));
    }

    [Test]
    public async Task An_employee_is_never_identified_and_the_page_is_not_told_the_receipt()
    {
        await using var guest = await Guest.Begin();
        var survey = await _pages.Service.Publish(SomePage.OpenPulse());
        await guest.Context.AddInitScriptAsync("window.heard = []; window.Feedback = { q: [['on', 'stored', e => heard.push(e)]] }");
        await guest.Visit(_pages, $"data-key=\"{_pages.IntranetKey}\" data-survey=\"{survey}\"");
        await Open(guest);
        var refusal = await guest.Page.EvaluateAsync<string>("() => Feedback.identify('ada@example.org').then(() => 'taken', e => e.message)");
        Assert.That(refusal, Does.Contain("customers only"));
        await guest.Dialog.GetByLabel("2").CheckAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByText("Your feedback is stored.")).ToBeVisibleAsync();
        Assert.That(await guest.Page.EvaluateAsync<string>("() => JSON.stringify(heard)"), Is.EqualTo($$"""[{"event":"stored","name":"{{survey}}","survey":"{{survey}}"}]"""));
        Assert.That(string.Join('\n', guest.Requests), Does.Not.Contain("ada"));
        Assert.That(guest.Complaints, Is.Empty);
    }

    [Test]
    public async Task Employees_read_what_becomes_of_their_answer_before_they_send_it()
    {
        await using var guest = await Guest.Begin();
        var survey = await _pages.Service.Publish(SomePage.OpenPulse());
        await guest.Visit(_pages, $$"""data-key="{{_pages.IntranetKey}}" data-survey="{{survey}}" data-about='{"site":"north"}' data-invited-on="2026-11-02" """);
        await Open(guest);
        await Assertions.Expect(guest.Dialog.Locator(".notice li")).ToHaveTextAsync([
            "Stored: your answers, the day, the language, site: north, invitedOn: 2026-11-02.",
            "Not stored: your name, account, network address, device, cookies or the time of day.",
            "Results are shown only for groups of at least 12 people.",
            "Anybody with this address can answer, more than once.",
            "Whoever runs the database can read single answers: give no names."]);
        await guest.Page.EvaluateAsync("() => Feedback.about({ site: 'south' })");
        await Assertions.Expect(guest.Dialog.Locator(".notice li").First).ToContainTextAsync("site: south");
    }

    [Test]
    public async Task Two_tags_are_two_widgets_and_a_tag_without_a_key_is_none()
    {
        await using var guest = await Guest.Begin();
        var survey = await _pages.Service.Publish(SomePage.EveryKind());
        await guest.Visit(_pages, [$"data-key=\"{_pages.ShopKey}\"", $"data-key=\"{_pages.ShopKey}\" data-name=\"survey\" data-survey=\"{survey}\" data-position=\"start\" data-texts='{{\"button\":\"Survey\"}}'", "data-key", $"data-key=\"{_pages.ShopKey}\" data-open=\"inline\" data-target=\"#nowhere\""]);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Survey" }).ClickAsync();
        await Assertions.Expect(guest.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Your visit" })).ToBeVisibleAsync();
        await guest.Picture("start");
        await guest.Page.Keyboard.PressAsync("Escape");
        await Open(guest);
        await Assertions.Expect(guest.Widget).ToHaveCountAsync(2);
        Assert.That(guest.Complaints, Has.Exactly(2).Items.And.Some.Contains("data-key").And.Some.Contains("data-target"));
        await guest.Page.EvaluateAsync("() => { Feedback.remove('feedback'); Feedback.add({ key: 'k', name: 'survey', open: 'none' }); }");
        await Assertions.Expect(guest.Widget).ToHaveCountAsync(1);
    }

    private static async Task Open(Guest guest)
    {
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Feedback" }).ClickAsync();
        await guest.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send" }).WaitForAsync();
    }
}
