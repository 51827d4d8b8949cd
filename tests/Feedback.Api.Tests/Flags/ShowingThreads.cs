using System.Net;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Flags;

/// <summary>The page on which the sender of a concern reads the answer and writes on, without script.</summary>
public sealed class ShowingThreads(string engine) : ServiceFixture(engine)
{
    private HttpClient _champion = null!;

    [OneTimeSetUp]
    public async Task HaveAnOrganisation()
    {
        await Service.PutTeams();
        _champion = await Service.Champion();
    }

    [Test]
    public async Task The_receipt_leads_to_the_answer_and_stands_in_no_address()
    {
        var id = await Service.Raise("The ramp is blocked.", audience: "customer");
        await _champion.Answer(await _champion.Flag("The ramp is blocked."), "It is free.").Body();
        var asked = await Service.Nobody.GetAsync("/thread");
        var form = await asked.Content.ReadAsStringAsync();
        Assert.That(form, Does.Contain("name=\"id\"").And.Contain("method=\"post\" action=\"thread#here\""));
        var style = Regex.Match(form, "href=\"([^\"]+\\.css)\"").Groups[1].Value;
        Assert.That((int)(await Service.Nobody.GetAsync("/" + style)).StatusCode, Is.EqualTo(200));
        var (status, page) = await Post(("id", $" {id} "), ("go", "show"));
        Assert.That(status, Is.EqualTo(200));
        Assert.That(page, Does.Contain("The ramp is blocked.").And.Contain("It is free.").And.Contain("It was answered."));
        Assert.That(Regex.Matches(page, "(href|src|action)=\"[^\"]*\"").Select(m => m.Value), Has.None.Contains(id.ToString()));
        var answer = await Service.Nobody.PostAsync("/thread", new FormUrlEncodedContent([new("id", id.ToString())]));
        Assert.That((answer.Headers.CacheControl!.NoStore, answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.Location), Is.EqualTo((true, "no-referrer", (Uri?)null)));
        await Assert400($"/thread?id={id}");
        Assert.That(Service.Log.Lines, Has.None.Contains(id.ToString()));
    }

    [Test]
    public async Task What_is_written_on_is_stored_once_and_shown()
    {
        var id = await Service.Raise("Too loud.", audience: "customer");
        var (_, shown) = await Post(("id", id.ToString()));
        var message = Regex.Match(shown, "name=\"message\" value=\"([^\"]+)\"").Groups[1].Value;
        for (var i = 0; i < 2; i++)
        {
            var (status, page) = await Post(("id", id.ToString()), ("message", message), ("text", "Also at night.\r\nCall 030 1234567."), ("go", "send"));
            Assert.That(status, Is.EqualTo(200));
            Assert.That(page, Does.Contain("Also at night.\nCall [phone].").And.Contain("Sent."));
        }
        Assert.That((await Service.Ingest.GetAsync(Raising.Thread(id)).Body()).Lines().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_text_is_never_markup()
    {
        const string text = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> \u202eevil\u0000";
        var id = await Service.Raise(text, audience: "customer");
        var (_, page) = await Post(("id", id.ToString()), ("text", text), ("go", "send"));
        Assert.That(page, Does.Not.Contain("<script>alert").And.Not.Contain("<img").And.Contain("&lt;script&gt;"));
        var (status, again) = await Post(("id", "\"><script>alert(1)</script>"));
        Assert.That(status, Is.EqualTo(400));
        Assert.That(again, Does.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task What_cannot_be_stored_comes_back_with_the_text()
    {
        var id = await Service.Raise("Long story.", audience: "customer");
        var (status, page) = await Post(("id", id.ToString()), ("text", new string('x', 10_001)), ("go", "send"));
        Assert.That((status, page.Contains(new string('x', 10_001))), Is.EqualTo((400, true)));
        (status, page) = await Post(("id", id.ToString()), ("text", " "), ("go", "send"));
        Assert.That((status, page.Contains("Please write something.")), Is.EqualTo((400, true)));
    }

    [Test]
    public async Task An_unknown_receipt_is_told_so_in_the_browsers_language()
    {
        foreach (var (language, text) in new[] { ("de-CH", "Unter dieser Quittung"), ("fr", "Aucun signalement"), ("es", "Con este recibo"), ("nl", "There is no concern") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/thread") { Content = new FormUrlEncodedContent([new("id", Guid.NewGuid().ToString())]), Headers = { { "Accept-Language", language } } };
            var answer = await Service.Nobody.SendAsync(request);
            Assert.That((int)answer.StatusCode, Is.EqualTo(404));
            Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain(text));
        }
    }

    [Test]
    public async Task The_concern_is_taken_back_with_its_thread_and_no_other_response_is()
    {
        var id = await Service.Raise("Forget this.", "desk");
        Assert.That((await Post(("id", id.ToString()), ("go", "erase"))).Status, Is.EqualTo(200));
        Assert.That((await Post(("id", id.ToString()))).Status, Is.EqualTo(404));
        await Service.Ingest.GetAsync(Raising.Thread(id)).Problem(404, "unknown_thread");
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        await Service.Submit(survey, response).Body(201);
        Assert.That((await Post(("id", (string)response["id"]!), ("go", "erase"))).Status, Is.EqualTo(404));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_another_website_sends_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/thread") { Content = new FormUrlEncodedContent([new("id", Guid.NewGuid().ToString())]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        var answer = await Service.Nobody.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    private async Task Assert400(string path) => Assert.That((int)(await Service.Nobody.GetAsync(path)).StatusCode, Is.EqualTo(400));

    private async Task<(int Status, string Page)> Post(params (string Name, string Value)[] fields)
    {
        var answer = await Service.Nobody.PostAsync("/thread", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return ((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace("&#xA;", "\n"));
    }
}
