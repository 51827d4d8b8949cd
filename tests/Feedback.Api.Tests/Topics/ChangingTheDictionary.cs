using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Tests.Comments;
using Feedback.Api.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Api.Tests.Topics;

/// <summary>The dictionary of topics is the organisation's: it is read, replaced as a whole, and texts stored before are counted under it too.</summary>
public sealed class ChangingTheDictionary(string engine) : ServiceFixture(engine)
{
    private const string Crew = """{"topics": [{"code": "crew", "title": {"en": "Cabin crew"}, "terms": {"en": ["cabin crew", "steward*"], "*": ["crew"]}}]}""";

    [SetUp]
    public async Task StartAfresh()
    {
        await Service.Admin.DeleteAsync("/v1/topics").Body();
        await ReadAgain();
    }

    [Test]
    public async Task It_starts_with_topics_in_four_languages()
    {
        var topics = await Dictionary();
        Assert.That(topics.Select(t => (string)t["code"]!), Is.Ordered.And.SupersetOf(new[] { "purpose", "silos", "leadership", "training", "empathy", "channels", "price", "waiting" }));
        Assert.That(topics.Select(t => string.Join(' ', t["terms"]!.AsObject().Select(l => l.Key).Order())), Is.All.EqualTo("de en es fr"));
    }

    [Test]
    public async Task Texts_stored_before_are_counted_under_the_new_topics_and_no_longer_under_the_old()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(12, "2026-05-04", "The crew let us wait."));
        Assert.That((await Service.Topics($"survey={survey}")).Released(), Is.EqualTo(new[] { "waiting" }));
        var change = await Service.Admin.Put("/v1/topics", JsonNode.Parse(Crew)!).Body();
        Assert.That(((int)change["added"]!, (int)change["changed"]!, (int)change["unchanged"]!), Is.EqualTo((1, 0, 0)));
        await ReadAgain();
        await Service.Store(survey, Mentions.Customers(3, "2026-05-05", "Stewards were kind."));
        var rows = await Service.Topics($"survey={survey}");
        Assert.That(rows.Select(r => ((string)r["topic"]!, r.Number("people"), r.Number("n"))), Is.EqualTo(new[] { ("crew", 15d, 15d) }));
        await Service.Admin.DeleteAsync("/v1/topics").Body();
        await ReadAgain();
        Assert.That((await Service.Topic($"survey={survey}", "waiting")).Number("people"), Is.EqualTo(12));
    }

    [Test]
    public async Task What_was_read_again_is_erased_without_a_rest()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var responses = Mentions.Customers(12, "2026-05-04", "The crew let us wait.").ToList();
        await Service.Store(survey, responses);
        await Service.Admin.Put("/v1/topics", JsonNode.Parse(Crew)!).Body();
        await Service.Ingest.DeleteAsync($"/v1/responses/{responses[0]["id"]}");
        await ReadAgain();
        foreach (var response in responses.Skip(1)) await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
    }

    [Test]
    public async Task What_was_released_stays_as_it_was()
    {
        await Service.PutUnits();
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, Writing.People("sales", 40, "2026-01-10", _ => "The crew waits for the system.", _ => "en"));
        await Service.Release("2026-01");
        var before = (await Service.Topic($"survey={survey}", "systems")).Number("people");
        await Service.Admin.Put("/v1/topics", JsonNode.Parse("""{"topics": [{"code": "systems", "terms": {"en": ["nothing"]}}, {"code": "crew", "terms": {"*": ["crew"]}}]}""")!).Body();
        await ReadAgain();
        Assert.That((await Service.Topic($"survey={survey}", "systems")).Number("people"), Is.EqualTo(before));
        // What is asked for later counts for the next period.
        Assert.That((await Service.Topic($"survey={survey}", "crew")).Status(), Is.EqualTo("withheld"));
    }

    [Test]
    public async Task A_list_that_is_changed_while_texts_are_read_again_is_what_all_of_them_are_read_with()
    {
        await Service.Services.GetRequiredService<Rereading>().StopAsync(CancellationToken.None);
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(12, "2026-05-04", "The crew let us wait."));
        await Service.Admin.Put("/v1/topics", JsonNode.Parse(Crew)!).Body();
        var (services, isChanged) = (Service.Services, false);
        var reading = new Rereading(services.GetRequiredService<Database>(), services.GetRequiredService<CatalogueCache>(), services.GetRequiredService<CommentReaders>(), NullLogger<Rereading>.Instance)
        {
            AtOnce = 5,
            Stored = async _ =>
            {
                if (isChanged) return;
                isChanged = true;
                await Service.Admin.Put("/v1/topics", JsonNode.Parse("""{"topics": [{"code": "patience", "terms": {"*": ["wait"]}}]}""")!).Body();
            },
        };
        await reading.Run(CancellationToken.None);
        Assert.That((await Service.Topics($"survey={survey}")).Select(r => ((string)r["topic"]!, r.Number("people"))), Is.EqualTo(new[] { ("patience", 12d) }));
        Assert.That(await Service.Number("select count(*) from comment where analysis < (select max(analysis) from comment)"), Is.Zero);
        Assert.That(await reading.Run(CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Terms_that_every_word_is_compared_with_are_few_and_all_together_have_an_end()
    {
        var problem = await Service.Admin.Put("/v1/topics", Dictionary(2, 101, "*part{0}")).Problem(400, "invalid_topics");
        Assert.That(problem.Errors!["topics"].Single(), Does.Contain("200").And.Contain("star"));
        problem = await Service.Admin.Put("/v1/topics", Dictionary(2, 101, "and *part{0}")).Problem(400, "invalid_topics");
        Assert.That(problem.Errors!["topics"].Single(), Does.Contain("star"));
        problem = await Service.Admin.Put("/v1/topics", Dictionary(41, 500, "whole{0}")).Problem(400, "invalid_topics");
        Assert.That(problem.Errors!["topics"].Single(), Does.Contain("20000"));
        await Service.Admin.Put("/v1/topics", Dictionary(2, 100, "*part{0}*")).Body();
    }

    [Test]
    public async Task The_same_dictionary_changes_nothing()
    {
        await Service.Admin.Put("/v1/topics", JsonNode.Parse(Crew)!).Body();
        var change = await Service.Admin.Put("/v1/topics", JsonNode.Parse(Crew)!).Body();
        Assert.That(((int)change["unchanged"]!, (int)change["added"]! + (int)change["changed"]! + (int)change["removed"]!), Is.EqualTo((1, 0)));
    }

    [TestCase("""{}""", "topics")]
    [TestCase("""{"topics": [{"code": "a b", "terms": {"en": ["x"]}}]}""", "topics[0].code")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": ["x"]}}, {"code": "a", "terms": {"en": ["y"]}}]}""", "topics")]
    [TestCase("""{"topics": [{"code": "a"}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"EN": ["x"]}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": []}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": ["a*"]}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": ["*"]}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": ["que*ue"]}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": ["..."]}}]}""", "topics[0].terms")]
    [TestCase("""{"topics": [{"code": "a", "terms": {"en": [null]}}]}""", "topics[0].terms")]
    public async Task A_wrong_one_is_refused_and_changes_nothing(string body, string field)
    {
        var before = (await Dictionary()).Count;
        var problem = await Service.Admin.PutAsync("/v1/topics", Wire.Text(body)).Problem(400, "invalid_topics");
        Assert.That(problem.Errors!.Keys, Does.Contain(field));
        Assert.That(await Dictionary(), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Only_an_admin_changes_it() => await Service.Read.Put("/v1/topics", JsonNode.Parse(Crew)!).Problem(403, "forbidden_scope");

    private static JsonObject Dictionary(int topics, int terms, string term) => new()
    {
        ["topics"] = new JsonArray([.. Enumerable.Range(0, topics).Select(topic => new JsonObject
        {
            ["code"] = $"topic{topic}",
            ["terms"] = new JsonObject { ["*"] = new JsonArray([.. Enumerable.Range(0, terms).Select(i => (JsonNode)string.Format(CultureInfo.InvariantCulture, term, $"{topic}x{i}"))]) },
        })]),
    };

    private async Task<List<JsonNode>> Dictionary() => [.. (await Service.Read.GetAsync("/v1/topics/dictionary").Body())["value"]!.AsArray().Select(t => t!)];

    /// <summary>Waits for what the service does by itself within seconds.</summary>
    private Task ReadAgain() => Service.Services.GetRequiredService<Rereading>().Run(CancellationToken.None);
}
