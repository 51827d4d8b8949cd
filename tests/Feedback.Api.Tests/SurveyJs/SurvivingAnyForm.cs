using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>Whatever a form or a result holds, it is taken or refused; the service never fails on it.</summary>
public sealed class SurvivingAnyForm(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Types =
        ["rating", "matrix", "radiogroup", "dropdown", "checkbox", "tagbox", "imagepicker", "boolean", "comment", "text", "multipletext", "slider", "ranking", "file", "html", "panel", "paneldynamic", "whatever"];

    private static readonly string[] Properties =
    [
        "type", "name", "title", "valueName", "isRequired", "visibleIf", "rateMin", "rateMax", "rateStep", "rateCount", "rateValues", "autoGenerate", "rateType", "minRateDescription", "columns", "rows", "cellType", "kind",
        "choices", "choicesMin", "choicesMax", "choicesStep", "showOtherItem", "otherText", "showCommentArea", "valueTrue", "labelFalse", "inputType", "min", "max", "step", "sliderType", "items", "elements", "questions", "measures",
        "touchpoint", "reversed", "aliases", "pointAliases", "skipAliases", "multiple", "maxLength", "validators", "eachRowRequired", "calculatedValues", "triggers", "completedHtml", "thanks", "dimensions", "ignores", "page", "k",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "5", "1.5", "1e28", "-7.9e28", "1e-28", "1e400", "79228162514264337593543950335", "-79228162514264337593543950335", "\"\"", "\" \"", "\"a\"", "\"a b\"", "\"5\"", "\"1e28\"", "\"n/a\"",
        "\"|\"", "\"a|b\"", "\"\\uffff\\u0000\"", "\"😀\"", "\"{a}\"", "\"rating\"", "\"choice\"", "\"checkbox\"", "\"number\"", "\"email\"", "\"other\"", "\"experience\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[1,2,3]", "[1,\"a\"]",
        "[\"a\",\"b\"]", "[\"a\",\"a\"]", "[{\"value\":\"a\"},{\"value\":{}},{\"value\":2,\"text\":5}]", "[{\"name\":\"a\"},{\"name\":5},7]", "{\"default\":\"x\",\"de\":\"y\"}", "{\"default\":5}", "{\"no language\":\"x\"}", "{\"1\":[\"a\"]}",
        "{\"x\":[]}", "[{\"type\":\"rating\",\"name\":\"in\"}]", "\"<script><b>&#x110000;&amp\"",
    ];

    [Test]
    public async Task Definitions_are_taken_or_refused()
    {
        var dice = new Random(21);
        var taken = 0;
        for (var i = 0; i < 400; i++)
        {
            var body = "{" + Any(dice, 3, "elements", "pages", "name") + "\"elements\":[" + string.Join(',', Enumerable.Range(0, 1 + dice.Next(4)).Select(q => Question(dice, q))) + "]}";
            using var answer = await Service.Admin.PutAsync($"/v1/surveys/{Some.Key()}?format=surveyjs&audience=customer", Wire.Text(body));
            Assert.That((int)answer.StatusCode, Is.AnyOf(201, 400), body);
            if ((int)answer.StatusCode == 201) taken++;
        }
        Assert.That(taken, Is.InRange(40, 360));
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [TestCase("<script")]
    [TestCase("<script>")]
    [TestCase("<style>a")]
    [TestCase("<!--")]
    [TestCase("<script></script ")]
    [TestCase("<br ")]
    [TestCase("</p ")]
    [TestCase("<a")]
    public void HTML_that_never_closes_is_read_in_a_time_that_grows_with_its_length(string piece)
    {
        // An expression that began anew at every piece would not come to its end while anybody waits.
        var read = Feedback.Api.SurveyJs.HtmlText.Read(string.Concat(Enumerable.Repeat(piece, 100_000)));
        Assert.That(read, Is.Not.Null);
    }

    [TestCase("a<script>b</script>c", "ac")]
    [TestCase("a<SCRIPT type=x>b</Script\n>c<style>d</style>e", "ace")]
    [TestCase("a<!-- b -->c<!-- d", "ac<!-- d")]
    [TestCase("a<scripted>b</scripted>", "ab")]
    [TestCase("<script>a</script><p>b</p><script>c", "b\nc")]
    public void Scripts_styles_and_comments_are_no_text(string html, string text) => Assert.That(Feedback.Api.SurveyJs.HtmlText.Read(html), Is.EqualTo(text));

    [Test]
    public async Task Results_are_taken_or_refused()
    {
        var survey = Some.Key();
        var form = Form.TeamClimate();
        form["pages"]![0]!["elements"]![0]!["isRequired"] = false;
        form["pages"]![1]!["elements"]![0]!["elements"]![1]!["isAllRowRequired"] = false;
        await Service.PutForm(survey, form).Body(201);
        string[] names = ["workload", "Would recommend?", "mood", "team_views", "tools", "learning", "learning-Comment", "remote days", "lead", "shift", "fair_pay", "two_things", "years", "photo", "total", "nothing"];
        var dice = new Random(22);
        var taken = 0;
        for (var i = 0; i < 800; i++)
        {
            var answers = string.Join(',', Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => $"\"{names[dice.Next(names.Length)]}\":{AnyAnswer(dice)}"));
            using var answer = await Service.Ingest.PostAsync($"/v1/surveys/{survey}/responses?format=surveyjs", Wire.Text("{\"answers\":{" + answers + "}}"));
            Assert.That((int)answer.StatusCode, Is.AnyOf(201, 400), answers);
            if ((int)answer.StatusCode == 201) taken++;
        }
        Assert.That(taken, Is.InRange(10, 790));
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    private static string Question(Random dice, int number) =>
        "{" + Any(dice, 1 + dice.Next(6), "type", "name") + $"\"type\":\"{Types[dice.Next(Types.Length)]}\",\"name\":\"q {number}\"}}";

    /// <summary>Properties, each once and none of some names, with a comma behind each.</summary>
    private static string Any(Random dice, int count, params string[] except) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => Properties[dice.Next(Properties.Length)]).Distinct().Except(except).Select(name => $"\"{name}\":{Values[dice.Next(Values.Length)]},"));

    private static string AnyAnswer(Random dice) => dice.Next(3) > 0 ? Values[dice.Next(Values.Length)]
        : new JsonObject { [dice.Next(2) == 0 ? "help" : "laptop"] = JsonNode.Parse(Values[dice.Next(11)]), ["say what I think"] = "Agree" }.ToJsonString();
}
