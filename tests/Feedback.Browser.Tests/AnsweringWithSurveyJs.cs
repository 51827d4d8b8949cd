using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Feedback.Browser.Tests;

/// <summary>People answer in a page that the SurveyJS library draws (<c>samples/surveyjs</c>), on another origin than the service, and every answer arrives.</summary>
public sealed class AnsweringWithSurveyJs
{
    /// <summary>The environment variable that names a folder for pictures of what was seen.</summary>
    private const string Pictures = "FEEDBACK_TEST_PICTURES";

    private static readonly string Library = Repository.Path("tests", "surveyjs-client", "node_modules"), Sample = Repository.Path("samples", "surveyjs");

    private TestService _service = null!;
    private WebApplication _site = null!;
    private string _page = "", _origin = "";

    [OneTimeSetUp]
    public async Task HaveAServiceAndASite()
    {
        if (!Directory.Exists(Library)) Assert.Ignore("Run `npm ci` in tests/surveyjs-client.");
        _service = await TestService.Start("sqlite");
        _site = Site();
        await _site.StartAsync();
        _origin = _site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_site is not null) await _site.DisposeAsync();
        if (_service is not null) await _service.DisposeAsync();
    }

    [Test]
    public async Task A_survey_of_the_service_is_drawn_and_what_people_click_and_type_arrives()
    {
        var definition = Some.CustomerSurvey();
        definition["description"] = new JsonObject { ["en"] = "About your visit", ["de"] = "Zu Ihrem Besuch" };
        definition["thanks"] = "Thank you & <b>goodbye</b>!";
        definition["items"]![1]!["labels"] = new JsonObject { ["0"] = "Not at all", ["10"] = "Certainly" };
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"gates","kind":"rating","text":"The gates","low":1,"high":3,"labels":{"1":"Bad","2":"Fair","3":"Good"},"required":true}"""));
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"how","kind":"choice","text":"How did you come?","options":[{"code":"train","text":"By train"},{"code":"car","text":"By car"}]}"""));
        definition["items"]!.AsArray().Add(JsonNode.Parse("""{"code":"age","kind":"rating","text":"Satisfaction in per cent","low":0,"high":100}"""));
        var survey = await _service.Publish(definition);
        await using var visit = await Visit.Begin(_service);
        var page = await Open(visit, survey, """{"channel":"web","boardingArea":"B"}""");
        await Assertions.Expect(page.GetByText("About your visit")).ToBeVisibleAsync();
        await Rate(page, "clean", "4");
        await Rate(page, "nps", "10");
        await page.GetByText("lounge", new() { Exact = true }).ClickAsync();
        await page.GetByText("wifi", new() { Exact = true }).ClickAsync();
        await Question(page, "why").GetByRole(AriaRole.Textbox).FillAsync("Fast <b>& friendly</b>\nöäü 😀");
        await page.GetByText("By train", new() { Exact = true }).ClickAsync();
        await Complete(page);
        await Assertions.Expect(page.GetByText("Response required.")).ToBeVisibleAsync();
        await page.GetByText("Good", new() { Exact = true }).ClickAsync();
        await Picture(page, "form");
        await Complete(page);
        await Assertions.Expect(page.GetByText("Thank you & <b>goodbye</b>!")).ToBeVisibleAsync();
        var stored = await Stored(page, survey);
        await Picture(page, "thanks");
        Same(stored["answers"]!, """{"clean":4,"nps":10,"used":["wifi","lounge"],"why":"Fast <b>& friendly</b>\nöäü 😀","gates":3,"how":"train","age":null}""");
        Assert.That(stored["about"]!.ToJsonString(), Is.EqualTo("""{"boardingArea":"B","channel":"web"}"""));
        Assert.That(((int)stored["version"]!, (string?)stored["language"]), Is.EqualTo((1, "en")));
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_form_of_ones_own_keeps_its_page_and_every_answer_arrives()
    {
        var survey = Some.Key();
        var form = await File.ReadAllTextAsync(Repository.Path("tests", "surveyjs-client", "team-climate.json"));
        await _service.Admin.PutAsync($"/v1/surveys/{survey}?format=surveyjs&audience=customer", Wire.Text(form)).Body(201);
        await using var visit = await Visit.Begin(_service);
        var page = await Open(visit, survey, "{}", "team-climate.json");
        await Rate(page, "workload", "2");
        await Rate(page, "Would recommend?", "0");
        await Rate(page, "mood", "3");
        await Question(page, "workload_why").GetByRole(AriaRole.Textbox).FillAsync("Fewer meetings");
        await Next(page);
        await Cell(page, "team_views", 0, 3);
        await Cell(page, "team_views", 1, 5);
        await Cell(page, "tools", 0, 0);
        await Cell(page, "tools", 1, 2);
        foreach (var choice in (string[])["Public speaking", "3", "Something else"]) await Question(page, "learning").GetByText(choice, new() { Exact = true }).ClickAsync();
        await Question(page, "learning").GetByRole(AriaRole.Textbox).FillAsync("Chess");
        await Question(page, "remote days").GetByText("One or two").ClickAsync();
        await Question(page, "lead").GetByText("Yes").ClickAsync();
        await Question(page, "shift").GetByText("Fixed hours").ClickAsync();
        await Question(page, "fair_pay").GetByText("Rather yes").ClickAsync();
        await Question(page, "two_things").GetByRole(AriaRole.Textbox).First.FillAsync("Lunch");
        await Question(page, "years").GetByRole(AriaRole.Spinbutton).FillAsync("7");
        await page.Keyboard.PressAsync("Tab");
        await Picture(page, "own-form");
        await Next(page);
        await Picture(page, "own-form-end");
        await Question(page, "mail").GetByRole(AriaRole.Textbox).FillAsync("me@example.org");
        await Question(page, "anything else").GetByRole(AriaRole.Textbox).FillAsync("All good");
        // The line breaks once after the response has arrived: it is sent again, and stored once.
        var sent = 0;
        await page.RouteAsync("**/responses?**", async route =>
        {
            if (route.Request.Method != "POST" || ++sent > 1) await route.ContinueAsync();
            else
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
        });
        await Complete(page);
        await Assertions.Expect(page.GetByText("Thank you!")).ToBeVisibleAsync();
        Same((await Stored(page, survey))["answers"]!, """
            {"workload":2,"would-recommend":0,"mood":3,"workload_why":"Fewer meetings","team_views.say-what-i-think":4,"team_views.help":null,"tools.laptop":1,"tools.network":3,
             "learning":["public-speaking","3","other"],"learning-Comment":"Chess","remote-days":"2","lead":"true","shift":"no-shifts","fair_pay":3,"two_things.keep":"Lunch","two_things.drop":null,
             "years":"7","anything-else":"All good"}
            """);
        Assert.That(sent, Is.EqualTo(2));
    }

    [Test]
    public async Task A_page_that_is_closed_while_it_sends_has_sent()
    {
        var survey = await _service.Publish(Some.CustomerSurvey());
        await using var visit = await Visit.Begin(_service);
        var page = await Open(visit, survey, "{}");
        await Rate(page, "nps", "9");
        // The answer never comes; the beacon of the closing page gets through.
        var waiting = new TaskCompletionSource();
        await page.RouteAsync("**/responses?**", async route =>
        {
            if (route.Request.ResourceType != "fetch") await route.ContinueAsync();
            else waiting.TrySetResult();
        });
        await Complete(page);
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(await page.EvaluateAsync<int>("() => localStorage.length"), Is.EqualTo(1));
        await page.CloseAsync(new() { RunBeforeUnload = true });
        var lines = "";
        for (var i = 0; i < 600 && lines.Length == 0; i++)
        {
            await Task.Delay(100);
            lines = await _service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson");
        }
        Same(JsonNode.Parse(lines)!["answers"]!, """{"clean":null,"nps":9,"used":null,"why":null}""");
    }

    /// <summary>A site of its own with the sample page, the library, and a form.</summary>
    private WebApplication Site()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.MapGet("/", () => Results.Text(_page, "text/html"));
        site.MapGet("/favicon.ico", () => Results.NoContent());
        foreach (var (file, folder) in ((string, string)[])
        [
            ("survey-core.fontless.min.css", Path.Combine(Library, "survey-core")), ("survey.core.min.js", Path.Combine(Library, "survey-core")), ("survey-js-ui.min.js", Path.Combine(Library, "survey-js-ui")),
            ("survey.js", Sample), ("team-climate.json", Repository.Path("tests", "surveyjs-client")),
        ]) site.MapGet("/" + file, () => Results.File(Path.Combine(folder, file), file.EndsWith("js", StringComparison.Ordinal) ? "text/javascript" : file.EndsWith("css", StringComparison.Ordinal) ? "text/css" : "application/json"));
        return site;
    }

    private async Task<IPage> Open(Visit visit, string survey, string about, string? form = null)
    {
        var key = await _service.MakeKey(KeyScope.Ingest, Feedback.Indicators.Audience.Customer, null, _origin);
        var page = await File.ReadAllTextAsync(Path.Combine(Sample, "survey.html"));
        _page = page.Replace("https://feedback.example.org", _service.Address.ToString().TrimEnd('/')).Replace("\"airport\"", $"\"{survey}\"").Replace("fb_ingest_...", key)
            .Replace("<script defer src=\"survey.js\"", $"<script defer src=\"survey.js\" data-about='{about}'{(form is null ? "" : $" data-form=\"{form}\"")}");
        await visit.Page.GotoAsync(_origin);
        await visit.Page.Locator("#survey form").WaitForAsync();
        return visit.Page;
    }

    private static ILocator Question(IPage page, string name) => page.Locator($"[data-name=\"{name}\"]");

    private static Task Rate(IPage page, string name, string value) => Question(page, name).Locator($"label:has(input[value=\"{value}\"])").ClickAsync();

    private static Task Cell(IPage page, string name, int row, int column) => Question(page, name).Locator("tbody tr").Nth(row).Locator("label").Nth(column).ClickAsync();

    private static Task Next(IPage page) => page.Locator("input[value=\"Next\"]").ClickAsync();

    private static Task Complete(IPage page) => page.Locator("input[value=\"Complete\"]").ClickAsync();

    /// <summary>The one response that is stored, when the page says that it is.</summary>
    private async Task<JsonNode> Stored(IPage page, string survey)
    {
        await Assertions.Expect(page.GetByText("saved successfully")).ToBeVisibleAsync();
        Assert.That(await page.EvaluateAsync<int>("() => localStorage.length"), Is.Zero);
        var lines = (await _service.Admin.GetStringAsync($"/v1/surveys/{survey}/responses?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return JsonNode.Parse(lines.Single())!;
    }

    private static void Same(JsonNode stored, string expected) => Assert.That(Sorted(stored), Is.EqualTo(Sorted(JsonNode.Parse(expected)!)));

    private static string Sorted(JsonNode answers) => string.Join('\n', answers.AsObject().OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value?.ToJsonString()}"));

    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"surveyjs-{name}.png"), FullPage = true });
    }
}
