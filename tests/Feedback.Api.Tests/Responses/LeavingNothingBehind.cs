using System.Text;
using Dapper;
using Feedback.Api.Tests.Topics;
using Feedback.Api.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Responses;

/// <summary>What was masked or erased is in no file of the embedded store any more: not on free pages, not in its log, not in the index of words.</summary>
public sealed class LeavingNothingBehind(string engine) : ServiceFixture(engine)
{
    private const string Mail = "zyxomma.quaestor@example.com", Word = "Zyxommaquaestor";

    [Test]
    public async Task Of_texts_that_were_masked_later()
    {
        await OnlyEmbedded();
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(60, "2026-05-04", "Blue sky above the roof. " + new string('x', 300)));
        await Service.InSession(session => session.Connection.ExecuteAsync("update comment set text = 'Write to ' || @Mail || ' ' || @Mail, analysis = 0; delete from setting where name = 'analysis'", new { Mail }, session.Transaction));
        Assert.That(await Holds(Mail), Is.True, "planted");
        await Service.Services.GetRequiredService<Rereading>().Run(CancellationToken.None);
        await Purge();
        Assert.That(await Holds(Mail), Is.False);
        Assert.That(await Service.Number("select count(*) from comment where text = 'Write to [email] [email]'"), Is.EqualTo(60));
    }

    [Test]
    public async Task Of_responses_that_were_erased()
    {
        await OnlyEmbedded();
        var survey = await Service.Publish(Some.CustomerSurvey());
        var responses = Mentions.Customers(40, "2026-05-04", $"A {Word} above the roof. {new string('y', 300)}").ToList();
        await Service.Store(survey, responses);
        await Service.Services.GetRequiredService<Listing>().CatchUp(CancellationToken.None);
        Assert.That(await Holds(Word), Is.True, "stored");
        foreach (var response in responses) await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        await Purge();
        Assert.That(await Holds(Word), Is.False);
        Assert.That(await Holds(Word.ToLowerInvariant()), Is.False, "the index of words");
    }

    private async Task OnlyEmbedded()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The files are the server's own.");
        await Service.Services.GetRequiredService<Purging>().StopAsync(CancellationToken.None);
        await Service.Services.GetRequiredService<Rereading>().StopAsync(CancellationToken.None);
    }

    /// <summary>Does what the service does by itself within seconds; somebody may be reading.</summary>
    private async Task Purge()
    {
        for (var attempt = 0; !await Service.Services.GetRequiredService<Purging>().Run(CancellationToken.None); attempt++) Assert.That(attempt, Is.LessThan(20));
    }

    private async Task<bool> Holds(string text)
    {
        foreach (var file in Directory.EnumerateFiles(Service.Store.Folder, "feedback.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0) return true;
        }
        return false;
    }
}
