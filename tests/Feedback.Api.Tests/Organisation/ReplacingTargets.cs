using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Organisation;

/// <summary>The organisation's targets: sent as a whole, taken as a whole or not at all.</summary>
public sealed class ReplacingTargets(string engine) : ServiceFixture(engine)
{
    private const string Two = """
        [{"indicator":"trust","audience":"customer","unit":"sales","value":75,"until":"2027-03-31"},
         {"indicator":"recommend","audience":"employee","direction":"atMost","value":-10.5,"until":"2027-12-31"}]
        """;

    [SetUp]
    public async Task StartFromTwoTargets()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"},{"code":"lab","name":"Laboratory"}]}""")).Body();
        await Service.Publish(Some.CustomerSurvey(), "targets-survey");
        await Put(Two).Body();
    }

    [Test]
    public async Task Targets_are_listed_as_they_were_sent() => Assert.That((await Listed()).Select(t => t.ToJsonString()), Is.EqualTo((string[])
    [
        """{"indicator":"trust","measure":null,"audience":"customer","unit":"sales","direction":"atLeast","value":75,"until":"2027-03-31"}""",
        """{"indicator":"recommend","measure":null,"audience":"employee","unit":null,"direction":"atMost","value":-10.5,"until":"2027-12-31"}""",
    ]));

    [Test]
    public async Task The_answer_counts_what_changed()
    {
        var answer = await Put("""[{"indicator":"trust","audience":"customer","unit":"sales","value":80,"until":"2027-03-31"},{"indicator":"trust","audience":"customer","value":80,"until":"2027-03-31"}]""").Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":1,"changed":1,"removed":1,"unchanged":0}"""));
        answer = await Put("[]").Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":0,"changed":0,"removed":2,"unchanged":0}"""));
        Assert.That(await Listed(), Is.Empty);
    }

    [Test]
    public async Task The_same_list_changes_nothing_in_whatever_order()
    {
        var reversed = new JsonArray([.. JsonNode.Parse(Two)!.AsArray().Reverse().Select(t => t!.DeepClone())]);
        var answer = await Put(reversed.ToJsonString()).Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":0,"changed":0,"removed":0,"unchanged":2}"""));
    }

    [Test]
    public async Task Targets_are_there_after_a_restart()
    {
        await Service.Restart();
        Assert.That(await Listed(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_measure_that_is_left_out_is_the_indicators_default()
    {
        await Put("""[{"indicator":"consistency","audience":"customer","value":75,"until":"2027-03-31"}]""").Body();
        Assert.That((string?)(await Listed()).Single()["measure"], Is.EqualTo("satisfaction"));
        var answer = await Put("""[{"indicator":"consistency","measure":"satisfaction","audience":"customer","value":75,"until":"2027-03-31"}]""").Body();
        Assert.That((int)answer["unchanged"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task An_indicator_that_answers_without_a_measure_takes_a_target_without_one()
    {
        await Put("""[{"indicator":"inertia","audience":"customer","direction":"atMost","value":25,"until":"2027-03-31"},{"indicator":"inertia","measure":"satisfaction","audience":"customer","value":25,"until":"2027-03-31"}]""").Body();
        Assert.That((await Listed()).Select(t => (string?)t["measure"]), Is.EqualTo(new[] { null, "satisfaction" }));
    }

    [Test]
    public async Task What_is_listed_can_be_sent_again_after_its_unit_was_retired()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"lab","name":"Laboratory"}]}""")).Body();
        var answer = await Put(new JsonArray([.. (await Listed()).Select(t => t.DeepClone())]).ToJsonString()).Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":0,"changed":0,"removed":0,"unchanged":2}"""));
        var problem = await Put("""[{"indicator":"effort","audience":"customer","unit":"sales","value":75,"until":"2027-03-31"}]""").Problem(400, "unknown_unit");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["targets[0].unit"]));
    }

    [Test]
    public async Task A_target_of_an_item_names_it()
    {
        await Put("""[{"indicator":"item","measure":"item:clean","audience":"customer","value":75,"until":"2027-03-31"}]""").Body();
        Assert.That((string?)(await Listed()).Single()["measure"], Is.EqualTo("item:clean"));
    }

    [Test]
    public async Task A_target_of_an_item_stands_beside_the_items_figure_and_no_other()
    {
        await Service.Store("targets-survey", Enumerable.Range(0, 12).Select(_ => Some.Response()));
        await Put("""[{"indicator":"item","measure":"item:clean","audience":"customer","value":20,"until":"2099-12-31"}]""").Body();
        var clean = await Service.Row("item?audience=customer&item=clean");
        Assert.That((clean.Number("target"), (string?)clean["reached"]), Is.EqualTo((20, "yes")));
        var other = await Service.Row("item?audience=customer&item=nps");
        Assert.That((other["target"], other["reached"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
    }

    [TestCase("""{"indicator":"happiness","audience":"customer","value":75,"until":"2027-03-31"}""", "unknown_indicator", "indicator")]
    [TestCase("""{"audience":"customer","value":75,"until":"2027-03-31"}""", "invalid_targets", "indicator")]
    [TestCase("""{"indicator":"engagement","audience":"customer","value":101,"until":"2027-03-31"}""", "invalid_targets", "value")]
    [TestCase("""{"indicator":"recommend","audience":"customer","value":-100.5,"until":"2027-03-31"}""", "invalid_targets", "value")]
    [TestCase("""{"indicator":"trust","audience":"customer","value":1e999,"until":"2027-03-31"}""", "invalid_targets", "value")]
    [TestCase("""{"indicator":"trust","audience":"customer","until":"2027-03-31"}""", "invalid_targets", "value")]
    [TestCase("""{"indicator":"trust","audience":"customer","value":75}""", "invalid_targets", "until")]
    [TestCase("""{"indicator":"trust","audience":"customer","value":75,"until":"1066-10-14"}""", "invalid_targets", "until")]
    [TestCase("""{"indicator":"trust","value":75,"until":"2027-03-31"}""", "invalid_targets", "audience")]
    [TestCase("""{"indicator":"journey-pass","audience":"employee","value":75,"until":"2027-03-31"}""", "invalid_targets", "audience")]
    [TestCase("""{"indicator":"trust","audience":"customer","unit":"nowhere","value":75,"until":"2027-03-31"}""", "unknown_unit", "unit")]
    [TestCase("""{"indicator":"trust","audience":"customer","unit":"","value":75,"until":"2027-03-31"}""", "unknown_unit", "unit")]
    [TestCase("""{"indicator":"trust","measure":"satisfaction","audience":"customer","value":75,"until":"2027-03-31"}""", "invalid_targets", "measure")]
    [TestCase("""{"indicator":"consistency","measure":"happiness","audience":"customer","value":75,"until":"2027-03-31"}""", "invalid_targets", "measure")]
    [TestCase("""{"indicator":"item","audience":"customer","value":75,"until":"2027-03-31"}""", "invalid_targets", "measure")]
    [TestCase("""{"indicator":"item","measure":"satisfaction","audience":"customer","value":75,"until":"2027-03-31"}""", "invalid_targets", "measure")]
    [TestCase("""{"indicator":"item","measure":"item:nobody","audience":"customer","value":75,"until":"2027-03-31"}""", "unknown_item", "measure")]
    [TestCase("""{"indicator":"item","measure":"item:why","audience":"customer","value":75,"until":"2027-03-31"}""", "unknown_item", "measure")]
    [TestCase("""{"indicator":"consistency","measure":"item:clean","audience":"employee","value":75,"until":"2027-03-31"}""", "unknown_item", "measure")]
    public async Task A_bad_target_is_refused_by_place_and_changes_nothing(string target, string code, string field)
    {
        var problem = await Put($$"""[{"indicator":"effort","audience":"customer","value":75,"until":"2027-03-31"},{{target}}]""").Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["targets[1]." + field]));
        Assert.That(await Listed(), Has.Count.EqualTo(2));
    }

    [TestCase("""{"indicator":"trust","audience":"customer","unit":"lab","direction":"atMost","value":1,"until":"2028-01-01"}""", """{"indicator":"trust","audience":"customer","unit":"lab","value":75,"until":"2027-03-31"}""")]
    [TestCase("""{"indicator":"consistency","audience":"customer","value":75,"until":"2027-03-31"}""", """{"indicator":"consistency","measure":"satisfaction","audience":"customer","value":75,"until":"2027-03-31"}""")]
    public async Task A_figure_has_one_target(string one, string other)
    {
        var problem = await Put($"[{one},{other}]").Problem(400, "invalid_targets");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["targets[1]"]));
    }

    [Test]
    public async Task Findings_of_several_kinds_are_told_together()
    {
        var problem = await Put("""[{"indicator":"happiness","audience":"customer","value":75,"until":"2027-03-31"},{"indicator":"trust","audience":"customer","unit":"nowhere","value":101,"until":"2027-03-31"}]""").Problem(400, "invalid_targets");
        Assert.That(problem.Errors!.Keys, Is.EquivalentTo((string[])["targets[0].indicator", "targets[1].unit", "targets[1].value"]));
    }

    [TestCase("""{"targets":[{"indicator":"trust","audience":"customer","value":75,"until":"2027-03-31","boss":"me"}]}""", "unknown_field")]
    [TestCase("""{"targets":[],"note":"x"}""", "unknown_field")]
    [TestCase("""{"targets":[{"indicator":"trust","audience":"everybody","value":75,"until":"2027-03-31"}]}""", "malformed_json")]
    [TestCase("""{"targets":[{"indicator":"trust","audience":"customer","direction":"sideways","value":75,"until":"2027-03-31"}]}""", "malformed_json")]
    [TestCase("""{"targets":[{"indicator":"trust","audience":"customer","value":"75","until":"2027-03-31"}]}""", "malformed_json")]
    [TestCase("""{"targets":[{"indicator":"trust","audience":"customer","value":75,"until":"31.3.2027"}]}""", "malformed_json")]
    [TestCase("""{"targets":[null]}""", "invalid_targets")]
    [TestCase("{}", "invalid_targets")]
    public async Task What_is_not_of_the_contract_is_refused(string body, string code)
    {
        await Service.Admin.PutAsync("/v1/targets", Wire.Text(body)).Problem(400, code);
        Assert.That(await Listed(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task More_targets_than_one_request_takes_are_refused()
    {
        var one = """{"indicator":"trust","audience":"customer","value":75,"until":"2027-03-31"}""";
        var problem = await Put($"[{string.Join(',', Enumerable.Repeat(one, 5_001))}]").Problem(400, "invalid_targets");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["targets"]));
    }

    [Test]
    public async Task The_list_is_paged()
    {
        var first = await Service.Read.GetAsync("/v1/targets?limit=1").Body();
        var second = await Service.Read.GetAsync($"/v1/targets?limit=1&cursor={first["nextCursor"]}").Body();
        Assert.That((string?)first["value"]!.AsArray().Single()!["indicator"], Is.EqualTo("trust"));
        Assert.That((string?)second["value"]!.AsArray().Single()!["indicator"], Is.EqualTo("recommend"));
        Assert.That(second["nextCursor"], Is.Null);
    }

    [Test]
    public async Task Only_admins_set_targets_and_readers_see_those_of_their_audience()
    {
        await Service.Read.PutAsync("/v1/targets", Wire.Text("""{"targets":[]}""")).Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync("/v1/targets").Problem(403, "forbidden_scope");
        await Service.Nobody.GetAsync("/v1/targets").Problem(401, "unauthorized");
        var customers = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer));
        var seen = (await customers.GetAsync("/v1/targets").Body())["value"]!.AsArray();
        Assert.That(seen.Select(t => (string?)t!["audience"]), Is.EqualTo((string[])["customer"]));
        Assert.That(await Listed(), Has.Count.EqualTo(2));
    }

    private Task<HttpResponseMessage> Put(string targets) => Service.Admin.PutAsync("/v1/targets", Wire.Text($$"""{"targets":{{targets}}}"""));

    private async Task<List<JsonNode>> Listed() => [.. (await Service.Read.GetAsync("/v1/targets").Body())["value"]!.AsArray().Select(t => t!)];
}
