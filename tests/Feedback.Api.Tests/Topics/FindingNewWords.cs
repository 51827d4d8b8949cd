using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Topics;

/// <summary>What is new is found though no dictionary knows it.</summary>
public sealed class FindingNewWords(string engine) : ServiceFixture(engine)
{
    private HttpClient _reader = null!;

    [OneTimeSetUp]
    public async Task HaveAReader() => _reader = Service.Client(await Service.MakeKey(KeyScope.Comments));

    [Test]
    public async Task A_word_that_many_more_people_use_than_before_is_listed_and_no_other()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(60, "2026-03-10", "The staff was kind."), .. Mentions.Customers(40, "2026-04-10", "The staff was kind."),
            .. Mentions.Customers(20, "2026-04-11", "The Zebra kiosk ate my boarding pass. Zebra! Write to jo.sample@example.com"), .. Mentions.Customers(9, "2026-04-11", "The escalator was loud.")]);
        var words = await Words($"survey={survey}&period=2026-04");
        Assert.That(words.Select(w => (string)w["word"]!), Is.EquivalentTo(new[] { "zebra", "kiosk", "ate", "boarding", "pass", "write" }));
        var zebra = words.Single(w => (string)w["word"]! == "zebra");
        Assert.That((zebra.Number("people"), zebra.Number("n"), zebra["shareBefore"], zebra["topics"]!.AsArray().Count), Is.EqualTo((20d, 69d, (JsonNode?)null, 0)));
        Assert.That(zebra.Number("pAdjusted"), Is.LessThan(.001));
        Assert.That(await Words($"survey={survey}&period=2026-04&where=channel:web"), Is.Empty);
        Assert.That((await _reader.GetAsync($"/v1/topics/words?survey={survey}&period=2026-04&limit=2").Body())["nextCursor"], Is.Not.Null);
    }

    [Test]
    public async Task How_sure_it_is_does_not_tell_how_few_used_it_before()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [.. Mentions.Customers(60, "2026-03-10", "Kind."), .. Mentions.Customers(3, "2026-03-10", "A zebra."), .. Mentions.Customers(10, "2026-03-10", "A llama."),
            .. Mentions.Customers(60, "2026-04-10", "A zebra, a llama.")]);
        var words = (await Words($"survey={survey}&period=2026-04")).ToDictionary(w => (string)w["word"]!, w => ((string[])["keyness", "logRatio", "pAdjusted"]).Select(c => w[c]));
        Assert.That(words["zebra"], Is.All.Null);
        Assert.That(words["llama"], Is.All.Not.Null);
    }

    [TestCase("audience=customer", 400, "invalid_parameter")]
    [TestCase("audience=customer&from=2026-01-01", 400, "invalid_parameter")]
    [TestCase("audience=employee&period=2026-01", 400, "invalid_parameter")]
    [TestCase("audience=customer&period=2026-01&by=channel", 400, "unknown_parameter")]
    [TestCase("audience=customer&period=2026-01&item=nowhere", 404, "unknown_item")]
    public async Task What_is_not_offered_is_refused(string query, int status, string code) => await _reader.GetAsync("/v1/topics/words?" + query).Problem(status, code);

    [Test]
    public async Task A_key_for_figures_reads_no_words() => await Service.Read.GetAsync("/v1/topics/words?audience=customer&period=2026-01").Problem(403, "forbidden_scope");

    private async Task<List<JsonNode>> Words(string query) => [.. (await _reader.GetAsync("/v1/topics/words?" + query).Body())["value"]!.AsArray().Select(w => w!)];
}
