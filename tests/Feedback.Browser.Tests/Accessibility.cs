using System.Text.Json;

namespace Feedback.Browser.Tests;

/// <summary>What axe-core finds on a page, of the rules of WCAG 2.2 A and AA and of its best practices.</summary>
internal static class Accessibility
{
    private static readonly string Source = Repository.Path("web", "report", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Serious and critical violations, each with the elements that have it; the test is ignored where axe-core is not installed.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        if (!File.Exists(Source)) Assert.Ignore("axe-core is not installed: make report.");
        // By the debugger: the page's own policy lets no script in.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync($"() => {{ {await File.ReadAllTextAsync(Source)} }}");
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary) }))");
        return [.. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(v => $"{v.GetProperty("id").GetString()}: {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetString()))}")];
    }
}
