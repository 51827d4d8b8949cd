using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Comments;

/// <summary>Who may read comments, and what cannot be asked of them.</summary>
public sealed class RefusingQuestions(string engine) : ServiceFixture(engine)
{
    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task HaveComments()
    {
        _reader = await Service.CommentReader();
        _survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(_survey, Writing.People(null, 30, "2026-10-10"));
        await Service.Release("2026-10");
    }

    [TestCase("search=Anna", "unknown_parameter", "search")]
    [TestCase("from=2026-10-01", "unknown_parameter", "from")]
    [TestCase("to=2026-11-01", "unknown_parameter", "to")]
    [TestCase("topic=price", "unknown_parameter", "topic")]
    [TestCase("sentiment=negative", "unknown_parameter", "sentiment")]
    [TestCase("language=en", "unknown_parameter", "language")]
    [TestCase("kind=idea", "unknown_parameter", "kind")]
    [TestCase("item=why", "unknown_parameter", "item")]
    [TestCase("includeTest=true", "unknown_parameter", "includeTest")]
    [TestCase("by=unit", "unknown_parameter", "by")]
    [TestCase("where=channel:web", "invalid_parameter", "where")]
    [TestCase("where=grade:AO", "invalid_parameter", "where")]
    [TestCase("where=unit!:sales", "invalid_parameter", "where")]
    [TestCase("where=unit:sales,service", "invalid_parameter", "where")]
    [TestCase("where=unit:s*", "invalid_parameter", "where")]
    [TestCase("where=unit:", "invalid_parameter", "where")]
    [TestCase("where=sales", "invalid_parameter", "where")]
    [TestCase("where=unit:a&where=unit:b", "invalid_parameter", "where")]
    [TestCase("period=2026-10&period=2026-10", "invalid_parameter", "period")]
    [TestCase("period=2026-10-10", "invalid_parameter", "period")]
    [TestCase("period=nothing", "invalid_parameter", "period")]
    [TestCase("audience=everybody", "invalid_parameter", "audience")]
    [TestCase("limit=0", "invalid_parameter", "limit")]
    [TestCase("cursor=x", "invalid_parameter", "cursor")]
    [TestCase("cursor=YWJj", "invalid_parameter", "cursor")]
    [TestCase("format=xml", "invalid_parameter", "format")]
    public async Task A_question_outside_the_grammar_is_refused_for_its_text(string query, string code, string parameter)
    {
        var problem = await _reader.GetAsync($"/v1/comments?survey={_survey}&{query}").Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
    }

    [Test]
    public async Task Either_an_audience_or_a_survey_is_needed() => await _reader.GetAsync("/v1/comments").Problem(400, "invalid_parameter");

    [TestCase("nobody")]
    [TestCase("_feedback-employee")]
    public async Task A_survey_that_was_not_published_is_unknown(string key) => await _reader.GetAsync($"/v1/comments?survey={key}").Problem(404, "unknown_survey");

    [Test]
    public async Task Only_keys_for_comments_and_admin_keys_read_them()
    {
        var path = $"/v1/comments?survey={_survey}";
        await Service.Nobody.GetAsync(path).Problem(401, "unauthorized");
        await Service.Read.GetAsync(path).Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync(path).Problem(403, "forbidden_scope");
        await Service.Client(await Service.MakeKey(KeyScope.Comments, Feedback.Indicators.Audience.Customer)).GetAsync(path).Problem(403, "forbidden_audience");
        Assert.That((await Service.Admin.Comments($"survey={_survey}")).Count, Is.EqualTo(30));
        Assert.That((await Service.Client(await Service.MakeKey(KeyScope.Comments, Feedback.Indicators.Audience.Employee)).Comments($"survey={_survey}")).Count, Is.EqualTo(30));
    }

    [Test]
    public async Task A_key_for_comments_reads_no_figures() =>
        await _reader.GetAsync($"/v1/indicators/trust?survey={_survey}").Problem(403, "forbidden_scope");
}
