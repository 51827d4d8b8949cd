namespace Feedback.Api.Tests.Pages;

/// <summary>With the receipt, and only with it, answers are taken back on a page, without a key.</summary>
public sealed class TakingAnswersBack(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task The_receipt_takes_answers_back_also_later_and_when_the_survey_is_closed()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        await page.Send("send", ("answers.capability", "5"), ("answers.why", "Secret"));
        await Service.Admin.Post($"/v1/surveys/{survey}/close", new System.Text.Json.Nodes.JsonObject()).Body();
        var closed = await Page.Open(Service, $"/s/{survey}");
        Assert.That(closed.Text, Does.Contain($"href=\"{survey}/erase\""));
        var form = await Page.Open(Service, $"/s/{survey}/erase");
        var gone = await Sent(form, page.Field("id")!);
        Assert.That(gone.Status, Is.EqualTo(200));
        Assert.That(gone.Text, Does.Contain("Your answers are gone"));
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
        Assert.That((await Sent(form, page.Field("id")!)).Text, Does.Contain("Your answers are gone"), "Twice is once.");
    }

    [Test]
    public async Task What_was_published_before_stays_and_the_page_says_so()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var responses = Enumerable.Range(0, 12).Select(_ => Some.EmployeeResponse()).ToList();
        foreach (var response in responses) response["answeredAt"] = "2026-10-05T10:00:00Z";
        await Service.Store(survey, responses);
        await Service.Release("2026-10");
        var gone = await Sent(await Page.Open(Service, $"/s/{survey}/erase"), (string)responses[0]["id"]!);
        Assert.That(gone.Text, Does.Contain("They were counted in figures that were published before; those stay as they are"));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(11));
    }

    [Test]
    public async Task Another_number_takes_nothing_back()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var form = await Page.Open(Service, $"/s/{survey}/erase?lang=de");
        var wrong = await Sent(form, "not a receipt");
        Assert.That(wrong.Status, Is.EqualTo(400));
        Assert.That(wrong.Text, Does.Contain("Das ist keine Quittung.").And.Contain("aria-invalid=\"true\" autofocus").And.Contain("value=\"not a receipt\""));
        var unknown = await Sent(form, Guid.NewGuid().ToString());
        Assert.That(unknown.Status, Is.EqualTo(404));
        Assert.That(unknown.Text, Does.Contain("keine Antworten auf diese Umfrage"));
    }

    [Test]
    public async Task Answers_to_another_survey_stay_where_they_are()
    {
        var (survey, other) = (await Service.Publish(Some.EmployeeSurvey().Opened()), await Service.Publish(Some.EmployeeSurvey().Opened()));
        var page = await Page.Open(Service, $"/s/{survey}");
        await page.Send("send", ("answers.capability", "5"));
        Assert.That((await Sent(await Page.Open(Service, $"/s/{other}/erase"), page.Field("id")!)).Status, Is.EqualTo(404));
        var replaced = await (await Page.Open(Service, $"/s/{other}")).Send("send", ("answers.capability", "1"), ("replaces", page.Field("id")));
        Assert.That(replaced.Status, Is.EqualTo(200));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_website_cannot_take_anything_back()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}");
        await page.Send("send", ("answers.capability", "5"));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/s/{survey}/erase") { Content = new FormUrlEncodedContent([KeyValuePair.Create("id", page.Field("id")!)]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.That((int)(await Service.Nobody.SendAsync(request)).StatusCode, Is.EqualTo(403));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
    }

    private static Task<Page> Sent(Page form, string receipt) => form.Post(form.Answer.RequestMessage!.RequestUri!.AbsolutePath, [.. form.Fields.Where(f => f.Key != "id"), KeyValuePair.Create("id", receipt)]);
}
