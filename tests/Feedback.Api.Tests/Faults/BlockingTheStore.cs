using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Ingest;
using Feedback.Api.Tests.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Faults;

/// <summary>A store that takes no work: senders are turned away in time, and what was taken is stored when it does again.</summary>
[Category("Faults")]
public sealed class BlockingTheStore(string engine) : ServiceFixture(engine)
{
    private const int Capacity = 4, Senders = 40;

    private string _survey = "";

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new Inbox(Capacity));

    [SetUp]
    public async Task Publish()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The lock of the one writer is SQLite's.");
        _survey = await Service.Publish(Some.CustomerSurvey());
    }

    [Test]
    public async Task A_full_inbox_turns_away_and_loses_nothing()
    {
        var responses = Enumerable.Range(0, Senders).Select(_ => Some.Response()).ToList();
        List<Task<HttpResponseMessage>> posts;
        await using (await Lock())
        {
            posts = [.. responses.Select(r => Service.Submit(_survey, r))];
            while (posts.Count(p => p.IsCompleted) < Senders / 2) await Task.Delay(10);
            foreach (var post in posts.Where(p => p.IsCompleted)) await AssertTurnedAway(await post, "busy");
        }
        var answers = await Task.WhenAll(posts);
        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.GreaterThanOrEqualTo(Capacity * 3 / 4), "One sender may fill three quarters.");
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(answers.Count(a => a.StatusCode == HttpStatusCode.Created)));
        await AssertAllStoredOnce(responses);
    }

    [Test]
    public async Task A_batch_waits_instead_and_is_stored()
    {
        Task<HttpResponseMessage> batch;
        await using (await Lock())
        {
            batch = Service.SubmitLines(_survey, string.Join('\n', Enumerable.Range(0, 6_000).Select(_ => Some.Response().ToJsonString())));
            await Task.Delay(700);
            Assert.That(batch.IsCompleted, Is.False);
        }
        Assert.That((int)(await batch.Body())["stored"]!, Is.EqualTo(6_000));
        Assert.That(await Service.ResponsesCounted(_survey), Is.EqualTo(6_000));
    }

    [Test]
    public async Task A_store_that_stays_blocked_is_told_and_what_is_sent_again_is_stored_once()
    {
        var response = Some.Response();
        await using (await Lock())
        {
            var sent = Service.Submit(_survey, response);
            Assert.That((await Service.Rows($"recommend?survey={_survey}")).Sum(r => (int?)r["n"] ?? 0), Is.Zero, "Reads go on meanwhile.");
            await AssertTurnedAway(await sent, "store_unavailable");
        }
        Assert.That(await Service.ResponsesStored(_survey), Is.Zero);
        await AssertAllStoredOnce([response]);
    }

    [Test]
    public async Task A_page_keeps_every_answer_while_the_store_is_blocked_and_stores_them_once_when_it_is_not()
    {
        var survey = await Service.Publish(Some.CustomerSurvey().Opened());
        var page = await Page.Open(Service, $"/s/{survey}?about.channel=mail");
        Page refused;
        await using (await Lock()) refused = await page.Send("send", ("answers.nps", "9"), ("answers.used", "lounge"), ("answers.why", "Kept"));
        Assert.That(refused.Status, Is.EqualTo(503));
        Assert.That(refused.Answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(refused.Text, Does.Contain("Not stored yet").And.Contain("Send again"));
        foreach (var name in (string[])["id", "about.channel"]) Assert.That(refused.Field(name), Is.EqualTo(page.Field(name)), name);
        Assert.That(new[] { refused.Field("answers.nps"), refused.Field("answers.used"), refused.Field("answers.why") }, Is.EqualTo(new[] { "9", "lounge", "Kept" }));
        Assert.That((await refused.Send("send")).Status, Is.EqualTo(303));
        Assert.That((await refused.Send("send")).Status, Is.EqualTo(303));
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
    }

    /// <summary>Takes the write lock as another process would.</summary>
    private async Task<SqliteTransaction> Lock()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Service.Store.Folder, "feedback.db")};Pooling=False");
        await connection.OpenAsync();
        return connection.BeginTransaction(deferred: false);
    }

    private static async Task AssertTurnedAway(HttpResponseMessage answer, string code)
    {
        await answer.Problem(503, code);
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
    }

    private async Task AssertAllStoredOnce(List<JsonObject> responses)
    {
        foreach (var response in responses) Assert.That((await Service.Submit(_survey, response)).IsSuccessStatusCode, Is.True);
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(responses.Count));
        Assert.That(await Service.ResponsesCounted(_survey), Is.EqualTo(responses.Count));
    }
}
