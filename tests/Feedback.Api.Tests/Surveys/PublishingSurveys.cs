using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Surveys;

/// <summary>How surveys get versions, and what may change from one to the next.</summary>
public sealed class PublishingSurveys(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task The_same_content_changes_nothing_and_other_content_is_the_next_version()
    {
        var (key, definition) = (Some.Key(), Some.CustomerSurvey());
        var first = await Service.Admin.Put($"/v1/surveys/{key}", definition).Body(201);
        Assert.That((int)first["version"]!, Is.EqualTo(1));
        var again = JsonNode.Parse(definition.ToJsonString())!.AsObject();
        var title = again["title"]!;
        again.Remove("title");
        again["title"] = title;
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{key}", again).Body(200))["version"]!, Is.EqualTo(1));
        definition["title"] = new JsonObject { ["en"] = "Airport", ["de"] = "Flughafen" };
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{key}", definition).Body(201))["version"]!, Is.EqualTo(2));
        definition["title"] = new JsonObject { ["de"] = "Flughafen", ["en"] = "Airport" };
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{key}", definition).Body(200))["version"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Publishing_the_same_at_once_from_many_sides_makes_one_version()
    {
        var key = Some.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Service.Admin.Put($"/v1/surveys/{key}", Some.CustomerSurvey())));
        Assert.That(answers.Count(a => (int)a.StatusCode == 201), Is.EqualTo(1));
        Assert.That(answers.Count(a => (int)a.StatusCode == 200), Is.EqualTo(9));
    }

    [TestCase("low", "0")]
    [TestCase("high", "7")]
    [TestCase("reversed", "true")]
    [TestCase("measures", "\"satisfaction\"", true)]
    [TestCase("touchpoint", "\"gate\"")]
    public async Task What_stored_answers_mean_does_not_change(string member, string value, bool withoutTouchpoint = false)
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        definition["items"]![0]![member] = JsonNode.Parse(value);
        if (withoutTouchpoint) definition["items"]![0]!.AsObject().Remove("touchpoint");
        await Service.Admin.Put($"/v1/surveys/{survey}", definition).Problem(409, "survey_conflict");
        Assert.That((int)(await Service.Read.GetAsync($"/v1/surveys/{survey}").Body())["version"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task An_item_that_left_a_survey_comes_back_only_as_it_was()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        var clean = definition["items"]![0]!.DeepClone();
        definition["items"]!.AsArray().RemoveAt(0);
        await Service.Publish(definition, survey);
        clean["high"] = 7;
        definition["items"]!.AsArray().Add(clean);
        await Service.Admin.Put($"/v1/surveys/{survey}", definition).Problem(409, "survey_conflict");
        clean["high"] = 5;
        Assert.That((int)(await Service.Admin.Put($"/v1/surveys/{survey}", definition).Body(201))["version"]!, Is.EqualTo(3));
    }

    [TestCase("period", "\"quarter\"")]
    [TestCase("access", "\"code\"")]
    [TestCase("k", "12")]
    [TestCase("audience", "\"customer\"")]
    public async Task What_protects_employees_is_fixed_once_published(string member, string value)
    {
        var definition = Some.EmployeeSurvey();
        var survey = await Service.Publish(definition);
        definition[member] = JsonNode.Parse(value);
        await Service.Admin.Put($"/v1/surveys/{survey}", definition).Problem(409, "survey_conflict");
    }

    [Test]
    public async Task A_default_that_is_spelled_out_is_no_change_of_what_is_fixed()
    {
        var definition = Some.EmployeeSurvey();
        var survey = await Service.Publish(definition);
        (definition["period"], definition["access"]) = ("month", "open");
        var answer = await Service.Admin.Put($"/v1/surveys/{survey}", definition);
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 201), await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Dimensions_of_all_versions_are_at_most_twelve()
    {
        var definition = Some.CustomerSurvey();
        definition["dimensions"] = new JsonArray([.. Enumerable.Range(0, 12).Select(i => (JsonNode)$"d{i}")]);
        var survey = await Service.Publish(definition);
        definition["dimensions"] = new JsonArray([.. Enumerable.Range(1, 12).Select(i => (JsonNode)$"d{i}")]);
        await Service.Admin.Put($"/v1/surveys/{survey}", definition).Problem(409, "survey_conflict");
    }

    [Test]
    public async Task Only_an_admin_publishes_and_closes()
    {
        foreach (var client in (HttpClient[])[Service.Ingest, Service.Read])
        {
            await client.Put($"/v1/surveys/{Some.Key()}", Some.CustomerSurvey()).Problem(403, "forbidden_scope");
            await client.PostAsync($"/v1/surveys/{Some.Key()}/close", null).Problem(403, "forbidden_scope");
        }
        await Service.Nobody.Put($"/v1/surveys/{Some.Key()}", Some.CustomerSurvey()).Problem(401, "unauthorized");
        await Service.Admin.PostAsync($"/v1/surveys/{Some.Key()}/close", null).Problem(404, "unknown_survey");
    }
}
