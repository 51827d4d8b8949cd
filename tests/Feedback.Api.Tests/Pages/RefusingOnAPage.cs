using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Pages;

/// <summary>What a survey's page refuses: it says why and where, keeps everything that was given, and stores nothing.</summary>
public sealed class RefusingOnAPage(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey().Opened().Required());

    [Test]
    public async Task Everything_that_is_wrong_is_told_at_once_with_links_to_it_and_every_answer_kept()
    {
        var page = await Page.Open(Service, $"/s/{_survey}?about.channel=mail");
        var refused = await page.Send("send", ("answers.nps", "11"), ("answers.used", "lounge"), ("answers.why", new string('x', 10_001)));
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Title, Is.EqualTo("Error: Airport survey"));
        Assert.That(refused.Text, Does.Contain("3 answers need another look")
            .And.Contain("<a href=\"#answers.clean:0\">").And.Contain("Please answer this question.")
            .And.Contain("<a href=\"#answers.nps:0\">").And.Contain("Please enter a whole number from 0 to 10.")
            .And.Contain("<a href=\"#answers.why:0\">").And.Contain("it has 10,001 characters, and at most 10,000 can be stored")
            .And.Contain("tabindex=\"-1\" autofocus").And.Contain("id=\"answers.clean:0\"")
            .And.Contain("aria-invalid=\"true\" aria-describedby=\"answers.why:error answers.why:hint\""));
        Assert.That(refused.Field("answers.used"), Is.EqualTo("lounge"));
        Assert.That(refused.Field("answers.why"), Has.Length.EqualTo(10_001));
        Assert.That(refused.Field("about.channel"), Is.EqualTo("mail"));
        Assert.That(refused.Field("id"), Is.EqualTo(page.Field("id")));
        Assert.That(await Service.ResponsesStored(_survey), Is.Zero);
    }

    [TestCase("answers.clean", "0")]
    [TestCase("answers.clean", "4.5")]
    [TestCase("answers.clean", "")]
    [TestCase("answers.used", "sauna")]
    public async Task Made_up_answers_are_refused(string name, string value)
    {
        var refused = await (await Page.Open(Service, $"/s/{_survey}")).Send("send", ("answers.clean", "4"), (name, value));
        if (name == "answers.clean") refused = await (await Page.Open(Service, $"/s/{_survey}")).Send("send", (name, value));
        Assert.That(refused.Status, Is.EqualTo(400), refused.Text);
        Assert.That(refused.Text, Does.Contain("One answer needs another look").And.Contain($"#{name}:0"));
    }

    [Test]
    public async Task A_page_without_a_single_answer_is_not_stored()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var refused = await (await Page.Open(Service, $"/s/{survey}")).Send("send", ("answers.why", "  \r\n "));
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Text, Does.Contain("Please answer at least one question."));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task A_screen_is_not_left_while_its_question_needs_an_answer()
    {
        var refused = await (await Page.Open(Service, $"/s/{_survey}?view=steps")).Send("next");
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Text, Does.Contain("Question 1 of 4").And.Contain("Please answer this question."));
    }

    [TestCase("color=red", "color")]
    [TestCase("about.gate=A", "about.gate")]
    [TestCase("about.boardingArea=Z", "about.boardingArea")]
    [TestCase("about.unit=nowhere", "about.unit")]
    [TestCase("about.channel=", "about.channel")]
    [TestCase("about.channel=a&about.channel=b", "about.channel")]
    [TestCase("lang=english!", "lang")]
    [TestCase("view=wizard", "view")]
    [TestCase("invitedOn=yesterday", "invitedOn")]
    [TestCase("test=1", "test")]
    [TestCase("code=ABCD", "code")]
    [TestCase("<script>=1", "?")]
    public async Task A_wrong_link_is_told_at_once_and_by_which_part(string query, string part)
    {
        var page = await Page.Open(Service, $"/s/{_survey}?{query}");
        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Text, Does.Contain("This link is not right").And.Contain($"<code dir=\"ltr\">{part}</code>"));
        Assert.That(page.Text, Does.Not.Contain("nowhere").And.Not.Contain("wizard").And.Not.Contain("yesterday"), "Values are not repeated.");
    }

    [TestCase("id", "7")]
    [TestCase("version", "9")]
    [TestCase("answers.unknown", "1")]
    [TestCase("respondent", "crm-1")]
    [TestCase("about.gate", "A")]
    public async Task Fields_that_no_page_has_are_refused(string name, string value)
    {
        var refused = await (await Page.Open(Service, $"/s/{_survey}")).Send("send", ("answers.clean", "4"), (name, value));
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Text, Does.Contain($"<code dir=\"ltr\">{name}</code>"));
        Assert.That(await Service.ResponsesStored(_survey), Is.Zero);
    }

    [TestCase("Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-site", 403)]
    [TestCase("Origin", "https://elsewhere.example", 403)]
    [TestCase("Sec-Fetch-Site", "same-origin", 303)]
    [TestCase("Origin", "null", 303)]
    public async Task Another_website_cannot_answer(string header, string value, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/s/{_survey}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("answers.clean", "4")]) };
        request.Headers.Add(header, value);
        var answer = await Service.Client(null, new HttpClientHandler { AllowAutoRedirect = false }).SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(status == 303 ? 1 : 0));
    }

    [Test]
    public async Task What_the_server_refuses_is_a_page_too()
    {
        await Refused(await Service.Nobody.PostAsync($"/s/{_survey}", Wire.Text("{}")), HttpStatusCode.UnsupportedMediaType, "That did not work");
        await Refused(await Service.Nobody.PostAsync($"/s/{_survey}", new FormUrlEncodedContent([KeyValuePair.Create("answers.why", new string('x', 800_000))])), HttpStatusCode.RequestEntityTooLarge, "That is too much text");
        await Refused(await Service.Nobody.DeleteAsync($"/s/{_survey}"), HttpStatusCode.MethodNotAllowed, "That did not work");
        await Refused(await Service.Nobody.GetAsync($"/s/{_survey}/elsewhere"), HttpStatusCode.NotFound, "There is no survey here");
    }

    [Test]
    public async Task Codes_of_items_may_differ_in_case_alone()
    {
        var definition = Some.CustomerSurvey().Opened();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "WHY", ["kind"] = "text", ["text"] = "Why, loudly?" });
        var survey = await Service.Publish(definition);
        Assert.That((await (await Page.Open(Service, $"/s/{survey}")).Send("send", ("answers.why", "soft"), ("answers.WHY", "LOUD"))).Status, Is.EqualTo(303));
        Assert.That((await Service.Exported(survey))["answers"]!.ToJsonString(), Does.Contain("\"why\":\"soft\"").And.Contain("\"WHY\":\"LOUD\""));
    }

    [Test]
    public async Task The_page_works_below_an_address_with_a_slash_at_the_end()
    {
        var sent = await (await Page.Open(Service, $"/s/{_survey}/")).Send("send", ("answers.clean", "4"));
        Assert.That(sent.Status, Is.EqualTo(303), sent.Text);
        Assert.That((await sent.Follow()).Text, Does.Contain("Thank you"));
    }

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string title)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"<h1 id=\"here\" tabindex=\"-1\">{title}</h1>"));
    }
}
