using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Organisation;

/// <summary>The company's own numbers: the values under a name are sent as a whole, on one grid of periods.</summary>
public sealed class ReplacingOutcomes(string engine) : ServiceFixture(engine)
{
    private const string Two = """[{"unit":"sales","period":"2026-Q3","value":0.83},{"unit":"lab","period":"2026-Q4","value":-1200.25}]""";

    private string _name = "";

    [SetUp]
    public async Task StartFromTwoValues()
    {
        _name = Some.Key();
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"},{"code":"lab","name":"Laboratory"}]}""")).Body();
        await Put(Two).Body();
    }

    [TearDown]
    public Task RemoveTheName() => Put("[]").Body();

    [Test]
    public async Task Values_are_listed_by_unit_and_period() => Assert.That((await Listed()).Select(v => v.ToJsonString()), Is.EqualTo((string[])
    [
        """{"unit":"lab","period":"2026-Q4","value":-1200.25}""",
        """{"unit":"sales","period":"2026-Q3","value":0.83}""",
    ]));

    [TestCase("2026-11", "month")]
    [TestCase("2026-Q1", "quarter")]
    [TestCase("1999", "year")]
    public async Task A_name_is_listed_with_its_grid_and_the_number_of_values(string period, string grid)
    {
        await Put($$"""[{"unit":"sales","period":"{{period}}","value":1}]""").Body();
        var summary = (await Service.Read.GetAsync("/v1/outcomes").Body())["value"]!.AsArray().Single(o => (string?)o!["name"] == _name);
        Assert.That(summary!.ToJsonString(), Is.EqualTo($$"""{"name":"{{_name}}","grid":"{{grid}}","count":1}"""));
        Assert.That((string?)(await Listed()).Single()["period"], Is.EqualTo(period));
    }

    [Test]
    public async Task The_answer_counts_what_changed()
    {
        var answer = await Put("""[{"unit":"sales","period":"2026-Q3","value":0.84},{"unit":"sales","period":"2026-Q4","value":0.85}]""").Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"added":1,"changed":1,"removed":1,"unchanged":0}"""));
    }

    [Test]
    public async Task The_same_values_change_nothing()
    {
        var stamp = await Service.Number("select version from catalogue_stamp");
        Assert.That((await Put(Two).Body()).ToJsonString(), Is.EqualTo("""{"added":0,"changed":0,"removed":0,"unchanged":2}"""));
        Assert.That(await Service.Number("select version from catalogue_stamp"), Is.EqualTo(stamp));
    }

    [Test]
    public async Task Without_values_the_name_is_gone()
    {
        Assert.That((int)(await Put("[]").Body())["removed"]!, Is.EqualTo(2));
        await Service.Read.GetAsync($"/v1/outcomes/{_name}").Problem(404, "unknown_outcome");
    }

    [Test]
    public async Task Another_name_keeps_its_values_and_its_grid()
    {
        var other = Some.Key();
        await Service.Admin.PutAsync($"/v1/outcomes/{other}", Wire.Text("""{"values":[{"unit":"sales","period":"2026","value":3}]}""")).Body();
        Assert.That(await Listed(), Has.Count.EqualTo(2));
        await Service.Restart();
        Assert.That(await Listed(), Has.Count.EqualTo(2));
        await Service.Admin.PutAsync($"/v1/outcomes/{other}", Wire.Text("""{"values":[]}""")).Body();
    }

    [TestCase("""{"unit":"nowhere","period":"2026-Q1","value":1}""", "unknown_unit", "values[1].unit")]
    [TestCase("""{"period":"2026-Q1","value":1}""", "invalid_outcome", "values[1].unit")]
    [TestCase("""{"unit":"sales","period":"2026-11","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"2026","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"2026-Q5","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"2026-13","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"1899","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"2026-11-01..2026-12-01","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","value":1}""", "invalid_outcome", "values[1].period")]
    [TestCase("""{"unit":"sales","period":"2026-Q1"}""", "invalid_outcome", "values[1].value")]
    [TestCase("""{"unit":"sales","period":"2026-Q1","value":1e999}""", "invalid_outcome", "values[1].value")]
    [TestCase("""{"unit":"sales","period":"2026-Q1","value":-2e15}""", "invalid_outcome", "values[1].value")]
    [TestCase("""{"unit":"sales","period":"2026-Q1","value":1e-300}""", "invalid_outcome", "values[1].value")]
    [TestCase("""{"unit":"lab","period":"2026-Q1","value":2}""", "invalid_outcome", "values[1]")]
    [TestCase("null", "invalid_outcome", "values[1]")]
    public async Task A_bad_value_is_refused_by_place_and_changes_nothing(string value, string code, string field)
    {
        var problem = await Put($$"""[{"unit":"lab","period":"2026-Q1","value":0},{{value}}]""").Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
        Assert.That((await Listed()).Select(v => (string?)v["period"]), Is.EqualTo((string[])["2026-Q4", "2026-Q3"]));
    }

    [TestCase("""{"values":[{"unit":"sales","period":"2026-Q1","value":1,"note":"x"}]}""", "unknown_field")]
    [TestCase("""{"values":[],"unit":"EUR"}""", "unknown_field")]
    [TestCase("""{"values":[{"unit":"sales","period":"2026-Q1","value":"1"}]}""", "malformed_json")]
    [TestCase("""{"values":[{"unit":"sales","period":2026,"value":1}]}""", "malformed_json")]
    [TestCase("{}", "invalid_outcome")]
    public async Task What_is_not_of_the_contract_is_refused(string body, string code) =>
        await Service.Admin.PutAsync($"/v1/outcomes/{_name}", Wire.Text(body)).Problem(400, code);

    [Test]
    public async Task A_name_is_a_name()
    {
        var problem = await Service.Admin.PutAsync("/v1/outcomes/a%20b", Wire.Text("""{"values":[]}""")).Problem(400, "invalid_outcome");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["name"]));
    }

    [Test]
    public async Task More_values_than_one_request_takes_are_refused()
    {
        var one = """{"unit":"sales","period":"2026-Q1","value":1}""";
        var problem = await Put($"[{string.Join(',', Enumerable.Repeat(one, 10_001))}]").Problem(400, "invalid_outcome");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["values"]));
    }

    [Test]
    public async Task The_fifty_first_name_is_refused_and_the_others_still_change()
    {
        var (mine, others) = (_name, Enumerable.Range(0, 49).Select(i => $"{_name}-{i}").ToList());
        foreach (var other in others)
        {
            _name = other;
            await Put(Two).Body();
        }
        _name = mine + "-more";
        var problem = await Put(Two).Problem(400, "invalid_outcome");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["name"]));
        Assert.That((int)(await Put("[]").Body())["removed"]!, Is.Zero, "Removing a name that is not there adds none.");
        _name = others[0];
        Assert.That((int)(await Put(Two).Body())["unchanged"]!, Is.EqualTo(2));
        await Put("[]").Body();
        _name = mine + "-more";
        Assert.That((int)(await Put(Two).Body())["added"]!, Is.EqualTo(2), "One was removed.");
        foreach (var other in others.Append(mine + "-more"))
        {
            _name = other;
            await Put("[]").Body();
        }
        _name = mine;
    }

    [Test]
    public async Task Of_many_wrong_values_the_first_hundred_are_named()
    {
        var values = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"unit":"nowhere-{{i}}","period":"2026-Q1","value":1}"""));
        var problem = await Put($"[{values}]").Problem(400, "unknown_unit");
        Assert.That(problem.Errors, Has.Count.EqualTo(100).And.ContainKey("values[99].unit"));
    }

    [Test]
    public async Task The_values_are_paged()
    {
        var first = await Service.Read.GetAsync($"/v1/outcomes/{_name}?limit=1").Body();
        var second = await Service.Read.GetAsync($"/v1/outcomes/{_name}?limit=1&cursor={first["nextCursor"]}").Body();
        Assert.That((string?)first["value"]!.AsArray().Single()!["unit"], Is.EqualTo("lab"));
        Assert.That((string?)second["value"]!.AsArray().Single()!["unit"], Is.EqualTo("sales"));
        Assert.That(second["nextCursor"], Is.Null);
    }

    [Test]
    public async Task Only_admins_send_values_and_readers_read_them()
    {
        await Service.Read.PutAsync($"/v1/outcomes/{_name}", Wire.Text("""{"values":[]}""")).Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync("/v1/outcomes").Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync($"/v1/outcomes/{_name}").Problem(403, "forbidden_scope");
        await Service.Nobody.GetAsync($"/v1/outcomes/{_name}").Problem(401, "unauthorized");
        Assert.That(await Listed(), Has.Count.EqualTo(2));
    }

    private Task<HttpResponseMessage> Put(string values) => Service.Admin.PutAsync($"/v1/outcomes/{_name}", Wire.Text($$"""{"values":{{values}}}"""));

    private async Task<List<JsonNode>> Listed() => [.. (await Service.Read.GetAsync($"/v1/outcomes/{_name}").Body())["value"]!.AsArray().Select(v => v!)];
}
