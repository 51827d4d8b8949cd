using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.SurveyJs;

/// <summary>The SurveyJS library itself loads what the service gives, asks what the survey asks, and its answers are responses (<c>tests/surveyjs-client</c>).</summary>
public sealed class RunningTheLibrary(string engine) : ServiceFixture(engine)
{
    private static readonly string Folder = Repository.Path("tests", "surveyjs-client");

    [Test]
    public async Task Any_survey_loads_without_complaint_and_every_answer_arrives()
    {
        var surveys = await Publish(AnyDefinition.Any.Sample(40, 30).Where(d => d.Access is null).Take(25));
        var forms = await Task.WhenAll(surveys.Select(s => Service.Ingest.GetAsync($"/v1/surveys/{s.Key}/form?format=surveyjs").Body()));
        var answered = await Answer(forms);
        foreach (var ((key, definition), library) in surveys.Zip(answered))
        {
            var json = definition.ToCanonicalJson();
            Assert.That(library["errors"]!.AsArray(), Is.Empty, json);
            Assert.That(((bool)library["isDone"]!, (int)library["version"]!), Is.EqualTo((true, 1)), json);
            Understands(library, definition);
            await Service.Ingest.Post($"/v1/surveys/{key}/responses", new JsonObject { ["version"] = 1, ["answers"] = library["data"]!.DeepClone() }).Body(201);
            if (definition.Audience == Feedback.Indicators.Audience.Employee) continue;
            var stored = JsonNode.Parse(await Service.Admin.GetStringAsync($"/v1/surveys/{key}/responses?format=ndjson"))!["answers"]!;
            Assert.That(Sorted(stored), Is.EqualTo(Sorted(library["data"]!)), json);
        }
    }

    [Test]
    public async Task A_form_of_others_is_answered_in_their_words_and_every_answer_arrives()
    {
        var key = Some.Key();
        await Service.PutForm(key, Form.TeamClimate()).Body(201);
        var library = (await Answer([Form.TeamClimate()])).Single();
        var receipt = await Service.Ingest.Post($"/v1/surveys/{key}/responses?format=surveyjs", new JsonObject { ["answers"] = library["data"]!.DeepClone() }).Body(201);
        Assert.That(receipt["ignored"]!.AsArray().Select(n => (string)n!), Is.EqualTo((string[])["mail", "order", "photo", "total"]));
        var stored = JsonNode.Parse(await Service.Admin.GetStringAsync($"/v1/surveys/{key}/responses?format=ndjson"))!["answers"]!;
        // The question behind a condition that does not hold was not shown.
        Assert.That(Sorted(stored), Is.EqualTo(Sorted(JsonNode.Parse("""
            {"workload":5,"would-recommend":10,"mood":3,"team_views.say-what-i-think":2,"team_views.help":2,"tools.laptop":2,"tools.network":2,"learning":["public-speaking","sql","3","uberzeugen","other"],
             "learning-Comment":"In my own words.","remote-days":"5","remote-days-comment":"In my own words.","lead":"true","shift":"shift-work","fair_pay":4,"two_things.keep":"In my own words.",
             "two_things.drop":"In my own words.","years":"7","anything-else":"In my own words."}
            """)!)));
    }

    [Test]
    public async Task A_survey_that_was_opened_and_saved_with_the_library_is_the_same()
    {
        var (customers, employees) = (Some.CustomerSurvey(), Some.EmployeeSurvey());
        // The library leaves out a text that says what the code says.
        foreach (var option in customers["items"]![2]!["options"]!.AsArray()) option!["text"] = $"The {option["code"]}";
        foreach (var item in employees["items"]!.AsArray()) item!["text"] = $"Its {item["code"]}";
        var keys = new List<string> { await Service.Publish(customers), await Service.Publish(employees), Some.Key() };
        await Service.PutForm(keys[2], Form.TeamClimate()).Body(201);
        var forms = await Task.WhenAll(keys.Select(key => Service.Read.GetAsync($"/v1/surveys/{key}?format=surveyjs").Body()));
        foreach (var (key, library) in keys.Zip(await Answer(forms)))
        {
            Assert.That(library["errors"]!.AsArray(), Is.Empty);
            await Service.PutForm(key, library["saved"]!, key == keys[2] ? "&audience=customer" : "").Body(200);
        }
    }

    /// <summary>What the library shows is what the survey asks: names, values, requirements and texts in each language.</summary>
    private static void Understands(JsonNode library, SurveyDefinition definition)
    {
        var items = definition.Items!;
        var questions = library["questions"]!.AsArray();
        Assert.That(questions.Select(q => (string)q!["name"]!), Is.EqualTo(items.Select(i => i.Code)));
        foreach (var (item, question) in items.Zip(questions))
        {
            var values = question!["values"]!.AsArray().Select(v => v!.ToString());
            if (item.Kind == ItemKind.Rating) Assert.That(values, Is.EqualTo(Enumerable.Range(item.Low!.Value, item.High!.Value - item.Low.Value + 1).Select(p => $"{p}")), question.ToJsonString());
            if (item.Kind == ItemKind.Choice) Assert.That(values, Is.EqualTo(item.Options!.Select(o => o.Code)), question.ToJsonString());
            Assert.That((bool)question["required"]!, Is.EqualTo(item.Required == true));
        }
        foreach (var language in (string[])["", "de", "fr"])
        {
            var titles = library["titles"]![language]!.AsArray().Skip(1).Select(t => (string)t!).ToList();
            for (var i = 0; i < items.Count; i++)
            {
                // An empty title is shown as the name, and braces may stand for an answer.
                if (items[i].Text?.In(language is "" ? "en" : language) is { } text && text.Trim().Length > 0 && !text.Contains('{')) Assert.That(titles[i].Trim(), Is.EqualTo(text.Trim()), $"{language}: {items[i].Text}");
            }
        }
    }

    private async Task<List<(string Key, SurveyDefinition Definition)>> Publish(IEnumerable<SurveyDefinition> definitions)
    {
        var published = new List<(string, SurveyDefinition)>();
        foreach (var definition in definitions) published.Add((await Service.Publish(JsonNode.Parse(definition.ToCanonicalJson())!.AsObject()), definition));
        return published;
    }

    private static string Sorted(JsonNode answers) => string.Join(", ", answers.AsObject().OrderBy(p => p.Key, StringComparer.Ordinal)
        .Select(p => $"{p.Key}: {(p.Value is JsonArray many ? string.Join("|", many.Select(o => (string)o!).Order(StringComparer.Ordinal)) : p.Value?.ToJsonString())}"));

    private static async Task<List<JsonNode>> Answer(IEnumerable<JsonNode> forms)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Assert.Ignore("Run `npm ci` in tests/surveyjs-client.");
        var start = new ProcessStartInfo("node", ["answer.mjs"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            foreach (var form in forms) await process.StandardInput.WriteLineAsync(form.ToJsonString());
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.Zero, await errors);
            return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no Node here.");
            throw;
        }
    }
}
