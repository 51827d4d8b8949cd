using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Pages;

/// <summary>Answering on a survey's page without script: every kind of question, once, whatever is clicked twice.</summary>
public sealed class AnsweringOnAPage(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task Every_kind_of_answer_arrives_and_what_was_left_is_null()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}?about.channel=mail&about.boardingArea=B&invitedOn=2026-11-19&lang=en");
        var sent = await page.Send("send", ("answers.nps", "0"), ("answers.used", "lounge"), ("answers.why", "One\r\ntwo <b>& \"three\""));
        Assert.That(sent.Status, Is.EqualTo(303), sent.Text);
        var stored = await Service.Exported(survey);
        Assert.Multiple(() =>
        {
            Assert.That((string?)stored["id"], Is.EqualTo(page.Field("id")));
            Assert.That(stored["answers"]!.ToJsonString(), Does.Contain("\"clean\":null").And.Contain("\"nps\":0").And.Contain("\"used\":[\"lounge\"]"));
            Assert.That((string?)stored["answers"]!["why"], Is.EqualTo("One\ntwo <b>& \"three\""));
            Assert.That(stored["about"]!.ToJsonString(), Is.EqualTo("""{"boardingArea":"B","channel":"mail"}"""));
            Assert.That((int?)stored["delay"], Is.EqualTo(2));
            Assert.That((string?)stored["language"], Is.EqualTo("en"));
            Assert.That((bool?)stored["isTest"], Is.False);
        });
    }

    [Test]
    public async Task Customers_are_led_on_to_thanks_in_their_language()
    {
        var survey = await Service.Publish(SomePages.Of("en", "de"));
        var sent = await (await Page.Open(Service, $"/s/{survey}", "de-AT,de;q=0.9,en;q=0.5")).Send("send", ("answers.why", "Gut"));
        Assert.That(sent.Status, Is.EqualTo(303));
        var thanks = await sent.Follow();
        Assert.That(thanks.Status, Is.EqualTo(200));
        Assert.That(thanks.Text, Does.Contain("Vielen Dank").And.Contain("Thanks de").And.Not.Contain((await Service.Exported(survey))["id"]!.ToString()));
        Assert.That((string?)(await Service.Exported(survey))["language"], Is.EqualTo("de"));
    }

    [Test]
    public async Task A_response_is_stored_once_however_often_the_form_is_sent()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.Send("send", ("answers.nps", "9"))));
        Assert.That(sent.Select(s => s.Status), Is.All.EqualTo(303));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_goes_back_changes_an_answer_and_sends_again_is_asked_and_replaces_it()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        await page.Send("send", ("answers.nps", "2"), ("answers.why", "Bad"));
        var changed = await page.Send("send", ("answers.nps", "9"), ("answers.why", "Bad"));
        Assert.That(changed.Status, Is.EqualTo(409));
        Assert.That(changed.Text, Does.Contain("You have already sent answers from this page").And.Contain("Replace my earlier answers").And.Contain("Keep the earlier answers"));
        Assert.That(changed.Field("replaces"), Is.EqualTo(page.Field("id")));
        Assert.That((int?)(await Service.Exported(survey))["answers"]!["nps"], Is.EqualTo(2), "Nothing changes unasked.");
        Assert.That((await changed.Send("send")).Status, Is.EqualTo(303));
        Assert.That((await changed.Send("send")).Status, Is.EqualTo(303), "Sent twice it is replaced once.");
        var stored = await Service.Exported(survey);
        Assert.That((int?)stored["answers"]!["nps"], Is.EqualTo(9));
        Assert.That((string?)stored["answers"]!["why"], Is.EqualTo("Bad"));
        Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Earlier_answers_stay_until_those_that_replace_them_are_stored()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var (first, second) = (await Page.Open(Service, $"/s/{survey}"), await Page.Open(Service, $"/s/{survey}"));
        await first.Send("send", ("answers.nps", "2"));
        await second.Send("send", ("answers.nps", "3"));
        Assert.That((await second.Send("send", ("answers.nps", "9"), ("replaces", first.Field("id")))).Status, Is.EqualTo(409));
        Assert.That((await first.Send("send", ("answers.nps", "2"), ("replaces", first.Field("id")))).Status, Is.EqualTo(303));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(2));
    }

    [Test]
    public async Task A_value_that_a_dimension_can_learn_no_more_costs_no_answer()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        await Service.Store(survey, Enumerable.Range(0, Feedback.Api.Catalogue.Names.MaximumValues).Select(i => new JsonObject { ["about"] = new JsonObject { ["channel"] = $"made-up-{i}" }, ["answers"] = new JsonObject { ["nps"] = 5 } }));
        var page = await Page.Open(Service, $"/s/{survey}?about.channel=real&about.boardingArea=A");
        Assert.That((await page.Send("send", ("answers.nps", "9"))).Status, Is.EqualTo(303));
        Assert.That(await Service.Number("select count(*) from response r where r.cohort in (select cohort from cohort_value where dimension = 'boardingArea') and r.survey = (select id from survey where survey_key = @survey)", new { survey }), Is.EqualTo(1));
    }

    [Test]
    public async Task Answers_that_were_taken_back_do_not_come_back_when_a_page_is_loaded_again()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        var thanks = await page.Send("send", ("answers.capability", "5"));
        Assert.That((await thanks.Post($"{survey}/erase", [KeyValuePair.Create("id", page.Field("id")!)])).Text, Does.Contain("Your answers are gone"));
        var again = await page.Send("send", ("answers.capability", "5"));
        Assert.That(again.Text, Does.Contain("You took these answers back").And.Contain("Nothing was stored"));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task One_question_a_screen_keeps_earlier_answers_and_stores_at_the_end_alone()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}?view=steps&about.channel=qr");
        Assert.That(page.Text, Does.Contain("Question 1 of 4").And.Contain("<progress").And.Contain("value=\"1\""));
        var second = await page.Send("next", ("answers.clean", "4"));
        Assert.That(second.Text, Does.Contain("Question 2 of 4"));
        var first = await second.Send("back", ("answers.nps", "7"));
        Assert.That(first.Text, Does.Contain("Question 1 of 4"));
        Assert.That(first.Field("answers.clean"), Is.EqualTo("4"));
        var third = await (await first.Send("next")).Send("next");
        var last = await third.Send("next", ("answers.used", "wifi"));
        Assert.That(last.Text, Does.Contain("Question 4 of 4"));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
        Assert.That((await last.Send("send", ("answers.why", "Fine"))).Status, Is.EqualTo(303));
        Assert.That((await Service.Exported(survey))["answers"]!.ToJsonString(), Is.EqualTo("""{"clean":4,"nps":7,"used":["wifi"],"why":"Fine"}"""));
    }

    [Test]
    public async Task Sending_before_the_last_screen_only_turns_it()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await (await Page.Open(Service, $"/s/{survey}?view=steps")).Send("send", ("answers.clean", "4"));
        Assert.That(page.Status, Is.EqualTo(200));
        Assert.That(page.Text, Does.Contain("Question 2 of 4"));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task Another_language_and_another_view_keep_what_was_given()
    {
        var definition = Some.CustomerSurvey().Opened();
        definition["title"] = new JsonObject { ["en"] = "Airport", ["de"] = "Flughafen" };
        var survey = await Service.Publish(definition);
        var page = await Page.Open(Service, $"/s/{survey}?lang=en&test=true");
        var german = await page.Send("lang:de", ("answers.clean", "2"), ("answers.used", "lounge"), ("answers.why", "Because"));
        Assert.That(german.Text, Does.Contain("lang=\"de\" dir=\"ltr\">").And.Contain("Flughafen").And.Contain("Antworten senden"));
        var steps = await german.Send("view:steps");
        Assert.That(steps.Text, Does.Contain("Frage 1 von 4"));
        foreach (var name in (string[])["id", "answers.clean", "answers.used", "answers.why", "test"]) Assert.That(steps.Field(name), Is.EqualTo(name switch { "id" => page.Field("id"), "answers.clean" => "2", "answers.used" => "lounge", "test" => "true", _ => "Because" }), name);
        Assert.That((await (await steps.Send("view:all")).Send("send")).Status, Is.EqualTo(303));
        var stored = await Service.Exported(survey);
        Assert.That((string?)stored["language"], Is.EqualTo("de"));
        Assert.That((bool?)stored["isTest"], Is.True);
    }

    [Test]
    public async Task Answers_mean_the_version_that_was_shown()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        var later = Some.CustomerSurvey().Opened();
        later["items"]!.AsArray().RemoveAt(1);
        await Service.Publish(later, survey);
        Assert.That((await page.Send("send", ("answers.nps", "8"))).Status, Is.EqualTo(303));
        var stored = await Service.Exported(survey);
        Assert.That((int?)stored["version"], Is.EqualTo(1));
        Assert.That((int?)stored["answers"]!["nps"], Is.EqualTo(8));
    }
}
