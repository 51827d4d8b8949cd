namespace Feedback.Api.Tests.Pages;

/// <summary>Surveys for invited people, on their page: by a link with a code, or with a code that is typed in.</summary>
public sealed class AnsweringWithACode(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(SomePages.WithCodes());

    [Test]
    public async Task A_link_with_a_code_asks_for_none_and_is_used_once()
    {
        var code = await Service.Code(_survey);
        var page = await Page.Open(Service, $"/s/{_survey}?code={code}");
        Assert.That(page.Text, Does.Not.Contain("id=\"code\"").And.Not.Contain($"action=\"{_survey}?"), "Addresses that are posted to hold no code.");
        Assert.That((await page.Send("send", ("answers.capability", "6"))).Text, Does.Contain("Your receipt"));
        Assert.That((await page.Send("send", ("answers.capability", "6"))).Text, Does.Contain("Your receipt"), "The same answers once more are the same response.");
        var second = await (await Page.Open(Service, $"/s/{_survey}?code={code}")).Send("send", ("answers.capability", "2"), ("answers.why", "Kept"));
        Assert.That(second.Status, Is.EqualTo(409));
        Assert.That(second.Text, Does.Contain("This invitation code has been used before.").And.Contain("id=\"code\"").And.Contain("aria-describedby=\"code:error code:hint\""));
        Assert.That(second.Field("answers.why"), Is.EqualTo("Kept"));
        Assert.That(second.Field("answers.capability"), Is.EqualTo("2"));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_that_is_missing_or_wrong_is_told_at_its_field_and_mended_there()
    {
        var page = await Page.Open(Service, $"/s/{_survey}");
        Assert.That(page.Text, Does.Contain("id=\"code\"").And.Contain("autocomplete=\"off\""));
        var missing = await page.Send("send", ("answers.capability", "6"));
        Assert.That(missing.Status, Is.EqualTo(400));
        Assert.That(missing.Text, Does.Contain("<a href=\"#code\">").And.Contain("Please enter your invitation code."));
        var wrong = await missing.Send("send", ("code", "ABCD-EFGH"));
        Assert.That(wrong.Status, Is.EqualTo(400));
        Assert.That(wrong.Text, Does.Contain("There is no such invitation code."));
        Assert.That(wrong.Field("code"), Is.EqualTo("ABCD-EFGH"));
        Assert.That((await wrong.Send("send", ("code", $"  {await Service.Code(_survey)} "))).Text, Does.Contain("Your receipt"));
    }

    [Test]
    public async Task One_question_a_screen_the_code_comes_first()
    {
        var page = await Page.Open(Service, $"/s/{_survey}?view=steps");
        var refused = await page.Send("next");
        Assert.That(refused.Status, Is.EqualTo(400));
        var first = await refused.Send("next", ("code", "ABCD"));
        Assert.That(first.Text, Does.Contain("Question 1 of 5"));
        for (var i = 0; i < 4; i++) first = await first.Send("next", ("answers.capability", "6"));
        Assert.That(first.Text, Does.Contain("Question 5 of 5"));
        var wrong = await first.Send("send");
        Assert.That(wrong.Status, Is.EqualTo(400));
        Assert.That(wrong.Field("step"), Is.EqualTo("0"), "Back to where it is mended.");
        Assert.That(wrong.Field("answers.capability"), Is.EqualTo("6"));
    }

    [Test]
    public async Task Nothing_replaces_answers_that_were_given_with_a_code()
    {
        var page = await Page.Open(Service, $"/s/{_survey}?code={await Service.Code(_survey)}");
        await page.Send("send", ("answers.capability", "2"));
        var before = await Service.ResponsesStored(_survey);
        var other = await Page.Open(Service, $"/s/{_survey}?code={await Service.Code(_survey)}");
        await other.Send("send", ("answers.capability", "6"), ("replaces", page.Field("id")));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task Changed_answers_do_not_use_a_code_twice_and_the_receipt_is_offered()
    {
        var page = await Page.Open(Service, $"/s/{_survey}?code={await Service.Code(_survey)}");
        await page.Send("send", ("answers.capability", "6"));
        var changed = await page.Send("send", ("answers.capability", "1"));
        Assert.That(changed.Status, Is.EqualTo(409));
        Assert.That(changed.Text, Does.Contain("an invitation code counts once").And.Contain(page.Field("id")!).And.Contain("Take my answers back"));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task No_address_and_no_log_holds_the_receipt()
    {
        var page = await Page.Open(Service, $"/s/{_survey}?code={await Service.Code(_survey)}");
        var thanks = await page.Send("send", ("answers.capability", "6"));
        Assert.That(thanks.Status, Is.EqualTo(200));
        Assert.That(thanks.Text, Does.Contain($"<code dir=\"ltr\">{page.Field("id")}</code>"));
        Assert.That(thanks.Answer.RequestMessage!.RequestUri!.ToString(), Does.Not.Contain(page.Field("id")!));
        Assert.That(thanks.Answer.Headers.SelectMany(h => h.Value).Concat(Service.Log.Lines), Is.All.Not.Contains(page.Field("id")!));
        Assert.That(Guid.Parse(page.Field("id")!).Version, Is.EqualTo(4), "An id of version 7 would tell the time.");
    }
}
