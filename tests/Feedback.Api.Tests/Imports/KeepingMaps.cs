using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>A map of the organisation's own, and a secret that nobody sees again.</summary>
public sealed class KeepingMaps(string engine) : ServiceFixture(engine)
{
    private const string Map =
        """
        { "id": ["nr"], "empty": "skipped", "items": { "clean": { "column": "c", "recode": { "a": "5", "b": "3" } },
          "used": { "columns": { "wifi": "w", "lounge": "l" }, "chosen": ["1"], "notChosen": ["2"] }, "desk": { "column": "d", "recode": { "x": "arrivals" }, "other": "other" } },
          "dimensions": { "channel": { "value": "web" } }, "answeredAt": { "column": "t", "format": "dd.MM.yyyy HH:mm", "zone": "Asia/Tokyo" },
          "leaveOut": [{ "column": "s", "codes": ["open", ""] }], "test": { "column": "s", "codes": ["trial"] } }
        """;

    private string _survey = "", _path = "";

    [SetUp]
    public async Task PublishASurvey()
    {
        _survey = await Service.Publish(Importing.VisitSurvey());
        _path = $"/v1/surveys/{_survey}/imports/csv";
    }

    [Test]
    public async Task The_map_that_is_kept_is_used()
    {
        await Keep(Map);
        var answer = await Service.Ingest.Import("csv", _survey, "nr,c,w,l,d,t,s,nps\n1,a,1,2,x,02.03.2026 08:30,done,9\n2,,2,2,elsewhere,02.03.2026 09:00,trial,\n3,b,1,1,x,02.03.2026 09:00,open,9\n4,b,3,1,x,02.03.2026 09:00,done,9\n").Body();
        answer.Counted(4, 2, 0, 1, 1);
        Assert.That((answer.Rejected().Single(), answer.Ignored().Single()), Is.EqualTo(("5 invalid_answer", "nps")));
        var responses = await Service.Responses(_survey);
        Assert.That(responses.Select(r => r.Json("answers")), Is.EqualTo(new[] { """{"clean":5,"desk":"arrivals","used":["wifi"]}""", """{"clean":null,"desk":"other","used":null}""" }));
        Assert.That(responses.Select(r => (bool)r["isTest"]!), Is.EqualTo(new[] { false, true }));
        Assert.That(((string)responses[0]["answeredAt"]!, responses[0].Json("about")), Is.EqualTo(("2026-03-01T23:30:00Z", """{"channel":"web"}""")));
        await Service.Ingest.Import("csv", _survey, "nr,c\n1,a\n").Problem(400, "invalid_import");
    }

    [Test]
    public async Task What_a_map_does_not_say_is_as_without_one()
    {
        await Service.Admin.Put($"/v1/surveys/{_survey}/imports/qualtrics-csv", JsonNode.Parse("""{"map":{"items":{"nps":{"column":"QID7","skipped":["-99"]}}}}""")!).Body();
        var answer = await Service.Ingest.Import("qualtrics-csv", _survey, await Importing.File("qualtrics-numbers.csv")).Body();
        answer.Counted(6, 3, 0, 2, 1);
        Assert.That((await Service.Responses(_survey)).Select(r => r.Json("answers")), Is.EqualTo(new[] { """{"nps":9}""", """{"nps":null}""", """{"nps":5}""" }));
    }

    [Test]
    public async Task It_is_shown_replaced_and_removed()
    {
        await Service.Admin.GetAsync(_path).Problem(404, "unknown_import");
        await Keep(Map);
        var view = await Service.Admin.GetAsync(_path).Body();
        Assert.That(((string)view["map"]!["items"]!["clean"]!["column"]!, (bool)view["hasSecret"]!), Is.EqualTo(("c", false)));
        await Keep("""{"items":{"nps":{"column":"n"}}}""");
        Assert.That((string)(await Service.Admin.GetAsync(_path).Body())["map"]!["items"]!["nps"]!["column"]!, Is.EqualTo("n"));
        Assert.That((int)(await Service.Admin.DeleteAsync(_path)).StatusCode, Is.EqualTo(204));
        await Service.Admin.DeleteAsync(_path).Problem(404, "unknown_import");
        await Service.Ingest.GetAsync(_path).Problem(403, "forbidden_scope");
    }

    [Test]
    public async Task A_secret_is_kept_encrypted_and_shown_to_nobody()
    {
        const string Secret = "a secret of the form";
        var path = $"/v1/surveys/{_survey}/imports/typeform";
        await Service.Admin.Put(path, new JsonObject { ["secret"] = Secret }).Body();
        Assert.That((await Service.Admin.Put(path, JsonNode.Parse("""{"map":{"items":{"nps":{"column":"8b1f"}}}}""")!).Body()).ToJsonString(), Does.Contain("\"hasSecret\":true"), "a new map leaves it");
        Assert.That((await Service.Admin.GetAsync(path).Body()).ToJsonString(), Does.Not.Contain(Secret));
        Assert.That((await Service.Column<string>("select i.secret from survey_import i join survey s on s.id = i.survey where s.survey_key = @survey", new { survey = _survey })).Single(), Is.Not.Empty.And.Not.Contain(Secret));
        Assert.That(Service.Log.Lines, Has.None.Contains(Secret));
        await Service.Ingest.Import("typeform", _survey, await Importing.File("typeform.json")).Problem(401, "invalid_signature");
    }

    [TestCase("csv", """{}""", "map")]
    [TestCase("csv", """{"secret":"12345678"}""", "secret")]
    [TestCase("typeform", """{"secret":"short"}""", "secret")]
    [TestCase("formbricks", """{"secret":"whsec_not base64 at all"}""", "secret")]
    [TestCase("csv", """{"map":{"survey":"x","items":{"nps":{"column":"n"}}}}""", "map")]
    [TestCase("csv", """{"map":{"items":{}}}""", "map.items")]
    [TestCase("csv", """{"map":{"items":{"nope":{"column":"n"}}}}""", "map.items.nope")]
    [TestCase("csv", """{"map":{"items":{"nps":null}}}""", "map.items.nps")]
    [TestCase("csv", """{"map":{"items":{"used":{"columns":{"spa":"s"},"chosen":["1"]}}}}""", "map.items.used")]
    [TestCase("csv", """{"map":{"items":{"used":{"columns":{"wifi":"s"}}}}}""", "map.items.used")]
    [TestCase("csv", """{"map":{"items":{"nps":{"column":"n"}},"leaveOut":[null]}}""", "map.leaveOut")]
    [TestCase("csv", """{"map":{"items":{"nps":{"column":"n"}},"answeredAt":{"column":"t","zone":"Moon/Crater"}}}""", "map.answeredAt")]
    public async Task A_wrong_one_is_refused_with_its_field(string format, string body, string field) =>
        Assert.That((await Service.Admin.Put($"/v1/surveys/{_survey}/imports/{format}", JsonNode.Parse(body)!).Problem(400, "invalid_import")).Errors!.Keys, Does.Contain(field));

    [TestCase("""{"map":{"items":{"nps":{"colunm":"n"}}}}""", "unknown_field")]
    [TestCase("""{"map":{"dimensions":null}}""", "malformed_json")]
    [TestCase("""{"map":[]}""", "malformed_json")]
    [TestCase("""{"mapp":{}}""", "unknown_field")]
    public async Task A_body_of_another_form_is_refused(string body, string code) => await Service.Admin.Put(_path, JsonNode.Parse(body)!).Problem(400, code);

    private async Task Keep(string map) => await Service.Admin.Put(_path, new JsonObject { ["map"] = JsonNode.Parse(map) }).Body();
}
