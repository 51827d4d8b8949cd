using System.Text.Json.Nodes;
using Feedback.Api.Http;

namespace Feedback.Browser.Tests;

/// <summary>Names of units, surveys, options, dimension values and initiatives that are markup: pages show them as text, and nothing of them runs. The pages do not even try what their policies forbid.</summary>
public sealed class ShowingHostileNames
{
    private static readonly string[] Names =
    [
        "<img src=x onerror=hacked=1>", "\"><script>hacked=1</script>", "' onmouseover='hacked=1", "</title><svg onload=hacked=1>", "javascript:hacked=1", "{{constructor.constructor('hacked=1')()}}", "<iframe srcdoc='<script>parent.hacked=1</script>'>",
    ];

    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService()
    {
        _service = await TestService.Start("sqlite");
        await Fill(_service);
    }

    [OneTimeTearDown]
    public async Task StopTheService() => await _service.DisposeAsync();

    [Test]
    public async Task The_report_shows_them_as_text()
    {
        if (!ReportPage.Embedded().IsBuilt) Assert.Ignore("The report page is not built: make report, then build again.");
        await using var visit = await Visit.Begin(_service);
        await visit.Open(key: TestService.AdminKey);
        foreach (var view in (string[])["overview", "trend", "heatmap", "consistency", "alignment", "warnings", "targets", "balance", "committee"])
        {
            await visit.Go($"#/{view}");
            await IsHarmless(visit, view);
        }
        visit.IsQuiet();
    }

    [Test]
    public async Task A_survey_page_shows_them_as_text()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Page.GotoAsync(new Uri(_service.Address, "/s/visit").ToString());
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(Names[0]);
        await IsHarmless(visit, "page");
        visit.IsQuiet();
    }

    [Test]
    public async Task The_page_to_try_operations_works_under_its_policy()
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Page.GotoAsync(new Uri(_service.Address, "/swagger/index.html").ToString());
        await visit.Page.Locator("#operations-Keys-ReadKeys").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#operations-Keys-ReadKeys .responses-wrapper")).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    private static async Task IsHarmless(Visit visit, string where)
    {
        Assert.That(await visit.Page.EvaluateAsync<bool>("'hacked' in window"), Is.False, where);
        Assert.That(await visit.Page.Locator("[onerror], [onload], [onmouseover], iframe, main script, a[href^='javascript:']").CountAsync(), Is.Zero, where);
    }

    private static async Task Fill(TestService service)
    {
        await service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray([.. Names.Select((n, i) => (JsonNode)new JsonObject { ["code"] = $"u{i}", ["name"] = n, ["headcount"] = 50 })]) }).Body();
        await service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["page"] = true,
            ["title"] = Names[0],
            ["description"] = Names[1],
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray(
                new JsonObject { ["code"] = "nps", ["kind"] = "rating", ["text"] = Names[2], ["low"] = 0, ["high"] = 10, ["measures"] = "recommend", ["labels"] = new JsonObject { ["0"] = Names[3], ["10"] = Names[6] } },
                new JsonObject { ["code"] = "clean", ["kind"] = "rating", ["text"] = Names[3], ["low"] = 1, ["high"] = 5, ["measures"] = "experience", ["touchpoint"] = "cleanliness" },
                new JsonObject { ["code"] = "used", ["kind"] = "choice", ["text"] = Names[4], ["options"] = new JsonArray(new JsonObject { ["code"] = "a", ["text"] = Names[0] }, new JsonObject { ["code"] = "b", ["text"] = Names[1] }) }),
        }, "visit");
        for (var i = 0; i < 84; i++)
        {
            await service.Admin.Post("/v1/surveys/visit/responses", new JsonObject
            {
                ["answeredAt"] = $"2026-{9 + i % 2:00}-10T10:00:00Z",
                ["about"] = new JsonObject { ["unit"] = $"u{i % Names.Length}", ["channel"] = Names[i % Names.Length] },
                ["answers"] = new JsonObject { ["nps"] = i % 11, ["clean"] = 1 + i % 5, ["used"] = "a" },
            }).Body(201);
        }
        await service.Admin.Put("/v1/initiatives/training", new JsonObject { ["title"] = Names[0], ["from"] = "2026-09-20", ["units"] = new JsonArray("u0"), ["wayPoints"] = new JsonArray(new JsonObject { ["on"] = "2026-10-01", ["text"] = Names[1] }) });
        await service.Admin.Put("/v1/targets", new JsonObject { ["targets"] = new JsonArray(new JsonObject { ["indicator"] = "recommend", ["audience"] = "customer", ["unit"] = "u0", ["value"] = 50, ["until"] = "2027-03-31" }) });
    }
}
