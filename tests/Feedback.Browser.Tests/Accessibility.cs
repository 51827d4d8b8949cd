using System.Text.Json;

namespace Feedback.Browser.Tests;

/// <summary>What axe-core finds on a page, of the rules of WCAG 2.2 A and AA and of its best practices.</summary>
internal static class Accessibility
{
    private static readonly string Source = Repository.Path("web", "report", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Every violation of whatever impact, and how many rules were kept.</summary>
    public static async Task<(IReadOnlyList<string> Violations, int Passes)> Everything(IPage page)
    {
        await Load(page);
        var found = await page.EvaluateAsync<JsonElement>("async () => { const r = await axe.run(document); return { violations: r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary).join(' | ')), passes: r.passes.length }; }");
        return ([.. found.GetProperty("violations").EnumerateArray().Select(v => v.GetString()!)], found.GetProperty("passes").GetInt32());
    }

    /// <summary>Serious and critical violations, each with the elements that have it; the test is ignored where axe-core is not installed.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await Load(page);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary) }))");
        return [.. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(v => $"{v.GetProperty("id").GetString()}: {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetString()))}")];
    }

    private static async Task Load(IPage page)
    {
        if (!File.Exists(Source)) Assert.Ignore("axe-core is not installed: make report.");
        // By the debugger: the page's own policy lets no script in.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync($"() => {{ {await File.ReadAllTextAsync(Source)} }}");
    }
}
