using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>What is no definition of SurveyJS, or breaks a rule here, is refused with its place in the document, and nothing is published.</summary>
public sealed class RefusingSurveyJsForms(string engine) : ServiceFixture(engine)
{
    private const string Question = """{"type":"rating","name":"q"}""";

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("[{\"type\":\"rating\",\"name\":\"q\"}]")]
    [TestCase("{}")]
    [TestCase("{\"title\":\"No questions\"}")]
    [TestCase("{\"elements\":[],\"pages\":[]}")]
    [TestCase("{\"elements\":[{\"type\":\"rating\",\"name\":\"q\",\"name\":\"q\"}]}")]
    [TestCase("{\"elements\":[{\"type\":\"rating\",\"name\":\"\\ud800\"}]}")]
    public async Task What_is_no_definition_is_refused(string body)
    {
        var key = Some.Key();
        await Service.Admin.PutAsync($"/v1/surveys/{key}?format=surveyjs&audience=customer", Wire.Text(body)).Problem(400, "malformed_json");
        await Service.Read.GetAsync($"/v1/surveys/{key}").Problem(404, "unknown_survey");
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [TestCase("pages", """{"type":"html","name":"h","html":"x"}""")]
    [TestCase("elements[0]", "5")]
    [TestCase("elements[0].measures", """{"type":"rating","name":"q","measures":"happiness"}""")]
    [TestCase("elements[0].measures", """{"type":"rating","name":"q","measures":5}""")]
    [TestCase("elements[0].measures", """{"type":"comment","name":"q","measures":"satisfaction"}""")]
    [TestCase("elements[0].touchpoint", """{"type":"rating","name":"q","measures":"experience"}""")]
    [TestCase("elements[0].elements[0].rows[1].touchpoint", """{"type":"panel","name":"p","elements":[{"type":"matrix","name":"m","columns":[1,2],"rows":["a",{"value":"b","touchpoint":"x"}]}]}""")]
    [TestCase("elements[0].title", """{"type":"rating","name":"q","title":{"default":"LONG"}}""")]
    [TestCase("elements[0]", """{"type":"rating","name":"LONG"}""")]
    [TestCase("elements[0].choices[1]", """{"type":"radiogroup","name":"q","choices":["a","LONG"]}""")]
    [TestCase("elements[0]", """{"type":"radiogroup","name":"q","measures":"satisfaction","choices":["bad","good"],"showNoneItem":true}""")]
    [TestCase("elements[0]", """{"type":"rating","name":"q","rateMin":1,"rateMax":7,"measures":"recommend"}""")]
    public async Task What_breaks_a_rule_is_told_with_its_place(string place, string question)
    {
        var key = Some.Key();
        var body = Form.Of(question.Replace("LONG", new string('x', 2_001)));
        var problem = await Service.PutForm(key, body).Problem(400, "invalid_survey");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[place]));
        await Service.Read.GetAsync($"/v1/surveys/{key}").Problem(404, "unknown_survey");
    }

    [TestCase("", "audience", "invalid_parameter")]
    [TestCase("&audience=everybody", "audience", "invalid_parameter")]
    [TestCase("&audience=employee&k=ten", "k", "invalid_parameter")]
    [TestCase("&audience=employee&page=yes", "page", "invalid_parameter")]
    [TestCase("&audience=employee&k=4", "k", "invalid_survey")]
    [TestCase("&audience=employee&period=day", "period", "invalid_survey")]
    [TestCase("&audience=customer&period=month", "period", "invalid_survey")]
    public async Task What_the_request_says_of_the_survey_is_checked(string query, string field, string code)
    {
        var problem = await Service.PutForm(Some.Key(), Form.Of(Question), query).Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
    }

    [Test]
    public async Task Other_formats_and_stray_parameters_are_refused()
    {
        var key = await Service.Publish(Some.CustomerSurvey());
        await Service.Admin.Put($"/v1/surveys/{Some.Key()}?format=xml", Some.CustomerSurvey()).Problem(400, "invalid_parameter");
        await Service.Admin.Put($"/v1/surveys/{Some.Key()}?audience=customer", Some.CustomerSurvey()).Problem(400, "unknown_parameter");
        await Service.Read.GetAsync($"/v1/surveys/{key}?format=xml").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/surveys/{key}/versions/2?format=surveyjs").Problem(404, "unknown_version");
        await Service.Ingest.GetAsync($"/v1/surveys/{key}/form?format=xml").Problem(400, "invalid_parameter");
        await Service.Ingest.PutAsync($"/v1/surveys/{key}?format=surveyjs&audience=customer", Wire.Json(Form.Of(Question))).Problem(403, "forbidden_scope");
        await Service.Admin.PutAsync($"/v1/surveys/{key}?format=surveyjs&audience=customer", Wire.Text("{}", "text/plain")).Problem(415, "unsupported_media_type");
    }

    [Test]
    public async Task Size_depth_and_number_are_bounded()
    {
        var deep = Question;
        for (var i = 0; i < 40; i++) deep = $$"""{"type":"panel","name":"p{{i}}","elements":[{{deep}}]}""";
        await Service.Admin.PutAsync($"/v1/surveys/{Some.Key()}?format=surveyjs&audience=customer", Wire.Text("{\"elements\":[" + deep + "]}")).Problem(400, "malformed_json");
        var thanks = Form.Of(Question);
        thanks["completedHtml"] = string.Concat(Enumerable.Repeat("<script>", 10_000));
        await Service.PutForm(Some.Key(), thanks).Problem(400, "invalid_survey");
        await Service.PutForm(Some.Key(), Form.Of([.. Enumerable.Range(0, 201).Select(i => $$"""{"type":"rating","name":"q{{i}}"}""")])).Problem(400, "invalid_survey");
        await Service.PutForm(Some.Key(), Form.Of($$"""{"type":"rating","name":"q","title":"{{new string('x', 1 << 20)}}"}""")).Problem(413, "body_too_large");
    }

    [Test]
    public async Task Aliases_of_points_and_ignored_names_are_checked()
    {
        foreach (var (member, value) in ((string, string)[])[("pointAliases", """{"9":["a"]}"""), ("pointAliases", """{"1":["a"],"2":["a"]}"""), ("pointAliases", """{"1":["2"]}"""), ("pointAliases", """{"1":[]}"""), ("skipAliases", """["5"]"""), ("skipAliases", "[]")])
        {
            var definition = Some.CustomerSurvey();
            definition["items"]![0]![member] = JsonNode.Parse(value);
            await Service.Admin.Put($"/v1/surveys/{Some.Key()}", definition).Problem(400, "invalid_survey");
        }
        foreach (var names in (string[])["[]", """["clean"]""", """["x","x"]""", """[""]"""])
        {
            var definition = Some.CustomerSurvey();
            definition["ignores"] = JsonNode.Parse(names);
            await Service.Admin.Put($"/v1/surveys/{Some.Key()}", definition).Problem(400, "invalid_survey");
        }
    }
}
