using System.Text.Json.Nodes;
using Feedback.Api.Http;

namespace Feedback.Browser.Tests;

/// <summary>The page where there is little or nothing to show, and for visitors who write numbers in another way.</summary>
public sealed class LookingAtLittle
{
    [Test]
    public async Task A_store_without_surveys_says_that_there_is_none()
    {
        await using var service = await Started();
        await using var visit = await Visit.Begin(service);
        await visit.Open(key: TestService.AdminKey);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("There is no survey");
        visit.IsQuiet();
    }

    [Test]
    public async Task A_survey_that_nobody_has_answered_says_so()
    {
        await using var service = await Started();
        await Publish(service);
        await using var visit = await Visit.Begin(service);
        await visit.Open(key: TestService.AdminKey);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("There is nothing to show yet");
        visit.IsQuiet();
    }

    [Test]
    public async Task Few_answers_are_shown_as_withheld_and_never_as_nought()
    {
        await using var service = await Started();
        await Publish(service);
        for (var i = 0; i < 3; i++)
            await service.Admin.Post("/v1/surveys/visit/responses", new JsonObject { ["answeredAt"] = "2026-11-10T10:00:00Z", ["answers"] = new JsonObject { ["again"] = 9 } }).Body(201);
        await using var visit = await Visit.Begin(service);
        await visit.Open(key: TestService.AdminKey);
        await Assertions.Expect(visit.Page.Locator("[data-figure=recommend] .not-shown")).ToHaveTextAsync("withheld");
        await Assertions.Expect(visit.Page.Locator("[data-figure=recommend] .big")).ToHaveCountAsync(0);
        foreach (var view in (string[])["trend", "heatmap", "consistency", "alignment", "warnings", "targets", "balance", "committee"])
        {
            await visit.Go($"#/{view}");
            Assert.That(await visit.Page.Locator(".refusal").CountAsync(), Is.Zero, view);
        }
        visit.IsQuiet();
    }

    [Test]
    public async Task Numbers_are_written_as_the_visitor_does()
    {
        await using var visit = await Visit.Begin(await DemoService.Running(), locale: "de-DE");
        await visit.Open();
        await Assertions.Expect(visit.Page.Locator("[data-audience=customer][data-figure=trust] .big")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]{2},[0-9]$"));
        await Assertions.Expect(visit.Page.Locator("[data-audience=customer][data-figure=trust] .n")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^1\.[0-9]{3} people$"));
    }

    private static async Task<TestService> Started()
    {
        if (!ReportPage.Embedded().IsBuilt) Assert.Ignore("The report page is not built: make report, then build again.");
        return await TestService.Start("sqlite");
    }

    private static async Task Publish(TestService service)
    {
        var definition = """{"audience": "customer", "title": "Your visit", "items": [{"code": "again", "kind": "rating", "text": "Would you recommend us?", "low": 0, "high": 10, "measures": "recommend"}]}""";
        await service.Publish(JsonNode.Parse(definition)!.AsObject(), "visit");
    }
}
