using Feedback.Api.Data;
using Feedback.Api.Tests.StaffNames;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Comments;

/// <summary>Search finds words whatever is typed, and what is typed is never more than words.</summary>
public sealed class SearchingComments(string engine) : ServiceFixture(engine)
{
    private const string Lift = "The lift was broken, and the café had closed.", Lifts = "Both lifts work well; no complaints about Zürich.", Stairs = "Only the stairs work. A lift-boy would help!";

    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveComments()
    {
        _reader = await Service.CommentReader();
        _survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(_survey, [Customers.Wrote(Lift), Customers.Wrote(Lifts, "2026-04"), Customers.Wrote(Stairs, "2026-05")]);
    }

    [TestCase("lift", Lift, Stairs)]
    [TestCase("LIFT", Lift, Stairs)]
    [TestCase("lift*", Lift, Lifts, Stairs)]
    [TestCase("work", Lifts, Stairs)]
    [TestCase("work lifts", Lifts)]
    [TestCase("work missing")]
    [TestCase("cafe", Lift)]
    [TestCase("CAFÉ", Lift)]
    [TestCase("cafe\u0301", Lift)]
    [TestCase("zurich", Lifts)]
    [TestCase("\"was broken\"", Lift)]
    [TestCase("\"broken was\"")]
    [TestCase("\"stairs work\" lift", Stairs)]
    [TestCase("\"stairs wo\"")]
    [TestCase("lift-boy", Stairs)]
    [TestCase("closed.", Lift)]
    // What a query language would read as more than words.
    [TestCase("lift OR stairs")]
    [TestCase("lift NOT broken")]
    [TestCase("text:lift")]
    [TestCase("lift AND", Lift)]
    [TestCase("NEAR(lift broken)")]
    [TestCase("(lift", Lift, Stairs)]
    [TestCase("^lift + \" {", Lift, Stairs)]
    [TestCase("lift\"", Lift, Stairs)]
    [TestCase("lift' or 1=1 --")]
    [TestCase("%")]
    [TestCase("l_ft")]
    [TestCase("[a-z]ift")]
    [TestCase("was\0broken", Lift)]
    public async Task Words_phrases_and_prefixes_that_all_occur(string search, params string[] texts)
    {
        var answer = await _reader.GetAsync($"/v1/comments?survey={_survey}&search={Uri.EscapeDataString(search)}");
        if (search == "%") await answer.Problem(400, "invalid_parameter");
        else Assert.That((await answer.Body())["value"]!.AsArray().Select(r => r!.Text()), Is.EquivalentTo(texts));
    }

    [Test]
    public async Task A_search_goes_with_filters_and_pages()
    {
        Assert.That(await _reader.Texts($"survey={_survey}&search=work&period=2026-04"), Is.EqualTo(new[] { Lifts }));
        Assert.That(await _reader.Texts($"survey={_survey}&search=work&where=channel:mail"), Is.Empty);
        var first = await _reader.GetAsync($"/v1/comments?survey={_survey}&search=work&limit=1").Body();
        var second = await _reader.GetAsync($"/v1/comments?survey={_survey}&search=work&limit=1&cursor={first["nextCursor"]}").Body();
        Assert.That(new[] { first["value"]![0]!.Text(), second["value"]![0]!.Text() }, Is.EqualTo(await _reader.Texts($"survey={_survey}&search=work")));
        Assert.That(second["nextCursor"], Is.Null);
    }

    [Test]
    public async Task What_redaction_took_out_is_not_found()
    {
        await Service.Store(_survey, [Customers.Wrote("Please call anna.muster@example.org about it.", "2026-06")]);
        Assert.That(await _reader.Texts($"survey={_survey}&search=muster"), Is.Empty);
        Assert.That(await _reader.Texts($"survey={_survey}&search=please email"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_erased_word_leaves_the_file_of_the_index_too()
    {
        if (Service.Store.Engine == "sqlserver") Assert.Ignore("SQL Server has no index of words.");
        var response = Customers.Wrote("Xqvorical was rude.");
        await Service.Store(_survey, [response]);
        Assert.That(await _reader.Texts($"survey={_survey}&search=xqvorical"), Has.Count.EqualTo(1));
        await EmptyTheLog();
        // The text has a capital, the index has not.
        Assert.That(Service.Store.Holding("xqvorical"), Is.Not.Empty);
        await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        await EmptyTheLog();
        Assert.That(Service.Store.Holding("xqvorical"), Is.Empty);
    }

    private async Task EmptyTheLog()
    {
        for (var i = 0; i < 1_200 && !await Service.Services.GetRequiredService<Database>().TryEmptyLog(CancellationToken.None); i++) await Task.Delay(50);
    }
}
