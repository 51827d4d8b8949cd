using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Surveys;

/// <summary>Definitions that break a rule of the contract are refused, and nothing is published.</summary>
public sealed class RefusingSurveys(string engine) : ServiceFixture(engine)
{
    private static IEnumerable<TestCaseData> Changes()
    {
        static TestCaseData Of(string name, Action<JsonObject> change, bool isEmployee = false, string code = "invalid_survey") => new(change, isEmployee, code) { TestName = name };
        static JsonArray Items(JsonObject s) => s["items"]!.AsArray();

        yield return Of("no_audience", s => s.Remove("audience"));
        yield return Of("another_audience", s => s["audience"] = "partner", code: "malformed_json");
        yield return Of("no_items", s => s["items"] = new JsonArray());
        yield return Of("items_missing", s => s.Remove("items"));
        yield return Of("an_item_of_null", s => Items(s).Add(null));
        yield return Of("a_member_that_is_unknown", s => s["colour"] = "red", code: "unknown_field");
        yield return Of("a_member_of_an_item_that_is_unknown", s => Items(s)[0]!["scale"] = 5, code: "unknown_field");
        yield return Of("duplicate_item_codes", s => Items(s).Add(Items(s)[3]!.DeepClone()));
        yield return Of("a_code_that_is_no_name", s => Items(s)[0]!["code"] = "has blanks");
        yield return Of("no_kind", s => Items(s)[0]!.AsObject().Remove("kind"));
        yield return Of("no_range", s => Items(s)[0]!.AsObject().Remove("low"));
        yield return Of("high_below_low", s => Items(s)[0]!["low"] = 6);
        yield return Of("high_equal_to_low", s => Items(s)[0]!["low"] = 5);
        yield return Of("a_range_of_fractions", s => Items(s)[0]!["low"] = 1.5, code: "malformed_json");
        yield return Of("a_range_too_wide", s => Items(s)[0]!["high"] = 1000);
        yield return Of("an_unknown_measure", s => Items(s)[1]!["measures"] = "happiness");
        yield return Of("half_a_measure", s => Items(s)[1]!["measures"] = "trust");
        yield return Of("an_own_scale_without_facet", s => Items(s)[1]!["measures"] = "own.scale");
        yield return Of("recommend_on_another_range", s => Items(s)[1]!["low"] = 1);
        yield return Of("stay_on_another_range", s => Items(s)[1]!["measures"] = "stay");
        yield return Of("experience_without_touchpoint", s => Items(s)[0]!.AsObject().Remove("touchpoint"));
        yield return Of("a_touchpoint_without_experience", s => Items(s)[1]!["touchpoint"] = "gate");
        yield return Of("a_touchpoint_rated_twice", s => { var i = Items(s)[0]!.DeepClone(); i["code"] = "clean2"; Items(s).Add(i); });
        yield return Of("touchpoints_of_mixed_ranges", s => { var i = Items(s)[0]!.DeepClone(); (i["code"], i["touchpoint"], i["high"]) = ("gate", "gate", 7); Items(s).Add(i); });
        yield return Of("a_scale_of_mixed_ranges", s => Items(s)[0]!["high"] = 5, isEmployee: true);
        yield return Of("a_measure_asked_twice", s => { var i = Items(s)[0]!.DeepClone(); i["code"] = "again"; Items(s).Add(i); }, isEmployee: true);
        yield return Of("a_range_of_a_text", s => Items(s)[3]!["low"] = 1);
        yield return Of("a_measure_of_a_choice", s => Items(s)[2]!["measures"] = "satisfaction");
        yield return Of("a_choice_without_options", s => Items(s)[2]!.AsObject().Remove("options"));
        yield return Of("a_choice_of_no_options", s => Items(s)[2]!["options"] = new JsonArray());
        yield return Of("an_option_twice", s => Items(s)[2]!["options"]![1]!["code"] = "wifi");
        yield return Of("an_option_of_null", s => Items(s)[2]!["options"]!.AsArray().Add(null));
        yield return Of("options_of_a_rating", s => Items(s)[0]!["options"] = new JsonArray(new JsonObject { ["code"] = "a" }));
        yield return Of("multiple_of_a_rating", s => Items(s)[0]!["multiple"] = true);
        yield return Of("thirteen_dimensions", s => s["dimensions"] = new JsonArray([.. Enumerable.Range(0, 13).Select(i => (JsonNode)$"d{i}")]));
        yield return Of("a_dimension_twice", s => s["dimensions"] = new JsonArray("a", "a"));
        yield return Of("a_dimension_called_unit", s => s["dimensions"] = new JsonArray("unit"));
        yield return Of("a_dimension_called_touchpoint", s => s["dimensions"] = new JsonArray("touchpoint"));
        yield return Of("a_dimension_called_like_a_column", s => s["dimensions"] = new JsonArray("Status"));
        yield return Of("a_dimension_that_is_no_name", s => s["dimensions"] = new JsonArray("a b"));
        yield return Of("a_dimension_of_null", s => s["dimensions"] = new JsonArray((JsonNode?)null));
        yield return Of("a_dimension_of_no_values", s => s["dimensions"]![1]!["values"] = new JsonArray());
        yield return Of("a_value_twice", s => s["dimensions"]![1]!["values"] = new JsonArray("A", "A"));
        yield return Of("a_value_with_a_control_character", s => s["dimensions"]![1]!["values"] = new JsonArray("A\u0007"));
        yield return Of("a_value_of_null", s => s["dimensions"]![1]!["values"] = new JsonArray("A", null));
        yield return Of("a_label_off_the_scale", s => Items(s)[0]!["labels"] = new JsonObject { ["6"] = "Too good" });
        yield return Of("a_label_of_no_point", s => Items(s)[0]!["labels"] = new JsonObject { ["low"] = "Bad" }, code: "malformed_json");
        yield return Of("a_label_of_null", s => Items(s)[0]!["labels"] = new JsonObject { ["1"] = null });
        yield return Of("no_labels", s => Items(s)[0]!["labels"] = new JsonObject());
        yield return Of("labels_of_a_text", s => Items(s)[3]!["labels"] = new JsonObject { ["1"] = "Bad" });
        yield return Of("an_alias_that_is_empty", s => Items(s)[0]!["aliases"] = new JsonArray(""));
        yield return Of("an_alias_of_null", s => Items(s)[0]!["aliases"] = new JsonArray((JsonNode?)null));
        yield return Of("eleven_aliases", s => Items(s)[0]!["aliases"] = new JsonArray([.. Enumerable.Range(0, 11).Select(i => (JsonNode)$"Q{i}")]));
        yield return Of("an_alias_twice", s => Items(s)[0]!["aliases"] = new JsonArray("Q1", "Q1"));
        yield return Of("an_alias_of_two_items", s => (Items(s)[0]!["aliases"], Items(s)[1]!["aliases"]) = (new JsonArray("Q1"), new JsonArray("Q1")));
        yield return Of("an_alias_that_is_anothers_code", s => Items(s)[0]!["aliases"] = new JsonArray("nps"));
        yield return Of("an_alias_of_two_options", s => (Items(s)[2]!["options"]![0]!["aliases"], Items(s)[2]!["options"]![1]!["aliases"]) = (new JsonArray("1"), new JsonArray("1")));
        yield return Of("an_alias_that_is_another_dimension", s => s["dimensions"]![1]!["aliases"] = new JsonArray((string)s["dimensions"]![0]!));
        yield return Of("a_thanks_in_no_language", s => s["thanks"] = new JsonObject { ["not a language"] = "x" });
        yield return Of("a_description_too_long", s => s["description"] = new string('x', 2_001));
        yield return Of("a_title_in_no_language", s => s["title"] = new JsonObject { ["not a language"] = "x" });
        yield return Of("drivers_of_customers", s => s["drivers"] = new JsonArray());
        yield return Of("k_of_customers", s => s["k"] = 10);
        yield return Of("a_period_of_customers", s => s["period"] = "month");
        yield return Of("access_of_customers", s => s["access"] = "code");
        yield return Of("k_below_five", s => s["k"] = 4, isEmployee: true);
        yield return Of("k_above_fifty", s => s["k"] = 51, isEmployee: true);
        yield return Of("another_period", s => s["period"] = "week", isEmployee: true);
        yield return Of("another_access", s => s["access"] = "secret", isEmployee: true);
        yield return Of("201_items", s => s["items"] = new JsonArray([.. Enumerable.Range(0, 201).Select(i => new JsonObject { ["code"] = $"t{i}", ["kind"] = "text" })]));
    }

    [TestCaseSource(nameof(Changes))]
    public async Task A_definition_that_breaks_a_rule_is_refused(Action<JsonObject> change, bool isEmployee, string code)
    {
        var (key, definition) = (Some.Key(), isEmployee ? Some.EmployeeSurvey() : Some.CustomerSurvey());
        change(definition);
        var problem = await Service.Admin.Put($"/v1/surveys/{key}", definition).Problem(400, code);
        Assert.That(problem.Errors, Is.Not.Empty);
        await Service.Read.GetAsync($"/v1/surveys/{key}").Problem(404, "unknown_survey");
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [TestCase("a b")]
    [TestCase("_own")]
    [TestCase("-x")]
    public async Task A_key_that_is_no_name_is_refused(string key) =>
        await Service.Admin.Put($"/v1/surveys/{Uri.EscapeDataString(key)}", Some.CustomerSurvey()).Problem(400, "invalid_survey");

    [Test]
    public async Task A_definition_that_is_no_JSON_is_refused()
    {
        foreach (var body in (string[])["", "{", "[]", "null", "\"x\"", """{"audience":"customer","audience":"customer"}""", "{\"title\":\"\\ud800\"}"])
            await Service.Admin.PutAsync($"/v1/surveys/{Some.Key()}", Wire.Text(body)).Problem(400, "malformed_json");
        await Service.Admin.PutAsync($"/v1/surveys/{Some.Key()}", Wire.Text("{}", "text/plain")).Problem(415, "unsupported_media_type");
        await Service.Admin.PutAsync($"/v1/surveys/{Some.Key()}", Wire.Text("{\"title\":\"" + new string('x', 1 << 20) + "\"}")).Problem(413, "body_too_large");
    }
}
