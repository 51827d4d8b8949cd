using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>What the SurveyJS library gives for a form that was published arrives in full, under the codes of the survey.</summary>
public sealed class TakingSurveyJsResults(string engine) : ServiceFixture(engine)
{
    private const string Everyday = """
        {"workload":4,"Would recommend?":9,"mood":3,"workload_why":"Fewer meetings","team_views":{"say what I think":"Agree","help":"n/a"},"tools":{"laptop":3,"network":1},
         "learning":["Public speaking",3,"other"],"learning-Comment":"Chess","remote days":2,"remote days-Comment":"Children","lead":true,"shift":"No shifts","fair_pay":"Rather yes",
         "two_things":{"keep":"Lunch","drop":"Noise"},"years":7,"photo":[{"name":"a.png","content":"data:,"}],"mail":"me@example.org","total":7,"anything else":""}
        """;

    private const string Stored = """
        {"workload":4,"would-recommend":9,"mood":3,"workload_why":"Fewer meetings","team_views.say-what-i-think":4,"team_views.help":null,"tools.laptop":3,"tools.network":1,
         "learning":["public-speaking","3","other"],"learning-Comment":"Chess","remote-days":"2","remote-days-comment":"Children","lead":"true","shift":"no-shifts","fair_pay":3,
         "two_things.keep":"Lunch","two_things.drop":"Noise","years":"7","anything-else":null}
        """;

    private string _survey = "";

    [SetUp]
    public async Task HaveAForm()
    {
        _survey = Some.Key();
        await Service.PutForm(_survey, Form.TeamClimate()).Body(201);
    }

    [Test]
    public async Task Every_answer_of_the_form_arrives_and_what_has_no_place_is_told()
    {
        var receipt = await Submit(Everyday).Body(201);
        Assert.That(receipt["ignored"]!.ToJsonString(), Is.EqualTo("""["mail","photo","total"]"""));
        Assert.That(await Answers(), Is.EqualTo(Sorted(Stored)));
    }

    [Test]
    public async Task A_batch_takes_the_same()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 3).Select(_ => $$"""{"answers":{{Everyday.ReplaceLineEndings(" ")}}}""")) + "\n{\"answers\":{\"nothing\":1}}";
        var answer = await Service.Ingest.PostAsync($"/v1/surveys/{_survey}/responses/batch?format=surveyjs", Wire.Text(lines, "application/x-ndjson")).Body();
        Assert.That(((int)answer["stored"]!, (int)answer["rejectedCount"]!, (string?)answer["rejected"]![0]!["code"]), Is.EqualTo((3, 1, "unknown_item")));
        Assert.That(answer["ignored"]!.ToJsonString(), Is.EqualTo("""["mail","photo","total"]"""));
        Assert.That(await Answers(), Is.EqualTo(Sorted(Stored)));
    }

    [Test]
    public async Task Sent_again_it_is_the_same_response_in_either_form()
    {
        var id = Guid.NewGuid().ToString();
        await Submit("""{"tools":{"laptop":"3","network":1},"workload":"4"}""", id).Body(201);
        await Submit("""{"workload":4,"tools.network":1,"tools.laptop":3}""", id).Body(200);
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses", new JsonObject { ["id"] = id, ["answers"] = JsonNode.Parse("""{"workload":4,"tools.network":1,"tools.laptop":3}""") }).Body(200);
        await Submit("""{"workload":5,"tools":{"laptop":3,"network":1}}""", id).Problem(409, "response_conflict");
    }

    [Test]
    public async Task What_was_shown_and_skipped_is_kept_apart_from_what_was_not_shown()
    {
        await Submit("""{"workload":4,"tools":{"laptop":3,"network":1},"team_views":null,"learning":null,"learning-Comment":null,"two_things":{"keep":null}}""").Body(201);
        Assert.That(await Answers(), Is.EqualTo(Sorted("""{"workload":4,"tools.laptop":3,"tools.network":1,"team_views.say-what-i-think":null,"team_views.help":null,"learning":null,"learning-Comment":null,"two_things.keep":null}""")));
    }

    [TestCase("""{"nothing":1}""", "unknown_item", "answers.nothing")]
    [TestCase("""{"what is this":1}""", "unknown_item", "answers.?")]
    [TestCase("""{"tools":{"chair":1}}""", "unknown_item", "answers.tools.chair")]
    [TestCase("""{"tools":3}""", "unknown_item", "answers.tools")]
    [TestCase("""{"nothing":null}""", "unknown_item", "answers.nothing")]
    [TestCase("""{"lead-Comment":"x"}""", "unknown_item", "answers.lead-Comment")]
    [TestCase("""{"learning":["Cooking"]}""", "unknown_option", "answers.learning")]
    [TestCase("""{"learning":["Public speaking","public-speaking"]}""", "invalid_answer", "answers.learning")]
    [TestCase("""{"learning":{"a":1}}""", "invalid_answer", "answers.learning")]
    [TestCase("""{"lead":[true,false]}""", "invalid_answer", "answers.lead")]
    [TestCase("""{"team_views":{"help":"Perhaps"}}""", "invalid_answer", "answers.team_views.help")]
    [TestCase("""{"team_views":{"help":"agree"}}""", "invalid_answer", "answers.team_views.help")]
    [TestCase("""{"workload":"04"}""", "invalid_answer", "answers.workload")]
    [TestCase("""{"workload":6}""", "invalid_answer", "answers.workload")]
    [TestCase("""{"workload":4.5}""", "invalid_answer", "answers.workload")]
    [TestCase("""{"workload":{"deep":1}}""", "invalid_answer", "answers.workload")]
    [TestCase("""{"years":[1]}""", "invalid_answer", "answers.years")]
    [TestCase("""{"remote days":2,"remote-days":"2"}""", "invalid_answer", "answers.remote-days")]
    [TestCase("""{"workload":4}""", "missing_answer", "answers.tools.laptop")]
    [TestCase("""{"photo":"x"}""", "invalid_response", "answers")]
    [TestCase("""{}""", "invalid_response", "answers")]
    [TestCase("\"x\"", "invalid_response", "answers")]
    public async Task What_does_not_fit_is_refused_as_a_response_is(string answers, string code, string field)
    {
        var problem = await Submit(answers).Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
        Assert.That(await Lines(), Is.Empty);
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{\"answers\":{\"workload_why\":\"\\ud800\"}}")]
    [TestCase("{\"answers\":{\"mood\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}}")]
    public async Task What_is_no_response_is_refused(string body)
    {
        await Service.Ingest.PostAsync($"/v1/surveys/{_survey}/responses?format=surveyjs", Wire.Text(body)).Problem(400, "malformed_json");
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task Other_formats_are_refused_and_the_rest_of_a_response_is_as_ever()
    {
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses?format=xml", new JsonObject()).Problem(400, "invalid_parameter");
        await Service.Ingest.PostAsync($"/v1/surveys/{_survey}/responses/batch?format=xml", Wire.Text("{}", "application/x-ndjson")).Problem(400, "invalid_parameter");
        var response = new JsonObject { ["answers"] = JsonNode.Parse("""{"workload":4,"tools":{"laptop":3,"network":1}}"""), ["version"] = 2 };
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses?format=surveyjs", response).Problem(400, "unknown_version");
        (response["version"], response["jsonData"]) = (1, "{}");
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses?format=surveyjs", response).Problem(400, "unknown_field");
        response.Remove("jsonData");
        await Service.Nobody.Post($"/v1/surveys/{_survey}/responses?format=surveyjs", response).Problem(401, "unauthorized");
        await Service.Ingest.Post($"/v1/surveys/{_survey}/responses?format=surveyjs", response).Body(201);
    }

    [Test]
    public async Task A_beacon_brings_them_too()
    {
        var key = await Service.MakeKey(Catalogue.KeyScope.Ingest);
        await Service.Nobody.PostAsync($"/v1/surveys/{_survey}/responses?format=surveyjs&key={key}", Wire.Text($$"""{"answers":{{Everyday}}}""", "text/plain")).Body(201);
        Assert.That(await Answers(), Is.EqualTo(Sorted(Stored)));
    }

    [Test]
    public async Task Answers_are_read_by_the_version_they_were_given_to()
    {
        var form = Form.Of("""{"type":"radiogroup","name":"q","choices":["Old words","Same"]}""");
        var key = Some.Key();
        await Service.PutForm(key, form).Body(201);
        form["elements"]![0]!["choices"] = new JsonArray("New words", "Same");
        await Service.PutForm(key, form).Body(201);
        foreach (var (version, status) in ((int?, int)[])[(1, 201), (2, 400), (null, 400)])
        {
            var answer = await Service.Ingest.Post($"/v1/surveys/{key}/responses?format=surveyjs", new JsonObject { ["version"] = version, ["answers"] = new JsonObject { ["q"] = "Old words" } });
            Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        }
    }

    private Task<HttpResponseMessage> Submit(string answers, string? id = null)
    {
        var response = new JsonObject { ["answers"] = JsonNode.Parse(answers) };
        if (id is not null) response["id"] = id;
        return Service.Ingest.Post($"/v1/surveys/{_survey}/responses?format=surveyjs", response);
    }

    private async Task<List<JsonNode>> Lines() =>
        [.. (await Service.Admin.GetStringAsync($"/v1/surveys/{_survey}/responses?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    /// <summary>What is stored, the same for every response there is.</summary>
    private async Task<string> Answers() => (await Lines()).Select(l => Sorted(l["answers"]!.ToJsonString())).Distinct().Single();

    private static string Sorted(string json) => new JsonObject(JsonNode.Parse(json)!.AsObject().OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();
}
