using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// Comments of an organisation of 1,500 (attack A15), listed as a whole and node by node: none is there twice, no node has the words
/// of fewer than k people, and nothing tells who wrote them but the node. Every text names its writer, for the tests alone.
/// </summary>
public sealed class ListingEveryComment(string engine) : ServiceFixture(engine)
{
    private const int K = 10;
    private const string Period = "2026-10";

    private readonly Dictionary<int, (InventedPerson Person, string Language, int Texts)> _writers = [];
    private InventedOrganisation _organisation = null!;
    private HttpClient _reader = null!;
    private string _survey = "";

    [OneTimeSetUp]
    public async Task Release()
    {
        _organisation = OrganisationFile.Read().Asked(InventedSurvey.Trust);
        _reader = Service.Client(await Service.MakeKey(KeyScope.Comments));
        var definition = InventedSurvey.Definition(InventedSurvey.Trust, InventedOrganisation.FourDimensions, comments: true);
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "more", ["kind"] = "text", ["text"] = "More?" });
        _survey = await Service.Publish(definition);
        await Service.Admin.Put("/v1/units", _organisation.ToUnits()).Body();
        await Service.StoreInvited(_survey, Responses());
        await Service.Release(Period);
    }

    [Test]
    public async Task No_comment_is_listed_twice_in_whatever_way_nodes_are_asked()
    {
        var all = await List("");
        Assert.That(all, Has.Count.GreaterThan(100));
        Assert.That(all.Select(TextOf), Is.Unique);
        var byNode = new List<JsonNode>();
        foreach (var unit in _organisation.Units) byNode.AddRange(await List($"&where=unit:{unit.Code}"));
        Assert.That(byNode.Select(TextOf).Order(), Is.EqualTo(all.Where(r => r["unit"] is not null).Select(TextOf).Order()));
        Assert.That(byNode.Select(r => (string?)r["key"]).Order(), Is.EqualTo(all.Where(r => r["unit"] is not null).Select(r => (string?)r["key"]).Order()));
    }

    [Test]
    public async Task No_node_has_the_words_of_fewer_than_k_people()
    {
        foreach (var node in (await List("")).GroupBy(r => (string?)r["unit"]))
            Assert.That(node.Select(WriterOf).Distinct().Count(), Is.GreaterThanOrEqualTo(K), node.Key);
    }

    [Test]
    public async Task A_comment_stands_under_its_writers_unit_or_one_around_it_with_all_others_of_the_writer()
    {
        var all = await List("");
        foreach (var row in all.Where(r => r["unit"] is not null))
            Assert.That(_organisation.Around(_writers[WriterOf(row)].Person.Team), Does.Contain((string)row["unit"]!));
        foreach (var writer in all.GroupBy(WriterOf))
        {
            Assert.That(writer.Select(r => (string?)r["unit"]).Distinct().Count(), Is.EqualTo(1));
            Assert.That(writer.Count(), Is.EqualTo(_writers[writer.Key].Texts));
        }
    }

    [Test]
    public async Task A_language_is_told_where_k_people_of_the_node_wrote_in_it()
    {
        var told = 0;
        foreach (var node in (await List("")).GroupBy(r => (string?)r["unit"]))
        {
            var writers = node.Select(WriterOf).Distinct().CountBy(w => _writers[w].Language).ToDictionary();
            foreach (var row in node)
            {
                var language = _writers[WriterOf(row)].Language;
                Assert.That((string?)row["language"], Is.EqualTo(writers[language] >= K ? language : null));
                told += row["language"] is null ? 0 : 1;
            }
        }
        Assert.That(told, Is.Positive);
    }

    [Test]
    public async Task The_period_is_all_that_is_told_of_the_time_and_no_attribute_is_told_at_all()
    {
        var row = (await List(""))[0];
        Assert.That(row.AsObject().Select(m => m.Key), Is.EqualTo(new[] { "key", "survey", "kind", "item", "text", "language", "sentiment", "topics", "month", "unit" }));
        Assert.That((string?)row["month"], Is.EqualTo(Period));
        Assert.That(await Answer(""), Does.Not.Contain("2026-10-"));
    }

    [Test]
    public async Task The_order_is_the_same_at_every_read_and_not_the_one_of_writing()
    {
        Assert.That(await Answer(""), Is.EqualTo(await Answer("")));
        Assert.That((await List("")).Select(WriterOf), Is.Not.Ordered);
    }

    [TestCase("search=Number")]
    [TestCase("where=grade:SCS")]
    [TestCase("where=grade:NONE")]
    [TestCase("from=2026-10-01&to=2026-10-02")]
    [TestCase("where=unit:root&where=grade:AO")]
    public async Task Nothing_narrows_the_list_but_a_node(string query) =>
        Assert.That((int)(await _reader.GetAsync($"/v1/comments?survey={_survey}&{query}")).StatusCode, Is.EqualTo(400));

    private IEnumerable<JsonNode> Responses()
    {
        var answered = _organisation.People.Where(p => p.Answered).ToList();
        foreach (var (response, i) in _organisation.ToResponses(new DateOnly(2026, 10, 12), InventedOrganisation.FourDimensions).Select((r, i) => (r, i)))
        {
            // Two of three write something, one of nine writes twice, and one of five in another language.
            var (language, texts) = (i % 5 == 0 ? "de" : "en", i % 3 == 0 ? 0 : i % 9 == 1 ? 2 : 1);
            response["language"] = language;
            if (texts > 0) response["answers"]!["why"] = $"Number {i}.";
            if (texts > 1) response["answers"]!["more"] = $"Number {i} again.";
            _writers[i] = (answered[i], language, texts);
            yield return response;
        }
    }

    private Task<string> Answer(string query) => _reader.GetStringAsync($"/v1/comments?survey={_survey}&period={Period}{query}");

    private async Task<List<JsonNode>> List(string query) => [.. JsonNode.Parse(await Answer(query))!["value"]!.AsArray().Select(r => r!)];

    private static string TextOf(JsonNode row) => (string)row["text"]!;

    private static int WriterOf(JsonNode row) => int.Parse(TextOf(row).Split(' ', '.')[1]);
}
