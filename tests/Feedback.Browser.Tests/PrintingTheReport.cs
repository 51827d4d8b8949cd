using System.Text;
using System.Text.RegularExpressions;

namespace Feedback.Browser.Tests;

/// <summary>The page on paper.</summary>
public sealed partial class PrintingTheReport
{
    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartTheService() => _service = await DemoService.Running();

    [Test]
    public async Task Every_unit_has_a_sheet_of_its_own()
    {
        var sheets = (await _service.Read.GetAsync("/v1/committee/2026-07").Body())["value"]!.AsArray();
        await using var visit = await Visit.Begin(_service, scheme: ColorScheme.Dark);
        await visit.Open("#/committee?period=2026-07");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.That(await visit.Page.Locator("article.page").CountAsync(), Is.EqualTo(sheets.Count).And.EqualTo(18));
        await Assertions.Expect(visit.Page.Locator("nav")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".choices")).ToBeHiddenAsync();
        Assert.That(await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"), Is.EqualTo("rgb(255, 255, 255)"), "Paper is white, whatever the screen was.");
        var paper = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { Format = "A4" }));
        Assert.That(PagePattern().Count(paper), Is.EqualTo(sheets.Count));
        visit.IsQuiet();
    }

    [Test]
    public async Task A_page_says_what_moved_as_the_service_does()
    {
        var south = (await _service.Read.GetAsync("/v1/committee/2026-07").Body())["value"]!.AsArray().Single(s => (string?)s!["unit"] == "retail-south")!;
        await using var visit = await Visit.Begin(_service);
        await visit.Open("#/committee?period=2026-07&unit=retail-south");
        var page = visit.Page.Locator("article.page");
        await Assertions.Expect(page).ToHaveCountAsync(1);
        var warnings = south["warnings"]!.AsArray();
        // A topic is a line of its own, the scores of an audience are one.
        var warned = warnings.Count(w => w!["topic"] is not null) + warnings.Where(w => w!["topic"] is null).Select(w => (string)w!["audience"]!).Distinct().Count();
        await Assertions.Expect(page.Locator(".sentences li")).ToHaveCountAsync(south["moved"]!.AsArray().Count + south["offTarget"]!.AsArray().Count + warned + south["newTopics"]!.AsArray().Count);
        await Assertions.Expect(page).ToContainTextAsync("write about “Systems and tools”");
    }

    [TestCase("balance")]
    [TestCase("heatmap")]
    public async Task What_belongs_on_one_sheet_is_on_one(string view)
    {
        await using var visit = await Visit.Begin(_service);
        await visit.Open($"#/{view}");
        Assert.That(PagePattern().Count(Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { Format = "A4" }))), Is.EqualTo(1));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PagePattern();
}
