using System.Text.Json.Nodes;
using Feedback.Api.Features.Surveys;
using Feedback.Api.SurveyJs;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>A survey that goes out as a form of SurveyJS comes back as it was.</summary>
public sealed class GoingOutAndIn(string engine) : ServiceFixture(engine)
{
    [Test]
    public void Any_definition_comes_back_the_same_and_nothing_of_it_is_ignored() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(AnyDefinition.Any.ToArbitrary(), definition =>
    {
        Assert.That(SurveyDefinitionValidator.Instance.Validate(definition).Errors, Is.Empty, definition.ToCanonicalJson());
        var form = SurveyJsWriter.WriteDefinition(definition);
        var reading = SurveyJsReader.Read(System.Text.Encoding.UTF8.GetBytes(form.ToJsonString()), []);
        Assert.That(reading.Definition.ToCanonicalJson(), Is.EqualTo(definition.ToCanonicalJson()), form.ToJsonString());
        Assert.That(reading.Ignored.Where(i => i.What is not "displayMode" && !i.Detail.Contains("placeholder")), Is.Empty, form.ToJsonString());
    }));

    [Test]
    public async Task A_published_survey_is_published_again_without_a_new_version()
    {
        foreach (var definition in (JsonObject[])[Some.CustomerSurvey(), Some.EmployeeSurvey()])
        {
            var key = await Service.Publish(definition);
            var form = await Service.Read.GetAsync($"/v1/surveys/{key}?format=surveyjs").Body();
            var answer = await Service.PutForm(key, form, "").Body(200);
            Assert.That((int)answer["ignoredCount"]!, Is.Zero, answer.ToJsonString());
            Assert.That((await Service.Read.GetAsync($"/v1/surveys/{key}/versions/1?format=surveyjs").Body()).ToJsonString(), Is.EqualTo(form.ToJsonString()));
        }
    }

    [Test]
    public async Task The_form_for_respondents_tells_nothing_about_measures()
    {
        var definition = Some.EmployeeSurvey();
        definition["thanks"] = "<script>alert(1)</script>";
        definition["items"]![0]!["labels"] = new JsonObject { ["1"] = "never", ["7"] = "always" };
        var key = await Service.Publish(definition);
        await Service.Publish(Renamed(definition), key);
        var form = await Service.Ingest.GetAsync($"/v1/surveys/{key}/form?format=surveyjs").Body();
        Assert.That(form["pages"]![0]!["elements"]![0]!.ToJsonString(), Is.EqualTo("""{"type":"rating","name":"capability","title":"capability","rateMin":1,"rateMax":7,"minRateDescription":"never","maxRateDescription":"always"}"""));
        Assert.That(form["pages"]![0]!["elements"]![4]!.ToJsonString(), Is.EqualTo("""{"type":"comment","name":"why","title":"Why?","maxLength":10000}"""));
        Assert.That(form["calculatedValues"]!.ToJsonString(), Is.EqualTo("""[{"name":"surveyVersion","expression":"2"},{"name":"minimumGroup","expression":"10"}]"""));
        Assert.That((string?)form["completedHtml"], Is.EqualTo("<p>&#60;script&#62;alert(1)&#60;/script&#62;</p>"));
        Assert.That(form.ToJsonString(), Does.Not.Contain("measures").And.Not.Contain("trust").And.Not.Contain("audience"));
        await Service.Admin.PostAsync($"/v1/surveys/{key}/close", null);
        await Service.Ingest.GetAsync($"/v1/surveys/{key}/form?format=surveyjs").Problem(409, "survey_closed");
    }

    private static JsonObject Renamed(JsonObject definition)
    {
        var other = definition.DeepClone().AsObject();
        other["title"] = "Renamed";
        return other;
    }
}
