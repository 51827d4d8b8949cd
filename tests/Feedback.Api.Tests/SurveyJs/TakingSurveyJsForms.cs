using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>An organisation's forms of SurveyJS become surveys, and what has no counterpart is told.</summary>
public sealed class TakingSurveyJsForms(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task An_everyday_form_becomes_these_items()
    {
        var survey = await Service.Became(Form.TeamClimate(), "&audience=employee&period=quarter&k=8");
        Assert.That(survey["items"]!.AsArray().Select(i => $"{i!["code"]} {i["kind"]} {i["low"]}-{i["high"]}".TrimEnd('-', ' ')), Is.EqualTo((string[])
        [
            "workload rating 1-5", "would-recommend rating 0-10", "mood rating 1-3", "workload_why text", "team_views.say-what-i-think rating 1-5", "team_views.help rating 1-5",
            "tools.laptop rating 1-3", "tools.network rating 1-3", "learning choice", "learning-Comment text", "remote-days choice", "remote-days-comment text", "lead choice", "shift choice",
            "fair_pay rating 1-4", "two_things.keep text", "two_things.drop text", "years text", "anything-else text",
        ]));
        Assert.That(((string?)survey["audience"], (string?)survey["period"], (int?)survey["k"]), Is.EqualTo(("employee", "quarter", 8)));
        Assert.That((string?)survey["title"]!["en"], Is.EqualTo("Team climate"));
        Assert.That((string?)survey["title"]!["de"], Is.EqualTo("Teamklima"));
        Assert.That((string?)survey["description"], Is.EqualTo("Ten minutes about the team you work in."));
        Assert.That((string?)survey["thanks"], Is.EqualTo("Thank you!\nYour answers & ideas help."));
        Assert.That(survey["ignores"]!.AsArray().Select(n => (string)n!), Is.EqualTo((string[])["mail", "order", "photo", "total"]));
    }

    [Test]
    public async Task Everything_that_has_no_counterpart_is_told_with_its_place()
    {
        var told = (await Service.Ignored(Form.TeamClimate())).Select(i => $"{i.Path}: {i.What}").ToList();
        Assert.That(told, Is.EquivalentTo((string[])
        [
            "completedHtml: completedHtml", "pages[0].title: title", "pages[0].elements[3].isRequired: isRequired", "pages[0].elements[3].visibleIf: visibleIf", "pages[0].elements[3].placeholder: placeholder",
            "pages[1].elements[0].title: title", "pages[1].elements[0].elements[0].columns: columns", "pages[1].elements[0].elements[0].columns: columns", "pages[1].elements[5].choices: choices",
            "pages[1].elements[7].inputType: inputType", "pages[2].elements[0]: html", "pages[2].elements[1]: file", "pages[2].elements[2]: email", "pages[2].elements[3]: ranking",
            "pages[2].elements[4].maxLength: maxLength", "pages[2].elements[4].defaultValue: defaultValue", "calculatedValues: calculatedValues", "accent: accent",
            "pages[1].elements[0].elements[0].alternateRows: alternateRows", "pages[0].elements[1].displayMode: displayMode", "pages[0].elements[2].rateType: rateType", "showProgressBar: showProgressBar",
            "showQuestionNumbers: showQuestionNumbers", "pages[0].elements[0].titleLocation: titleLocation", "widthMode: widthMode",
        ]));
    }

    [Test]
    public async Task Every_property_of_any_name_is_used_or_told()
    {
        var form = Form.Of("""{"type":"rating","name":"q","title":"Q","a1":1,"b":{"deep":true},"titleLocation":"left","validators":[{"type":"expression"}],"none":[],"nothing":null}""");
        (form["c"], form["visibleIf"]) = (true, "{x}");
        Assert.That((await Service.Ignored(form)).Select(i => i.Path), Is.EquivalentTo((string[])["elements[0].a1", "elements[0].b", "elements[0].titleLocation", "elements[0].validators", "c", "visibleIf"]));
    }

    [Test]
    public async Task A_kind_that_is_none_is_told()
    {
        var form = Form.Of("""{"type":"radiogroup","name":"a","kind":"stars","choices":["x","y"]}""", """{"type":"matrix","name":"b","kind":"stars","columns":["x","y"],"rows":["r"]}""", """{"type":"checkbox","name":"c","choices":["x"],"showSelectAllItem":true}""");
        Assert.That((await Service.Ignored(form)).Select(i => i.Path), Is.EqualTo((string[])["elements[0].kind", "elements[1].kind", "elements[1].columns", "elements[2].showSelectAllItem"]));
    }

    [Test]
    public async Task The_looks_of_a_hundred_questions_are_one_entry()
    {
        var form = Form.Of([.. Enumerable.Range(0, 100).Select(i => $$"""{"type":"rating","name":"q{{i}}","titleLocation":"left"}""")]);
        var (path, what, detail) = (await Service.Ignored(form)).Single();
        Assert.That((path, what), Is.EqualTo(("elements[0].titleLocation", "titleLocation")));
        Assert.That(detail, Does.Contain("100 places"));
    }

    [Test]
    public async Task A_long_list_is_cut_and_the_count_is_not()
    {
        var noise = string.Concat(Enumerable.Range(0, 1_500).Select(i => $",\"x{i}\":1"));
        var answer = await Service.PutForm(Some.Key(), Form.Of("{\"type\":\"rating\",\"name\":\"q\"" + noise + "}")).Body(201);
        Assert.That((answer["ignored"]!.AsArray().Count, (int)answer["ignoredCount"]!), Is.EqualTo((1_000, 1_500)));
    }

    [TestCase("", 1, 5)]
    [TestCase("\"rateMin\":0,\"rateMax\":10", 0, 10)]
    [TestCase("\"rateMax\":7", 1, 7)]
    [TestCase("\"rateCount\":7", 1, 5)]
    [TestCase("\"rateMin\":0,\"rateCount\":4", 0, 3)]
    [TestCase("\"rateCount\":7,\"rateMax\":4", -2, 4)]
    [TestCase("\"rateMin\":0,\"rateMax\":10,\"rateStep\":2", 0, 10)]
    [TestCase("\"rateValues\":[3,2,1]", 1, 3)]
    [TestCase("\"rateValues\":[\"1|Never\",\"2|Always\"]", 1, 2)]
    [TestCase("\"autoGenerate\":true,\"rateValues\":[1,2]", 1, 5)]
    [TestCase("\"rateType\":\"smileys\",\"rateMax\":12", 1, 10)]
    [TestCase("\"rateMin\":-50,\"rateMax\":50", -50, 50)]
    public async Task A_rating_has_the_points_that_the_library_shows(string properties, int low, int high)
    {
        var item = await Service.Item($$"""{"type":"rating","name":"q"{{(properties.Length > 0 ? "," : "")}}{{properties}}}""");
        Assert.That(((string?)item["kind"], (int?)item["low"], (int?)item["high"]), Is.EqualTo(("rating", low, high)));
    }

    [TestCase("""{"type":"rating","name":"q","rateStep":0.5}""")]
    [TestCase("""{"type":"rating","name":"q","rateMin":5,"rateMax":1}""")]
    [TestCase("""{"type":"rating","name":"q","rateMax":1000}""")]
    [TestCase("""{"type":"rating","name":"q","rateMax":1e20}""")]
    [TestCase("""{"type":"rating","name":"q","rateMin":-7.9e28,"rateMax":7.9e28}""")]
    [TestCase("""{"type":"rating","name":"q","rateMax":1e28,"rateStep":1e-28}""")]
    [TestCase("""{"type":"rating","name":"q","rateMax":-7.9e28,"rateCount":7.9e28,"rateStep":3}""")]
    [TestCase("""{"type":"slider","name":"q","min":-7.9e28,"max":7.9e28,"step":7.9e28}""")]
    [TestCase("""{"type":"dropdown","name":"q","choicesMin":-7.9e28,"choicesMax":7.9e28}""")]
    [TestCase("""{"type":"rating","name":"q","rateValues":[1]}""")]
    [TestCase("""{"type":"rating","name":"q","rateValues":[1,1]}""")]
    [TestCase("""{"type":"rating","name":"q","rateValues":[1,2,"much"]}""")]
    [TestCase("""{"type":"matrix","name":"q","rows":["a"]}""")]
    [TestCase("""{"type":"dropdown","name":"q","choicesByUrl":{"url":"https://example.org"}}""")]
    [TestCase("""{"type":"radiogroup","name":"q"}""")]
    [TestCase("""{"type":"slider","name":"q","sliderType":"range"}""")]
    [TestCase("""{"type":"text","name":"q","inputType":"tel"}""")]
    [TestCase("""{"type":"paneldynamic","name":"q","templateElements":[{"type":"text","name":"inner"}]}""")]
    [TestCase("""{"type":"matrixdynamic","name":"q"}""")]
    [TestCase("""{"type":"signaturepad","name":"q"}""")]
    [TestCase("""{"type":"expression","name":"q"}""")]
    [TestCase("""{"type":"our-own-widget","name":"q"}""")]
    [TestCase("""{"name":"q"}""")]
    public async Task A_question_without_a_counterpart_is_left_out_as_a_whole(string question)
    {
        var form = Form.Of("""{"type":"comment","name":"why"}""", question);
        var (path, _, detail) = (await Service.Ignored(form)).Single();
        Assert.That(path, Is.EqualTo("elements[1]"));
        Assert.That(detail, Does.EndWith("Its answers are left out and told of when they come."));
        var survey = await Service.Became(form);
        Assert.That(survey["items"]!.AsArray().Select(i => (string?)i!["code"]), Is.EqualTo((string[])["why"]));
        Assert.That(survey["ignores"]!.AsArray().Select(i => (string?)i), Is.EqualTo((string[])["q"]));
    }

    [Test]
    public async Task Words_as_points_are_numbered_in_their_order_and_found_again()
    {
        var item = await Service.Item("""{"type":"matrix","name":"m","title":"I feel","columns":["never",{"value":"x","text":"now and then"},{"value":"always","text":{"default":"always","de":"immer"}}],"rows":["safe"]}""");
        Assert.That(item.ToJsonString(), Is.EqualTo(
            """{"code":"m.safe","kind":"rating","text":"I feel: safe","low":1,"high":3,"labels":{"1":"never","2":"now and then","3":{"de":"immer","en":"always"}},"pointAliases":{"1":["never"],"2":["x"],"3":["always"]}}"""));
    }

    [Test]
    public async Task A_column_beside_the_scale_is_no_point_of_it()
    {
        foreach (var columns in (string[])["""[1,2,3,{"value":"na","text":"N/A"}]""", """[1,2,3,{"value":"x","text":"Don't know"}]"""])
        {
            var item = await Service.Item($$"""{"type":"matrix","name":"m","columns":{{columns}},"rows":["a"],"eachRowRequired":true}""");
            Assert.That(((int?)item["low"], (int?)item["high"], item["skipAliases"]!.AsArray().Count, item["required"]), Is.EqualTo((1, 3, 1, (JsonNode?)null)));
        }
    }

    [Test]
    public async Task Names_that_are_no_codes_become_slugs_that_are_known_by_the_name()
    {
        var survey = await Service.Became(Form.Of("""{"type":"comment","name":"What, then?"}""", """{"type":"comment","name":"what-then"}""", """{"type":"comment","name":"Größe"}""", """{"type":"comment","name":"気分"}""", """{"type":"comment","name":"_x"}""",
            """{"type":"comment","name":"é"}""", """{"type":"comment","name":"E"}""", """{"type":"comment","name":"e"}""", $$"""{"type":"comment","name":"{{new string('ü', 200)}}"}"""));
        Assert.That(survey["items"]!.AsArray().Select(i => $"{i!["code"]}|{i["aliases"]?[0]}"), Is.EqualTo((string[])
            ["what-then-2|What, then?", "what-then|", "grosse|Größe", "item|気分", "x|_x", "e-2|é", "E|", "e|", $"{new string('u', 100)}|{new string('ü', 200)}"]));
    }

    [Test]
    public async Task Answers_that_come_under_one_name_are_one_item()
    {
        var form = Form.Of("""{"type":"comment","name":"a","valueName":"shared"}""", """{"type":"comment","name":"b","valueName":"shared"}""", """{"type":"comment","name":"shared"}""", """{"type":"comment"}""");
        Assert.That((await Service.Ignored(form)).Select(i => (i.Path, i.What)), Is.EqualTo(((string, string)[])[("elements[1]", "name"), ("elements[2]", "name"), ("elements[3]", "name")]));
        Assert.That((await Service.Became(form))["items"]!.AsArray().Count, Is.EqualTo(1));
    }

    [TestCase("""{"type":"panel","name":"p","visibleIf":"{x}","elements":[QUESTION]}""")]
    [TestCase("""{"type":"panel","name":"p","visible":false,"elements":[{"type":"panel","name":"i","elements":[QUESTION]}]}""")]
    public async Task A_question_that_may_be_hidden_is_not_required(string around)
    {
        var required = """{"type":"comment","name":"q","isRequired":true}""";
        Assert.That((await Service.Became(Form.Of(around.Replace("QUESTION", required))))["items"]![0]!["required"], Is.Null);
        Assert.That((bool?)(await Service.Became(Form.Of(required)))["items"]![0]!["required"], Is.True);
        var ending = Form.Of(required);
        ending["triggers"] = new JsonArray(new JsonObject { ["type"] = "complete", ["expression"] = "{x} = 1" });
        Assert.That((await Service.Became(ending))["items"]![0]!["required"], Is.Null);
    }

    [Test]
    public async Task What_SurveyJS_cannot_say_stands_in_properties_of_its_own()
    {
        var form = Form.Of("""{"type":"rating","name":"clean","measures":"experience","touchpoint":"cleanliness","aliases":["Q1"]}""", """{"type":"rating","name":"hide","rateMax":7,"measures":"trust.transparency","reversed":true}""",
            """{"type":"matrix","name":"m","columns":[1,2,3,4,5],"measures":"experience","rows":[{"value":"gate","touchpoint":"gate"},{"value":"desk","touchpoint":"desk"}]}""",
            """{"type":"radiogroup","name":"area","choices":[{"value":"a","aliases":["1"]},"b"]}""");
        (form["audience"], form["dimensions"], form["page"]) = ("customer", new JsonArray("channel", new JsonObject { ["name"] = "area", ["values"] = new JsonArray("A", "B") }), true);
        var survey = await Service.Became(form, "");
        Assert.That(survey["dimensions"]!.ToJsonString(), Is.EqualTo("""["channel",{"name":"area","values":["A","B"]}]"""));
        Assert.That((bool?)survey["page"], Is.True);
        Assert.That(survey["items"]!.AsArray().Select(i => $"{i!["measures"]} {i["touchpoint"]} {i["reversed"]} {i["aliases"]?[0]}".Trim()), Is.EqualTo((string[])
            ["experience cleanliness  Q1", "trust.transparency  true", "experience gate", "experience desk", ""]));
        Assert.That((string?)survey["items"]![4]!["options"]![0]!["aliases"]![0], Is.EqualTo("1"));
    }

    [Test]
    public async Task The_request_goes_before_the_document_and_tells_so()
    {
        var form = Form.Of("""{"type":"rating","name":"q"}""");
        (form["audience"], form["k"]) = ("customer", 9);
        var answer = await Service.PutForm(Some.Key(), form, "&audience=employee&k=9").Body(201);
        Assert.That(answer["ignored"]!.AsArray().Select(i => (string?)i!["path"]), Is.EqualTo((string[])["audience"]));
        Assert.That((string?)(await Service.Became(form, "&audience=employee&access=code&page=true"))["access"], Is.EqualTo("code"));
    }

    [Test]
    public async Task The_same_form_is_the_same_version_and_another_meaning_is_refused()
    {
        var key = Some.Key();
        var form = Form.TeamClimate();
        Assert.That((int)(await Service.PutForm(key, form).Body(201))["version"]!, Is.EqualTo(1));
        var again = await Service.PutForm(key, form).Body(200);
        Assert.That(((int)again["version"]!, (int)again["ignoredCount"]!), Is.EqualTo((1, 25)));
        form["pages"]![0]!["elements"]![0]!["title"] = "Another text";
        Assert.That((int)(await Service.PutForm(key, form).Body(201))["version"]!, Is.EqualTo(2));
        form["pages"]![0]!["elements"]![0]!["rateMax"] = 6;
        await Service.PutForm(key, form).Problem(409, "survey_conflict");
        await Service.Admin.Put($"/v1/surveys/{key}", Some.CustomerSurvey()).Body(201);
    }
}
