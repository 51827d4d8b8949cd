using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Organisation;

/// <summary>Change programmes: recorded, changed, read and removed by key.</summary>
public sealed class RecordingInitiatives(string engine) : ServiceFixture(engine)
{
    private const string Training = """{"title":"Service training","from":"2026-06-01","units":["sales","lab"],"wayPoints":[{"on":"2026-09-15","text":"Half of it"},{"on":"2026-06-01","text":"It begins"}]}""";

    private string _key = "";

    [SetUp]
    public async Task HaveUnits()
    {
        _key = Some.Key();
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"},{"code":"lab","name":"Laboratory"},{"code":"old","name":"Old"}]}""")).Body();
    }

    [Test]
    public async Task A_new_programme_is_created_and_shown_with_units_and_way_points_in_order()
    {
        var answer = await Put(Training);
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo($"/v1/initiatives/{_key}"));
        var expected = $$"""{"key":"{{_key}}","title":"Service training","from":"2026-06-01","units":["lab","sales"],"wayPoints":[{"on":"2026-06-01","text":"It begins"},{"on":"2026-09-15","text":"Half of it"}]}""";
        Assert.That((await answer.Body(201)).ToJsonString(), Is.EqualTo(expected));
        Assert.That((await Shown()).ToJsonString(), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_same_programme_again_changes_nothing()
    {
        await Put(Training).Body(201);
        var stamp = await Service.Number("select version from catalogue_stamp");
        await Put("""{"title":"Service training","from":"2026-06-01","units":["lab","sales"],"wayPoints":[{"on":"2026-06-01","text":"It begins"},{"on":"2026-09-15","text":"Half of it"}]}""").Body();
        Assert.That(await Service.Number("select version from catalogue_stamp"), Is.EqualTo(stamp));
    }

    [Test]
    public async Task What_is_sent_takes_the_place_of_what_was()
    {
        await Put(Training).Body(201);
        await Put("""{"title":"Training","from":"2026-07-01","units":["lab"]}""").Body();
        Assert.That((await Shown()).ToJsonString(), Is.EqualTo($$"""{"key":"{{_key}}","title":"Training","from":"2026-07-01","units":["lab"],"wayPoints":[]}"""));
    }

    [Test]
    public async Task A_programme_is_there_after_a_restart_and_gone_once_removed()
    {
        await Put(Training).Body(201);
        await Service.Restart();
        await Shown();
        Assert.That((await Service.Admin.DeleteAsync($"/v1/initiatives/{_key}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await Service.Read.GetAsync($"/v1/initiatives/{_key}").Problem(404, "unknown_initiative");
        await Service.Admin.DeleteAsync($"/v1/initiatives/{_key}").Problem(404, "unknown_initiative");
        await Put(Training).Body(201);
    }

    [Test]
    public async Task A_retired_unit_stays_in_the_programme_and_is_refused_in_a_new_one()
    {
        await Put("""{"title":"Merger","from":"2026-06-01","units":["old"]}""").Body(201);
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"}]}""")).Body();
        Assert.That((string?)(await Shown())["units"]![0], Is.EqualTo("old"));
        await Put("""{"title":"Merger","from":"2026-06-01","units":["old"]}""").Problem(400, "unknown_unit");
    }

    [TestCase("""{"title":"T","from":"2026-06-01","units":["nowhere"]}""", "unknown_unit", "units[0]")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales","nowhere"]}""", "unknown_unit", "units[1]")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales","sales"]}""", "invalid_initiative", "units")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":[]}""", "invalid_initiative", "units")]
    [TestCase("""{"title":"T","from":"2026-06-01"}""", "invalid_initiative", "units")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":[null]}""", "invalid_initiative", "units[0]")]
    [TestCase("""{"title":"","from":"2026-06-01","units":["sales"]}""", "invalid_initiative", "title")]
    [TestCase("""{"title":"a\nb","from":"2026-06-01","units":["sales"]}""", "invalid_initiative", "title")]
    [TestCase("""{"from":"2026-06-01","units":["sales"]}""", "invalid_initiative", "title")]
    [TestCase("""{"title":"T","units":["sales"]}""", "invalid_initiative", "from")]
    [TestCase("""{"title":"T","from":"0001-01-01","units":["sales"]}""", "invalid_initiative", "from")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales"],"wayPoints":[{"text":"x"}]}""", "invalid_initiative", "wayPoints[0].on")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales"],"wayPoints":[{"on":"2026-06-01"}]}""", "invalid_initiative", "wayPoints[0].text")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales"],"wayPoints":[null]}""", "invalid_initiative", "wayPoints[0]")]
    public async Task A_bad_programme_is_refused_by_place_and_not_kept(string body, string code, string field)
    {
        var problem = await Put(body).Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
        await Service.Read.GetAsync($"/v1/initiatives/{_key}").Problem(404, "unknown_initiative");
    }

    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales"],"until":"2027-01-01"}""", "unknown_field")]
    [TestCase("""{"title":"T","from":"2026-06-01","units":["sales"],"wayPoints":[{"on":"2026-06-01","text":"x","who":"me"}]}""", "unknown_field")]
    [TestCase("""{"title":"T","from":"June","units":["sales"]}""", "malformed_json")]
    [TestCase("""{"title":7,"from":"2026-06-01","units":["sales"]}""", "malformed_json")]
    public async Task What_is_not_of_the_contract_is_refused(string body, string code) => await Put(body).Problem(400, code);

    [Test]
    public async Task A_key_is_a_name()
    {
        var problem = await Service.Admin.PutAsync("/v1/initiatives/a%20b", Wire.Text(Training)).Problem(400, "invalid_initiative");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["key"]));
    }

    [Test]
    public async Task More_way_points_than_one_programme_takes_are_refused()
    {
        var points = string.Join(',', Enumerable.Repeat("""{"on":"2026-06-01","text":"x"}""", 501));
        var problem = await Put($$"""{"title":"T","from":"2026-06-01","units":["sales"],"wayPoints":[{{points}}]}""").Problem(400, "invalid_initiative");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["wayPoints"]));
    }

    [Test]
    public async Task Programmes_are_listed_by_key_page_by_page()
    {
        await Put(Training).Body(201);
        var later = _key + "-later";
        await Service.Admin.PutAsync($"/v1/initiatives/{later}", Wire.Text(Training)).Body(201);
        var (keys, cursor) = (new List<string>(), "");
        do
        {
            var page = await Service.Read.GetAsync("/v1/initiatives?limit=1" + cursor).Body();
            keys.Add((string)page["value"]!.AsArray().Single()!["key"]!);
            cursor = page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.That(keys, Is.Ordered.Using<string>(StringComparer.Ordinal).And.Unique.And.SupersetOf((string[])[_key, later]));
    }

    [Test]
    public async Task Only_admins_record_and_remove_and_readers_read()
    {
        await Put(Training).Body(201);
        await Service.Read.PutAsync($"/v1/initiatives/{_key}", Wire.Text(Training)).Problem(403, "forbidden_scope");
        await Service.Read.DeleteAsync($"/v1/initiatives/{_key}").Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync("/v1/initiatives").Problem(403, "forbidden_scope");
        await Service.Ingest.GetAsync($"/v1/initiatives/{_key}").Problem(403, "forbidden_scope");
        await Service.Nobody.GetAsync("/v1/initiatives").Problem(401, "unauthorized");
        await Service.Nobody.DeleteAsync($"/v1/initiatives/{_key}").Problem(401, "unauthorized");
        await Shown();
    }

    private Task<HttpResponseMessage> Put(string body) => Service.Admin.PutAsync($"/v1/initiatives/{_key}", Wire.Text(body));

    private Task<JsonNode> Shown() => Service.Read.GetAsync($"/v1/initiatives/{_key}").Body();
}
