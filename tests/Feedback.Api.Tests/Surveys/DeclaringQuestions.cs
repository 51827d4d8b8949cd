using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Surveys;

/// <summary>A survey of employees declares which questions to drivers a release answers.</summary>
public sealed class DeclaringQuestions(string engine) : ServiceFixture(engine)
{
    private const string Question = """{"outcome":"humanity","drivers":["capability","reliability"]}""";

    [Test]
    public async Task A_declaration_is_a_part_of_the_definition()
    {
        var definition = Some.EmployeeSurvey();
        var survey = await Service.Publish(definition);
        definition["drivers"] = JsonNode.Parse($"[{Question}]");
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{survey}", definition).Body(201))["version"]!, Is.EqualTo(2));
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{survey}", definition).Body(200))["version"]!, Is.EqualTo(2));
        Assert.That((await Service.Read.GetAsync($"/v1/surveys/{survey}").Body())["drivers"]!.ToJsonString(), Is.EqualTo($"[{Question}]"));
        Assert.That((await Service.Read.GetAsync($"/v1/surveys/{survey}/versions/1").Body()).AsObject().ContainsKey("drivers"), Is.False);
        Assert.That((await Service.Ingest.GetAsync($"/v1/surveys/{survey}/form").Body()).AsObject().ContainsKey("drivers"), Is.False, "Who answers is not asked it.");
    }

    [TestCase("trust.humanity")]
    [TestCase("item:humanity")]
    [TestCase("own.care")]
    [TestCase("own.care.desk")]
    public async Task An_outcome_is_an_item_a_measure_or_a_scale(string outcome)
    {
        var definition = Some.EmployeeSurvey();
        definition["items"]!.AsArray().Add(Own("desk"));
        definition["drivers"] = new JsonArray(new JsonObject { ["outcome"] = outcome, ["drivers"] = new JsonArray("capability", "reliability") });
        await Service.Publish(definition);
    }

    [TestCase("null", "drivers[0]")]
    [TestCase($"{Question},{Question}", "drivers[1]")]
    [TestCase($$"""{{Question}},{"outcome":"item:humanity","drivers":["reliability","capability"]}""", "drivers[1]")]
    [TestCase("""{"drivers":["capability","reliability"]}""", "drivers[0].outcome")]
    [TestCase("""{"outcome":"","drivers":["capability","reliability"]}""", "drivers[0].outcome")]
    [TestCase("""{"outcome":"engagement","drivers":["capability","reliability"]}""", "drivers[0].outcome")]
    [TestCase("""{"outcome":"why","drivers":["capability","reliability"]}""", "drivers[0].outcome")]
    [TestCase("""{"outcome":"own.care.desk","drivers":["capability","reliability"]}""", "drivers[0].outcome")]
    [TestCase("""{"outcome":"humanity"}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["a","b","c","d","e","f","g","h","i","j","k"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability","capability"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability",null]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability","weather"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability","why"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"humanity","drivers":["capability","humanity"]}""", "drivers[0].drivers")]
    [TestCase("""{"outcome":"trust","drivers":["desk","humanity"]}""", "drivers[0].drivers")]
    public async Task A_question_that_makes_no_sense_is_refused(string questions, string field)
    {
        var problem = await Refused(questions);
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task There_are_at_most_twenty() =>
        Assert.That((await Refused(string.Join(',', Enumerable.Repeat(Question, 21)))).Errors!.Keys, Does.Contain("drivers"));

    private Task<Http.ProblemBody> Refused(string questions)
    {
        var definition = Some.EmployeeSurvey();
        definition["items"]!.AsArray().Add(Own("desk"));
        definition["items"]!.AsArray().Add(Own("desk2"));
        definition["drivers"] = JsonNode.Parse($"[{questions}]");
        return Service.Admin.Put($"/v1/surveys/{Some.Key()}", definition).Problem(400, "invalid_survey");
    }

    /// <summary>Two of them ask for one facet of an instrument of the organisation's own.</summary>
    private static JsonObject Own(string code) => new() { ["code"] = code, ["kind"] = "rating", ["low"] = 1, ["high"] = 7, ["measures"] = "own.care.desk" };
}
