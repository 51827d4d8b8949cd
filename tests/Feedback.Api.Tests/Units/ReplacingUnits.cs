using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Units;

/// <summary>The organisation's tree: sent as a whole, taken as a whole or not at all.</summary>
public sealed class ReplacingUnits(string engine) : ServiceFixture(engine)
{
    private const string Tree = """
        {"units":[{"code":"sales","name":"Sales","parent":"all","headcount":30},{"code":"all","name":"Everybody","headcount":2},
          {"code":"north","name":"Sales North","parent":"sales","headcount":12},{"code":"lab","name":"Laboratory","parent":"all"}]}
        """;

    [SetUp]
    public Task StartFromTheTree() => Put(Tree).Body();

    [Test]
    public async Task The_tree_is_listed_with_the_people_of_each_unit_and_below()
    {
        var units = await Listed();
        Assert.That(units.Select(u => (string?)u["code"]), Is.EqualTo((string[])["all", "lab", "north", "sales"]));
        var sales = units.Single(u => (string?)u["code"] == "sales");
        Assert.That(sales.ToJsonString(), Is.EqualTo("""{"code":"sales","name":"Sales","parent":"all","headcount":30,"totalHeadcount":42}"""));
        Assert.That(units[0]["totalHeadcount"], Is.Null, "The laboratory's headcount is not known.");
    }

    [Test]
    public async Task The_answer_counts_what_changed()
    {
        var answer = await Put("""{"units":[{"code":"all","name":"Everybody","headcount":2},{"code":"sales","name":"Sales","parent":"all","headcount":31},{"code":"new","name":"New","parent":"all"}]}""").Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":1,"changed":1,"retired":2,"unchanged":1}"""));
        answer = await Put(Tree).Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":2,"changed":1,"retired":1,"unchanged":1}"""));
    }

    [Test]
    public async Task The_same_tree_changes_nothing()
    {
        var answer = await Put(Tree).Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":0,"changed":0,"retired":0,"unchanged":4}"""));
    }

    [Test]
    public async Task A_retired_unit_takes_no_answers_and_one_that_returns_does()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        response["about"]!["unit"] = "lab";
        await Put("""{"units":[{"code":"all","name":"Everybody"}]}""").Body();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Problem(400, "unknown_unit");
        await Put(Tree).Body();
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
    }

    [Test]
    public async Task The_tree_is_there_after_a_restart()
    {
        await Service.Restart();
        Assert.That(await Listed(), Has.Count.EqualTo(4));
    }

    [TestCase("""[{"code":"a","name":"A"},{"code":"b","name":"B","parent":"c"}]""", "units[1].parent")]
    [TestCase("""[{"code":"a","name":"A"},{"code":"b","name":"B"},{"code":"a","name":"A"}]""", "units[2].code")]
    [TestCase("""[{"code":"a","name":"A","parent":"a"}]""", "units[0].parent")]
    [TestCase("""[{"code":"x","name":"X","parent":"a"},{"code":"a","name":"A","parent":"b"},{"code":"b","name":"B","parent":"a"}]""", "units[1].parent,units[2].parent")]
    [TestCase("""[{"code":"a b","name":"A"}]""", "units[0].code")]
    [TestCase("""[{"code":"a\n","name":"A"}]""", "units[0].code")]
    [TestCase("""[{"name":"A"}]""", "units[0].code")]
    [TestCase("""[{"code":"a"}]""", "units[0].name")]
    [TestCase("""[{"code":"a","name":"A","headcount":-1}]""", "units[0].headcount")]
    [TestCase("""[null]""", "units[0]")]
    [TestCase("null", "units")]
    public async Task A_bad_tree_is_refused_by_place_and_changes_nothing(string units, string fields)
    {
        var problem = await Put($$"""{"units":{{units}}}""").Problem(400, "invalid_units");
        Assert.That(string.Join(',', problem.Errors!.Keys), Is.EqualTo(fields));
        Assert.That(await Listed(), Has.Count.EqualTo(4));
    }

    [TestCase("""{"units":[{"code":"a","name":"A","headcount":1.5}]}""", "malformed_json")]
    [TestCase("""{"units":[{"code":"a","name":"A","boss":"me"}]}""", "unknown_field")]
    [TestCase("""[{"code":"a","name":"A"}]""", "malformed_json")]
    public async Task What_is_not_of_the_contract_is_refused(string body, string code) => await Put(body).Problem(400, code);

    [Test]
    public async Task A_chain_of_many_units_is_walked_without_trouble()
    {
        const int length = 2_000;
        var units = Enumerable.Range(0, length).Select(i => (JsonNode)new JsonObject { ["code"] = $"u{i}", ["name"] = "U", ["parent"] = i == 0 ? null : $"u{i - 1}", ["headcount"] = 1 });
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray([.. units]) }).Body();
        Assert.That((long)(await Listed())[0]["totalHeadcount"]!, Is.EqualTo(length));
    }

    private Task<HttpResponseMessage> Put(string body) => Service.Admin.PutAsync("/v1/units", Wire.Text(body));

    private async Task<List<JsonNode>> Listed() => [.. (await Service.Read.GetAsync("/v1/units?limit=20000").Body())["value"]!.AsArray().Select(u => u!)];
}
