using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>Exports of Viva Glint: employees, whose names and numbers stand in every row and nowhere afterwards.</summary>
public sealed class ImportingVivaGlint(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey() => _survey = await Service.Publish(JsonNode.Parse(
        """
        {
          "audience": "employee", "title": "Pulse", "dimensions": [{ "name": "department", "values": ["north", "south"], "aliases": ["Department"] }],
          "items": [
            { "code": "voice", "kind": "rating", "text": "I can speak up", "low": 1, "high": 7 },
            { "code": "meaning", "kind": "rating", "text": "My work has meaning", "low": 1, "high": 7 },
            { "code": "voice-why", "kind": "text", "text": "Why?", "aliases": ["I can speak up_COMMENT"] }
          ]
        }
        """)!.AsObject());

    [Test]
    public async Task Rows_become_responses()
    {
        var answer = await Import();
        answer.Counted(6, 4, 0, 1, 1);
        Assert.That(answer.Rejected(), Is.EqualTo(new[] { "7 invalid_response" }));
        Assert.That(answer.Ignored(), Does.Contain("EMP ID").And.Contain("Email").And.Contain("My work has meaning_COMMENT").And.Not.Contain("Department"));
        Assert.That(await Column<string>("r.answers"), Is.EquivalentTo(new[]
        {
            """{"meaning":5,"voice":4}""", """{"meaning":3,"voice":2}""", """{"meaning":3,"voice":2}""", """{"meaning":6}""",
        }));
        Assert.That(await Column<int>("r.day"), Is.EquivalentTo(new[] { 20260326, 20260326, 20260326, 20260327 }));
        Assert.That(await Service.Column<string>("select c.text from comment c join response r on r.seq = c.response join survey s on s.id = r.survey where s.survey_key = @survey", new { survey = _survey }), Is.EqualTo(new[] { "Yes, mostly." }));
    }

    [Test]
    public async Task The_same_file_twice_stores_nothing_twice_and_a_longer_one_what_is_new()
    {
        await Import();
        (await Import()).Counted(6, 0, 4, 1, 1);
        (await Import(file => file + "Gil,Gray,gil@example.com,ACTIVE,E-77007,E-77010,south,28-03-2026 08:05,20-03-2026 08:00,3,,,,3,,,\n")).Counted(7, 1, 4, 1, 1);
    }

    [Test]
    public async Task Who_answered_makes_no_difference_to_what_is_stored()
    {
        await Import();
        (await Import(file => file.Replace("E-77", "E-99").Replace("@example.com", "@example.org").Replace("Ada,Able", "Zoe,Zeal"))).Counted(6, 0, 4, 1, 1);
        Assert.That(await Column<string>("r.answers"), Has.Count.EqualTo(4));
        var problem = await Service.Admin.Put($"/v1/surveys/{_survey}/imports/viva-glint-csv", JsonNode.Parse("""{"map":{"id":["EMP ID"],"items":{"voice":{"column":"I can speak up"}}}}""")!).Problem(400, "invalid_import");
        Assert.That(problem.Errors!.Keys, Does.Contain("map.id"));
    }

    private async Task<JsonNode> Import(Func<string, string>? change = null)
    {
        var file = Encoding.UTF8.GetString(await Importing.File("glint.csv"));
        return await Service.Admin.Import("viva-glint-csv", _survey, change?.Invoke(file) ?? file).Body();
    }

    private Task<List<T>> Column<T>(string column) => Service.Column<T>($"select {column} from response r join survey s on s.id = r.survey where s.survey_key = @survey", new { survey = _survey });
}
