using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Demo;

/// <summary>Every indicator of the catalogue, asked over HTTP of every audience it is offered for.</summary>
internal static class EveryIndicator
{
    private static readonly string[] Statuses = ["released", "withheld", "insufficient", "undefined"];

    /// <summary>Asks for each indicator of the catalogue and audience, checks every row, and gives the slugs that have a released one.</summary>
    /// <param name="service">Whom.</param>
    /// <param name="audiences">Whose answers there are.</param>
    /// <param name="parameters">What an indicator needs besides the audience, by <c>slug</c> and by <c>slug audience</c>.</param>
    public static async Task<(List<string> Slugs, List<string> Released)> Ask(TestService service, string[] audiences, IReadOnlyDictionary<string, string> parameters)
    {
        var (slugs, released) = (new List<string>(), new List<string>());
        foreach (var entry in (await service.Read.GetAsync("/v1/indicators?limit=100").Body())["value"]!.AsArray())
        {
            var slug = (string)entry!["slug"]!;
            slugs.Add(slug);
            foreach (var audience in entry["audiences"]!.AsArray().Select(a => (string)a!).Intersect(audiences))
            {
                var needed = parameters.GetValueOrDefault($"{slug} {audience}") ?? parameters.GetValueOrDefault(slug);
                var query = $"{slug}?audience={audience}{(needed is null ? "" : "&" + needed)}";
                var rows = await service.Rows(query);
                Assert.That(rows, Is.Not.Empty, query);
                foreach (var row in rows) Check(row, entry, query);
                if (rows.Exists(r => r.Status() == "released")) released.Add(slug);
            }
        }
        return (slugs, [.. released.Distinct()]);
    }

    private static void Check(JsonNode row, JsonNode entry, string query)
    {
        var told = $"{query}\n{row.ToJsonString()}";
        Assert.That(Statuses, Does.Contain(row.Status()), told);
        var figures = (string[])["estimate", "low", "high"];
        if (row.Status() != "released")
        {
            Assert.That(figures.Select(f => row[f]), Has.All.Null, told);
            if (row.Status() == "withheld") Assert.That(row["n"], Is.Null, told);
            return;
        }
        if (query.StartsWith("early-warning?audience=employee", StringComparison.Ordinal))
        {
            Assert.That(figures.Append("n").Select(f => row[f]), Has.All.Null, told);
            Assert.That(row["components"]!["alarm"], Is.Not.Null, told);
            return;
        }
        Assert.That(row["n"], Is.Not.Null, told);
        Assert.That(row.Number("low"), Is.LessThanOrEqualTo(row.Number("estimate")), told);
        Assert.That(row.Number("high"), Is.GreaterThanOrEqualTo(row.Number("estimate")), told);
        // The facets of an instrument of the organisation's own are not the catalogue's to list.
        if ((string)entry["slug"]! == "scale") return;
        Assert.That(row["components"]!.AsObject().Select(c => "components." + c.Key), Is.SubsetOf(entry["columns"]!.AsArray().Select(c => (string)c!)), told);
    }
}
