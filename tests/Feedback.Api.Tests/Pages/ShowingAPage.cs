using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Pages;

/// <summary>What a survey's page shows, to whom, in which language, and what its headers forbid.</summary>
public sealed partial class ShowingAPage(string engine) : ServiceFixture(engine)
{
    private const string Hostile = "<script>alert(1)</script>\"'&amp; \u202egnp.exe </textarea><b onload=x>";

    [Test]
    public async Task Only_surveys_that_were_opened_have_one_and_all_others_look_the_same()
    {
        var unopened = await Service.Publish(Some.CustomerSurvey());
        var withdrawn = await Service.Publish(Some.CustomerSurvey().Opened());
        Assert.That((await Page.Open(Service, $"/s/{withdrawn}")).Status, Is.EqualTo(200));
        await Service.Publish(Some.CustomerSurvey(), withdrawn);
        var pages = new List<string>();
        foreach (var key in (string[])[unopened, withdrawn, "never-published", "_feedback-employee", "no%20name"])
        {
            foreach (var path in (string[])["", "/thanks", "/erase"])
            {
                var page = await Page.Open(Service, $"/s/{key}{path}");
                Assert.That(page.Status, Is.EqualTo(404), key + path);
                pages.Add(page.Text.Replace("../", ""));
            }
        }
        Assert.That(pages.Distinct().Count(), Is.EqualTo(1));
        Assert.That(pages[0], Does.Contain("There is no survey here"));
    }

    [Test]
    public async Task A_closed_survey_says_so_and_takes_nothing()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var open = await Page.Open(Service, $"/s/{survey}");
        await Service.Admin.Post($"/v1/surveys/{survey}/close", new JsonObject()).Body();
        foreach (var page in (Page[])[await Page.Open(Service, $"/s/{survey}", "fr"), await open.Send("send", ("answers.nps", "9"))])
        {
            Assert.That(page.Status, Is.EqualTo(409));
            Assert.That(page.Text, Does.Contain("This survey is closed").Or.Contain("Cette enquête est close"));
        }
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task Texts_of_a_survey_are_never_markup()
    {
        // A value that turns the direction is no value.
        var value = Hostile.Replace("\u202e", "", StringComparison.Ordinal);
        var definition = Some.CustomerSurvey().Opened();
        foreach (var field in (string[])["title", "description", "thanks"]) definition[field] = Hostile;
        foreach (var item in definition["items"]!.AsArray()) item!["text"] = Hostile;
        definition["items"]![0]!["labels"] = new JsonObject { ["1"] = Hostile };
        definition["items"]![2]!["options"]![0]!["text"] = Hostile;
        var survey = await Service.Publish(definition);
        var page = await Page.Open(Service, $"/s/{survey}?about.channel={Uri.EscapeDataString(value)}");
        Assert.That(page.Status, Is.EqualTo(200), page.Text);
        var refused = await page.Send("send", ("answers.why", Hostile), ("answers.clean", Hostile));
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Field("answers.why"), Is.EqualTo(Hostile));
        Assert.That(refused.Field("about.channel"), Is.EqualTo(value));
        foreach (var shown in (Page[])[page, refused, await Page.Open(Service, $"/s/{survey}/thanks"), await Page.Open(Service, $"/s/{survey}?view=steps")])
        {
            Assert.That(ScriptPattern().Count(shown.Text), Is.EqualTo(1), "The page's own.");
            Assert.That(shown.Text, Does.Not.Contain("<b onload").And.Not.Contain("\"'&"));
            Assert.That(InlinePattern().IsMatch(ValuePattern().Replace(shown.Text, "")), Is.False, "Nothing inline.");
        }
        Assert.That(page.Title, Is.EqualTo(Hostile));
    }

    [TestCase(null, "de-CH,de;q=0.8", "de", "Title de", "Antworten senden")]
    [TestCase(null, "fr;q=0.9, de;q=0.95", "de", "Title de", "Antworten senden")]
    [TestCase(null, "it, fr", "en", "Title en", "Send answers")]
    [TestCase(null, null, "en", "Title en", "Send answers")]
    [TestCase(null, "de;q=0, en", "en", "Title en", "Send answers")]
    [TestCase(null, ";;;,q=,", "en", "Title en", "Send answers")]
    [TestCase("de-AT", "en", "de", "Title de", "Antworten senden")]
    [TestCase("ar", "en", "ar", "Title ar", "<span lang=\"en\" dir=\"ltr\">Send answers</span>")]
    [TestCase("fi", "de", "de", "Title de", "Antworten senden")]
    public async Task The_language_is_the_one_asked_for_else_the_browsers_else_english(string? asked, string? accepted, string tag, string title, string button)
    {
        var survey = await Service.Publish(SomePages.Of("de", "en", "ar"));
        var page = await Page.Open(Service, $"/s/{survey}{(asked is null ? "" : "?lang=" + asked)}", accepted);
        Assert.That(page.Text, Does.Contain($"<html lang=\"{tag}\" dir=\"{(tag == "ar" ? "rtl" : "ltr")}\">").And.Contain(button));
        Assert.That(page.Title, Is.EqualTo(title));
        Assert.That(page.Answer.Content.Headers.ContentLanguage, Is.EqualTo((string[])[tag]));
        Assert.That(page.Answer.Headers.Vary, Does.Contain("Accept-Language"));
        Assert.That(page.Field("lang"), Is.EqualTo(tag));
    }

    [Test]
    public async Task A_survey_whose_texts_have_no_language_stores_none_unless_somebody_chose()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}", "fr");
        Assert.That(page.Text, Does.Contain("Envoyer les réponses").And.Contain("<h1 tabindex=\"-1\" lang=\"\" dir=\"auto\">Airport survey</h1>"));
        Assert.That(page.Field("lang"), Is.Null);
        Assert.That(page.Text, Does.Not.Contain("lang:"), "There is no other language to choose.");
        Assert.That((await Page.Open(Service, $"/s/{survey}?lang=it")).Text, Does.Contain("<html lang=\"it\"").And.Contain("<h1 tabindex=\"-1\">Airport survey</h1>"));
    }

    [Test]
    public async Task Its_headers_let_nothing_in_from_elsewhere_and_nobody_keep_it()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        foreach (var path in (string[])[$"/s/{survey}", $"/s/{survey}/thanks", $"/s/{survey}/erase", "/s/nothing"])
        {
            var headers = (await Page.Open(Service, path)).Answer.Headers;
            Assert.That(headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
            Assert.That(headers.CacheControl!.ToString(), Is.EqualTo("no-store"));
            Assert.That(headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
            Assert.That(headers.GetValues("X-Robots-Tag").Single(), Does.Contain("noindex"));
            Assert.That(headers.Contains("Set-Cookie"), Is.False);
        }
    }

    [Test]
    public async Task Style_and_script_are_its_own_and_kept_for_ever()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}/thanks");
        var files = FilePattern().Matches(page.Text).Select(m => m.Groups[1].Value).ToList();
        Assert.That(files, Has.Count.EqualTo(2).And.All.StartsWith("../_/survey-"));
        foreach (var file in files)
        {
            var answer = await Service.Nobody.GetAsync(new Uri(page.Answer.RequestMessage!.RequestUri!, file));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(file.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript"));
        }
        Assert.That((await Service.Nobody.GetAsync("/s/_/survey-0000000000.js")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Programs_that_check_links_ask_for_the_head_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var answer = await Service.Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/s/{survey}"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Service.Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/s/nothing"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("en", "at least 10 people", "anybody who has its address can answer")]
    [TestCase("de", "mindestens 10 Menschen", "Wer die Adresse hat, kann antworten")]
    [TestCase("fr", "au moins 10 personnes", "toute personne qui a l’adresse peut répondre")]
    [TestCase("es", "al menos 10 personas", "quien tenga la dirección puede responder")]
    public async Task Employees_are_told_what_is_stored_and_from_how_many_on_something_is_shown(string language, string k, string open)
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var text = (await Page.Open(Service, $"/s/{survey}?lang={language}")).Text;
        Assert.That(text, Does.Contain(k).And.Contain(open).And.Contain("<details class=\"notice\" open>"));
        var coded = (await Page.Open(Service, $"/s/{await Service.Publish(SomePages.WithCodes())}?lang={language}")).Text;
        Assert.That(coded, Does.Contain(k).And.Not.Contain(open));
    }

    [Test]
    public async Task Employees_see_what_their_link_says_about_them()
    {
        await Service.Admin.Put("/v1/units", JsonNode.Parse("""{"units": [{"code": "emea-sales", "name": "Sales EMEA", "headcount": 240}]}""")!).Body();
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        Assert.That((await Page.Open(Service, $"/s/{survey}?about.unit=emea-sales&about.channel=mail")).Text, Does.Contain("what your link says about you (unit: Sales EMEA, channel: mail)"));
        Assert.That((await Page.Open(Service, $"/s/{survey}")).Text, Does.Not.Contain("what your link says"));
    }

    [Test]
    public async Task Each_kind_of_question_has_controls_that_say_what_they_are()
    {
        var definition = Some.CustomerSurvey().Opened().Required();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "slider", ["kind"] = "rating", ["text"] = "Of a hundred?", ["low"] = 0, ["high"] = 100, ["labels"] = new JsonObject { ["100"] = "All" } });
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "where", ["kind"] = "choice", ["text"] = "Where?", ["options"] = new JsonArray([.. Enumerable.Range(1, 13).Select(i => (JsonNode)new JsonObject { ["code"] = $"o{i}", ["text"] = $"Option {i}" })]) });
        var text = (await Page.Open(Service, $"/s/{await Service.Publish(definition)}")).Text;
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("<fieldset role=\"radiogroup\" aria-required=\"true\" aria-labelledby=\"answers.clean:text\">"));
            Assert.That(Regex.Count(text, "type=\"radio\" name=\"answers.clean\""), Is.EqualTo(5), "A required item cannot be left.");
            Assert.That(Regex.Count(text, "type=\"radio\" name=\"answers.nps\""), Is.EqualTo(12), "Eleven points and none.");
            Assert.That(Regex.Count(text, "type=\"checkbox\" name=\"answers.used\""), Is.EqualTo(2));
            Assert.That(text, Does.Contain("inputmode=\"numeric\"").And.Contain("A whole number from 0 to 100. 100: <span lang=\"\" dir=\"auto\">All</span>"));
            Assert.That(Regex.Count(text, "<option value=\"o"), Is.EqualTo(13));
            Assert.That(text, Does.Contain("<label class=\"question\" id=\"answers.why:text\" for=\"answers.why:0\">"));
        });
    }

    [GeneratedRegex("<script")]
    private static partial Regex ScriptPattern();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex ValuePattern();

    [GeneratedRegex("<[^>]* (style|on[a-z]+)=")]
    private static partial Regex InlinePattern();

    [GeneratedRegex("(?:src|href)=\"([^\"]*_/[^\"]+)\"")]
    private static partial Regex FilePattern();
}
