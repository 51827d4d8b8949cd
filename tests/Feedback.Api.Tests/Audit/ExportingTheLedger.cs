using System.Text.Json.Nodes;
using Feedback.Api.Audit;
using Feedback.Api.Data;
using Feedback.Api.Tests.Lists;

namespace Feedback.Api.Tests.Audit;

/// <summary>A ledger that is longer than any page is exported whole, the newest line first.</summary>
public sealed class ExportingTheLedger(string engine) : ServiceFixture(engine)
{
    private const int Many = 25_000;

    [OneTimeSetUp]
    public Task WriteManyLines() => Service.InSession(session => session.RunRows(Queries.InsertLine, [.. Enumerable.Range(0, Many).Select(i => new LedgerLine
    {
        LoggedAt = DateTimeOffset.Parse("2026-11-01T00:00:00Z", null).ToUnixTimeMilliseconds() + i,
        Day = 20261101 + i / 1_000,
        Operation = "ReadIndicator",
        Indicator = "trust",
        Filter = $$"""{"by":["unit"],"where":["level:{{i}}"]}""",
        Status = LedgerLine.Answered,
        Released = i,
    })]), refreshes: false);

    [Test]
    public async Task Every_line_comes_once_in_either_form()
    {
        var newestFirst = Enumerable.Range(0, Many).Reverse().ToList();
        var table = await Table.Of(await Service.Admin.GetByteArrayAsync("/v1/audit?format=csv"));
        Assert.That(ReadsIn(table), Is.EqualTo(newestFirst));
        Assert.That(table["filter"].First(f => f.Length > 0), Is.EqualTo($$"""{"by":["unit"],"where":["level:{{Many - 1}}"]}"""));
        var lines = (await Service.Admin.GetStringAsync("/v1/audit?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines.Select(l => JsonNode.Parse(l)!).Where(l => (string?)l["indicator"] == "trust").Select(l => (int)l["released"]!), Is.EqualTo(newestFirst));
    }

    [Test]
    public async Task From_a_cursor_it_goes_on_to_the_end()
    {
        using var first = await Service.Admin.GetAsync("/v1/audit?format=csv&limit=10000");
        var rest = await Table.Of(await Service.Admin.GetByteArrayAsync($"/v1/audit?format=csv&cursor={first.Headers.GetValues("X-Next-Cursor").Single()}"));
        Assert.That(ReadsIn(await Table.Of(await first.Content.ReadAsByteArrayAsync())).Concat(ReadsIn(rest)), Is.EqualTo(Enumerable.Range(0, Many).Reverse()));
    }

    /// <summary>Without the acts of admins that made the service ready.</summary>
    private static IEnumerable<int> ReadsIn(Table table) => table["indicator"].Zip(table["released"]).Where(l => l.First == "trust").Select(l => int.Parse(l.Second));

    [Test]
    public async Task A_part_of_it_has_a_tag_of_its_own()
    {
        using var whole = await Service.Admin.GetAsync("/v1/audit?format=csv");
        using var part = await Service.Admin.GetAsync("/v1/audit?format=csv&from=2026-11-05");
        Assert.That(part.Headers.ETag, Is.Not.Null.And.Not.EqualTo(whole.Headers.ETag));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/audit?format=csv&from=2026-11-05") { Headers = { IfNoneMatch = { part.Headers.ETag! } } };
        Assert.That((int)(await Service.Admin.SendAsync(again)).StatusCode, Is.EqualTo(304));
    }
}
